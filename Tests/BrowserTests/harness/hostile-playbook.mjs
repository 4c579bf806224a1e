// A playbook with every text that a playbook can have. It is written as JSON, which is YAML.

/**
 * The text of a file with such a playbook. What YAML does not let stand in a file as it is, is escaped.
 * @param {(key: string) => string} given  Gives the text for a place.
 */
export function fileWith(name, given) {
  return JSON.stringify(playbookWith(name, given)).replace(/[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/gu,
    scalar => `\\U${scalar.codePointAt(0).toString(16).padStart(8, '0')}`)
}

function playbookWith(name, given) {
  const visible = said => /[\p{L}\p{N}\p{P}\p{S}]/u.test(said) ? said : 'x'
  // Only what is said at length may have lines, and nothing may be empty.
  const text = key => visible(given(key).replace(/\s*[\n\r\u2028\u2029]\s*/g, ' ').trim())
  const long = key => visible(given(key))
  const title = key => ({ title: text(`${key}.title`), about: long(`${key}.about`) })
  // Something in it has to be a word, for the place to be one where comments are searched for it; links are no words.
  const term = key => `word ${text(key).replace(/\*|\w+:\/\//g, '').replace(/(?<=\S)\.(?=\S)/g, ' ')}`.slice(0, 180).trim()
  // Brackets and braces are blanks and facts, so that those of the text must not begin one.
  const say = key => [`${text(key).replace(/[[\]{}]/g, '')} [${text(`${key}.blank`).replace(/[[\]{}\n]/g, '') || 'blank'}] {author.name}`]
  const examples = key => ({ examples: [text(`${key}.example`)], counterexamples: [text(`${key}.counterexample`)] })
  const when = { any: [
    { 'text.uses': 'words' }, { signal: 'sign' }, { 'text.says': [term('says'), term('also says')] },
    { 'text.score': { words: 'at least 2' } }, { 'our.word': [text('value')] }, { 'post.rating': 'at most 2' },
    { 'author.name': text('identity') },
  ] }
  return {
    decorum: 1, playbook: name, ...title('playbook'), version: '1.0', timezone: 'UTC',
    effective: '2026-12-01', used_on: ['place'],
    teams: {
      desk: { ...title('team'), contact: text('contact'), hours: 'Mon-Fri 09:00-17:00', cover: 'duty' },
      duty: { ...title('duty'), contact: text('duty.contact'), hours: 'always' },
    },
    facts: {
      'our.word': { type: 'word', about: long('fact.about'), required: 'yes', ask: text('ask') },
      'our.number': { type: 'number', about: text('number.about') },
      'our.answer': { type: 'yes_no', about: text('answer.about'), ask: text('answer.ask') },
    },
    lexicons: {
      words: { ...title('lexicon'), terms: [term('term'), term('another')], weights: { [term('weighty')]: 3 },
        except: [term('except')], disguises: 'yes', ...examples('lexicon') },
    },
    signals: { sign: { ...title('signal'), when: { 'text.says': [term('sign')] }, ...examples('signal') } },
    channels: { place: { ...title('channel'), can: ['reply', 'hide'], fallback: text('fallback') } },
    modes: { storm: { ...title('mode'), at_most: '3 days' } },
    response_steps: { greet: { ...title('step'), shown_by: 'words' } },
    standards: {
      plain: { ...title('standard'), avoid: { 'text.says': [term('avoid')] }, ask: text('standard.ask'),
        instead: text('instead'), every_plan: 'yes' },
    },
    responses: {
      plan: {
        ...title('response'), owner: 'desk', reply: { within: '1 hour', not_before: '2 minutes', in: 'public' },
        steps: [
          { step: 'greet', about: long('use.about'), say: say('say'), when: { 'text.says': [term('greet')] } },
          { step: 'apologise', say: say('apologise') },
          { step: 'follow_up', id: 'later', after: '2 days', about: long('later.about') },
        ],
        standards: ['plain'],
      },
    },
    ladders: {
      steps: {
        ...title('ladder'), published: 'yes', forget_after: '90 days',
        rungs: [
          { rung: 'first', ...title('rung'), strikes: 1, do: ['warn'], say: say('rung') },
          { rung: 'second', ...title('second'), strikes: 3, needs: 'first', do: [{ block: { for: '30 days' } }],
            say: say('second'), appeal: { to: 'duty', within: '14 days', answered_within: '5 days' } },
        ],
      },
    },
    escalations: [
      { escalation: 'upstairs', ...title('escalation'), when, unless: { category: 'kind' }, hold_reply: 'yes',
        to: [{ team: 'desk', within: '5 minutes' }, { team: 'duty', within: '1 hour' }] },
    ],
    categories: [
      { category: 'bad', ...title('bad'), house_rule: text('house_rule'), ...examples('bad'), when,
        unless: { 'text.says': [term('unless')] }, do: ['capture', 'hide'], ladder: 'steps', say: say('category') },
      { category: 'kind', ...title('kind'), ...examples('kind'), when: { 'text.words': 'at least 3' }, respond: 'plan' },
      { category: 'other', ...title('other'), when: 'otherwise', respond: 'plan' },
    ],
    promises: { held: { ...title('promise'), when: { category: 'kind' }, never: ['hide'] } },
    watch: { ears: { ...title('watch'), terms: [term('watched')], feeds: ['https://x.example/feed'], every: '1 hour', owner: 'desk' } },
    practices: { done: text('practice') },
    house_rules: { ...title('rules'), contact: text('rules.contact') },
    tests: [{ test: text('test'), comment: text('comment'), expect: { category: 'other' }, covers: 'done' }],
  }
}
