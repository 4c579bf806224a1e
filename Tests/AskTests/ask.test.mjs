import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerOf } from '../../Sources/PlaybookPublishing/Ask/Box/answer.js'
import { answersOf, commentOf, noAnswers } from '../../Sources/PlaybookPublishing/Ask/Box/comment.js'
import { commandFor, testFor } from '../../Sources/PlaybookPublishing/Ask/Box/copies.js'
import { markedText } from '../../Sources/PlaybookPublishing/Ask/Box/marks.js'
import { Clock, instantOf } from '../../Sources/PlaybookPublishing/Ask/Box/times.js'
import { entryOf, valueOf } from '../../Sources/PlaybookPublishing/Ask/Box/values.js'
import { Words } from '../../Sources/PlaybookPublishing/Ask/Box/words.js'

const field = (name, type, words) => {
  const [group, key] = name.startsWith('order') ? ['facts', name] : name.split('.')
  return { name, type, group, key, words }
}

const playbook = {
  fields: [
    field('author.id', 'identity'), field('author.followers', 'number'), field('author.verified', 'yes_no'),
    field('author.account_age', 'duration'), field('author.roles', 'words'), field('post.at', 'instant'),
    field('post.visibility', 'word', ['public', 'private']), field('order.days_late', 'number'),
  ],
  channels: ['facebook'], ladders: ['conduct'], histories: ['same_text'], modes: ['crisis'],
}

test('what a field says is the value that the engine reads, and the same again', () => {
  const cases = [
    ['yes_no', { text: 'yes' }, true], ['yes_no', { text: 'no' }, false], ['number', { text: '-1.5' }, -1.5],
    ['number', { text: '0' }, 0], ['duration', { text: '3', unit: 'day' }, '3 days'],
    ['duration', { text: '1', unit: 'hour' }, '1 hour'], ['words', { text: 'staff, press' }, ['staff', 'press']],
    ['text', { text: ' Bob ' }, ' Bob '], ['instant', { text: '2026-12-01T10:00' }, '2026-12-01T10:00'],
  ]
  for (const [type, entry, value] of cases) {
    assert.deepEqual(valueOf(type, entry), value)
    assert.deepEqual(entryOf(type, value), entry)
  }
})

test('an empty field, and one that holds no value of its type, says nothing', () => {
  for (const type of ['yes_no', 'number', 'duration', 'words', 'text', 'instant', 'word', 'identity']) {
    assert.equal(valueOf(type, { text: '', unit: 'day' }), undefined)
  }
  for (const text of ['x', ' ', 'Infinity', '1,000']) assert.equal(valueOf('number', { text }), undefined)
  assert.equal(valueOf('words', { text: ' , ,' }), undefined)
})

test('a duration in seconds stands in the largest unit that has a whole number of it', () => {
  assert.deepEqual(entryOf('duration', 7200), { text: '2', unit: 'hour' })
  assert.deepEqual(entryOf('duration', 1209600), { text: '2', unit: 'week' })
  assert.deepEqual(entryOf('duration', 90), { text: '90', unit: 'second' })
  assert.deepEqual(entryOf('duration', 0.5), { text: '0.5', unit: 'second' })
})

const comments = [
  { text: 'idiots' },
  { text: '' },
  { text: 'a', channel: 'facebook', author: { id: 'bob', followers: 12, verified: false, account_age: '3 days' } },
  { text: 'a', author: { roles: ['staff', 'press'] }, facts: { 'order.days_late': 3 }, history: { conduct: 2 } },
  { text: 'a', modes: ['crisis'], now: '2026-12-01T10:00', post: { visibility: 'private', at: '2026-12-01T09:00' } },
  // What no field says.
  { text: 'a', channel: 'x', author: { id: 'a\nb', roles: ['a,b'], account_age: '2 months' }, brakes: { block: 20 } },
  { text: 'a', history: { conduct: { strikes: 5, done: ['watch'] }, same_text: ['2026-12-01T10:00'], said: { a: 1 } } },
  { text: 'a', now: '2026-12-01T10:00:00Z', modes: ['other'], post: { visibility: 'friends' }, facts: null },
  { text: 'a', author: null, thread: {}, post: 'x', history: { conduct: -1 } },
  JSON.parse('{"text":"a","__proto__":{"id":"x"},"facts":{"constructor":1,"__proto__":2}}'),
]

test('a comment that is shown in the form is the same comment when it is read from there', () => {
  for (const comment of comments) {
    const answers = answersOf(comment, playbook)
    assert.deepEqual(commentOf(answers, playbook.fields, 'now'), comment, JSON.stringify(comment))
    // To show the same again changes nothing.
    assert.deepEqual(answersOf(commentOf(answers, playbook.fields, 'now'), playbook), answers)
  }
})

test('what an example covers is no part of the comment', () => {
  const answers = answersOf({ text: 'a', covers: ['A1'] }, playbook)
  assert.deepEqual(commentOf(answers, playbook.fields, 'now'), { text: 'a' })
})

test('a number of earlier comments is as many instants, and no more than a thousand', () => {
  const answers = { ...noAnswers(), text: 'a', earlier: { same_text: '2' } }
  assert.deepEqual(commentOf(answers, playbook.fields, 'T').history, { same_text: ['T', 'T'] })
  assert.deepEqual(commentOf({ ...answers, now: 'N' }, playbook.fields, 'T').history, { same_text: ['N', 'N'] })
  const many = { ...answers, earlier: { same_text: '1e9' } }
  assert.equal(commentOf(many, playbook.fields, 'T').history.same_text.length, 1000)
  for (const text of ['', '-1', '1.5', 'x']) {
    assert.equal(commentOf({ ...answers, earlier: { same_text: text } }, playbook.fields, 'T').history, undefined)
  }
})

test('what is no JSON is refused, and what is JSON goes before the fields', () => {
  const answers = { ...noAnswers(), text: 'a', channel: 'facebook' }
  assert.throws(() => commentOf({ ...answers, rest: '{"a"' }, playbook.fields, 'T'), SyntaxError)
  assert.deepEqual(commentOf({ ...answers, rest: '{"channel":"x","id":"c"}' }, playbook.fields, 'T'),
    { text: 'a', channel: 'x', id: 'c' })
})

test('finds are marked by characters of Unicode, those that overlap too', () => {
  const shown = (text, finds) => markedText(text, finds).map(({ text, found }) => [text, found.length])
  assert.deepEqual(shown('ab', []), [['ab', 0]])
  assert.deepEqual(shown('', []), [])
  assert.deepEqual(shown('😀 bad 😀 words', [{ from: 2, to: 5 }]), [['😀 ', 0], ['bad', 1], [' 😀 words', 0]])
  assert.deepEqual(shown('abcdef', [{ from: 1, to: 4 }, { from: 3, to: 6 }, { from: 1, to: 4 }]),
    [['a', 0], ['bc', 2], ['d', 3], ['ef', 1]])
  assert.deepEqual(shown('ab', [{ from: 1, to: 9 }]), [['a', 0], ['b', 1]])
})

test('instants are told by the clocks of a zone, as far away as they are', () => {
  const clock = new Clock('Europe/London', Date.parse('2026-12-02T09:00:00Z'))
  const cases = [
    ['2026-12-02T09:00:00Z', '09:00 (now)'], ['2026-12-02T09:30:00Z', '09:30 (in 30 minutes)'],
    ['2026-12-02T10:00:00Z', '10:00 (in 1 hour)'], ['2026-12-02T10:30:00Z', '10:30 (in 90 minutes)'],
    ['2026-12-02T13:20:00Z', '13:20 (in 4 hours and 20 minutes)'],
    ['2026-12-03T09:00:00Z', 'Thursday 3 December, 09:00 (in 24 hours)'],
    ['2027-07-02T09:00:00Z', 'Friday 2 July 2027, 10:00 (in 212 days)'],
    ['2026-12-01T09:00:00Z', 'Tuesday 1 December, 09:00 (24 hours ago)'], ['some day', 'some day'],
  ]
  for (const [instant, words] of cases) assert.equal(clock.words(instant), words)
  assert.equal(new Clock('Nowhere/Atall', 0).words('1970-01-01T00:01:00Z'), '00:01 (in 1 minute)')
})

test('a time of day is the instant at which the clocks of the zone show it', () => {
  assert.equal(instantOf('2026-07-01T10:00', 'Europe/London'), Date.parse('2026-07-01T09:00:00Z'))
  assert.equal(instantOf('2026-12-01T10:00', 'America/New_York'), Date.parse('2026-12-01T15:00:00Z'))
  assert.equal(instantOf('2026-12-01T10:00:30', 'UTC'), Date.parse('2026-12-01T10:00:30Z'))
})

test('a comment becomes a command that a shell takes as it is meant', () => {
  const command = comment => commandFor(comment, 'a.decorum', '2026-12-01T10:00:00Z')
  const flags = 'decorum decide a.decorum --now 2026-12-01T10:00:00Z --'
  assert.equal(command({ text: 'hello' }), `${flags} hello`)
  assert.equal(command({ text: "it's $(rm) `x`" }), `${flags} 'it'\\''s $(rm) \`x\`'`)
  assert.equal(command({ text: '' }), `${flags} ''`)
  assert.equal(command({ text: '-x', author: { id: 'bob', roles: ['a', 'b'], verified: true }, facts: { 'order.x': 2 },
    history: { conduct: 1 }, modes: ['crisis'], channel: 'facebook', now: 'ignored' }),
  'decorum decide a.decorum --channel facebook --author bob --fact author.roles=a,b --fact author.verified=yes '
    + "--fact order.x=2 --history conduct=1 --mode crisis --now 2026-12-01T10:00:00Z -- '-x'")
})

test('what no flag can say goes into the command as JSON', () => {
  const cases = [
    { text: 'a', brakes: { block: 1 } }, { text: 'a', history: { conduct: { strikes: 1 } } }, { text: 'a', id: 'c' },
    { text: 'a', author: { roles: ['a,b'] } }, { text: 'a', author: { followers: 1e30 } }, { text: 'a', author: null },
    { text: 'a', post: 'x' }, { text: 'a', channel: null }, { text: 'a', modes: null }, { text: 'a', facts: null },
  ]
  for (const comment of cases) {
    const command = commandFor(comment, 'a.decorum', 'N')
    assert.equal(command, `printf '%s\\n' '${JSON.stringify(comment)}' | decorum decide a.decorum --ndjson --now N`)
  }
})

test('a decision becomes a test that says what was decided', () => {
  const decision = {
    summary: 'Hide it. “Say”: \u202Eno', category: 'abuse', stance: 'enforce', actions: [{ action: 'hide' }],
    ladders: [{ ladder: 'conduct', rung: 'warn' }], reply: { plan: 'p', owner: 'care', in: 'public' },
  }
  const comment = { text: 'a: "b" # \u200B\u{E0001}\n', author: { verified: true, roles: ['staff', '1 x'] } }
  assert.equal(testFor(comment, decision, '2026-12-01T10:00'), `- test: "Hide it. “Say”: \\u202eno"
  comment:
    text: "a: \\"b\\" # \\u200b\\U000e0001\\n"
    author:
      verified: yes
      roles: [staff, "1 x"]
    now: "2026-12-01T10:00"
  expect:
    category: abuse
    stance: enforce
    actions: [hide]
    escalations: none
    ladders:
      conduct: warn
    reply:
      plan: p
      owner: care
      in: public
`)
})

const words = new Words({
  category: { abuse: 'Abuse of our people' }, team: { legal: 'Legal counsel' },
  action: { warn: 'Warn', escalate: 'Hand it to' },
  ladder: { conduct: 'Warn, then block' }, rung: { 'conduct.warn': 'Warn' }, lexicon: {}, fact: {},
}, new Clock('UTC', Date.parse('2026-12-02T09:00:00Z')))

/** What is said, without its links. */
const plain = pieces => pieces.map(piece => piece.text ?? piece.code ?? piece).join('')

test('a decision is told with the titles of the playbook, in order, with deadlines and reasons', () => {
  const text = 'you 1d10ts'
  const answer = answerOf({
    stance: 'hold', category: 'abuse', summary: 'S',
    actions: [
      { action: 'escalate', levels: [{ team: 'legal', due: '2026-12-02T09:30:00Z' }, { team: 'duty' }] },
      { action: 'warn', say: 'Bob, [what].', held_by: ['legal'], awaiting: ['legal', 'duty'] },
      { action: 'block', for: ['1 day', '7 days'], also_last: '30 days' }, { action: 'mute', for: 'until resolved' },
    ],
    ladders: [{ ladder: 'conduct', strikes: 2, rung: 'warn', next: 'block' }],
    because: [{
      clause: 'category.abuse', section: '3.1',
      found: [
        { lexicon: 'insults', term: 'idiots', text: '1d10ts', from: 4, to: 10, disguised: true },
        { fact: 'order.days_late', is: 3, test: 'at least 1' }, { measure: 'text.words', is: 2, test: 'at least 2' },
        { regex: '[0-9]+', text: '1', from: 4, to: 5 },
      ],
    }, { clause: 'ladder.conduct.warn' }],
    assumed: ['author.roles', 'history.conduct'],
  }, text, words)
  assert.deepEqual(answer.category, { text: 'Abuse of our people', to: 'category.abuse' })
  assert.equal(answer.section, '3.1')
  assert.deepEqual(answer.must.map(({ does }) => plain(does)), [
    'Hand it to Legal counsel by 09:30 (in 30 minutes), then Duty', 'Warn the author',
    'Block the author for 1 day or 7 days, with the author’s other comments of the last 30 days',
    'Mute the author until it is resolved',
  ])
  assert.deepEqual(answer.must[1].terms.map(plain), ['Not before Legal counsel and Duty agree'])
  assert.deepEqual(answer.ladders.map(plain), ['Strike 2 on Warn, then block: Warn. Next: Conduct block'])
  assert.deepEqual(answer.reasons.map(({ clause }) => clause.text), ['Abuse of our people', 'Warn, then block: Warn'])
  assert.deepEqual(answer.reasons[0].found.map(plain), [
    '“1d10ts”: “idiots” of Insults, in disguise', 'Order days late: 3 (at least 1)',
    'Words in the text: 2 (at least 2)', '“1” matches [0-9]+',
  ])
  assert.deepEqual(answer.unknown.map(({ title }) => title), ['Author roles', 'Strikes on “Warn, then block”'])
  assert.deepEqual(answer.marked.map(({ text }) => text), ['you ', '1', 'd10ts'])
})

test('a name that every object has is a name like any other', () => {
  assert.equal(words.title('team', 'constructor'), 'Constructor')
  assert.equal(words.title('toString', 'valueOf'), 'ValueOf')
})
