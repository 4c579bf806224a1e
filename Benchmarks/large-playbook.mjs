// Writes a playbook of many categories, as a large organisation might have one: `node large-playbook.mjs 200 FILE`.
//
// The same number gives the same bytes. A category is a thing with a trouble, each of which has a word list; it has
// examples that it takes and one that it does not, an answer in steps, and every third one a house rule and a ladder.
// Teams, plans, ladders and escalations grow with the categories. `decorum check` finds nothing, and all tests pass.
import { writeFileSync } from 'node:fs'

const things = [
  'account', 'bicycle', 'booking', 'bus', 'card', 'charger', 'coffee', 'delivery', 'garden', 'heating', 'invoice',
  'kitchen', 'laptop', 'library', 'meal', 'meter', 'parcel', 'platform', 'room', 'ticket',
]
const troubles = [
  ['broken', 'does not work', 'repaired'], ['late', 'has not come', 'brought'], ['missing', 'was never there', 'found'],
  ['dirty', 'was filthy', 'cleaned'], ['expensive', 'costs too much', 'explained'], ['wrong', 'is not what I chose', 'changed'],
  ['unsafe', 'nearly hurt me', 'closed off'], ['rude', 'came with an insult', 'talked about'],
  ['cancelled', 'was called off', 'put back'], ['confusing', 'makes no sense', 'written anew'],
]

const each = (count, write) => Array.from({ length: count }, (_, index) => write(index)).join('')
const of = (list, index) => list[index % list.length]

function topic(index) {
  const [thing, [adjective, clause, deed]] = [of(things, index), of(troubles, Math.floor(index / things.length))]
  return { name: `${adjective}-${thing}`, thing, adjective, clause, deed }
}

const head = count => `# Made by Benchmarks/large-playbook.mjs: ${count} categories.
decorum: 1
playbook: large
title: The playbook of a large organisation
version: 7.2.0
effective: 2026-12-01
timezone: Europe/London
about: |
  How forty people answer what is written to us on nine pages, in three languages and at every hour.

  - **Every matter has one owner.** Whoever owns it answers, and nobody else.
  - **Nothing is promised twice.** What was said is done before anything new is said.

imports: [std/reply-standards, std/channels]
used_on: [facebook, instagram]
`

const teams = count => `
teams:
${each(count / 10, index => `  team-${index + 1}:
    title: The people for ${of(things, index)} and ${of(things, index + 1)}
    contact: team-${index + 1}@large.example
    hours: [Mon-Fri 08:00-${17 + index % 4}:00, Sat 09:00-13:00]
    cover: duty
`)}  duty: {title: Duty manager, contact: "+44 20 7946 0000", hours: always}
`

// A list for each thing and one for each trouble: a category is one of these with one of those.
const lexicons = `
lexicons:
${things.map(thing => `  a-${thing}: {about: How people speak of a ${thing}., terms: [${thing}, ${thing}s]}\n`).join('')}${
  troubles.map(([adjective, clause, deed]) => `  ${adjective}: {about: How people say that something ${clause}., terms: [${
    [adjective, clause, `not ${deed}`, `why so ${adjective}ly`].join(', ')}]}\n`).join('')}`

const signals = `
signals:
  angry:
    about: How it is said, whatever is said.
    when: {text.capitals: more than 60%, text.words: at least 4}
    examples: ["WHY IS IT ALWAYS CLOSED"]
    counterexamples: ["OK FINE"]
`

function category(index, count) {
  const { name, thing, adjective, clause, deed } = topic(index)
  const rule = index % 3 ? '' : `    house_rule: Leave the names of other people out, as page ${index + 1} of our guide says.\n`
  const order = index % 3 ? `    respond: plan-${Math.floor(index / 5) + 1}\n` : `    do: [capture]\n    ladder: ladder-${index % (count / 40) + 1}\n`
  return `  - category: ${name}
    title: A ${thing} that is ${adjective}
${rule}    about: |
      Somebody says that a ${thing} ${clause}. We look it up before we answer, and say what will be ${deed}, and when.
    examples:
      - The ${thing} ${clause}
      - {text: "Is my ${thing} not ${deed} yet?", post: {rating: 1}}
    counterexamples:
      - I love my ${thing}
    when:
      - all: [{text.uses: a-${thing}}, {text.uses: ${adjective}}]
      - {text.says: ${thing} trouble, post.rating: at most 2, text.words: at least ${3 + index % 4}}
    unless: {text.says: [only asking about the ${thing}, "nothing ${adjective} at all"]${index % 7 ? '' : ', signal: angry'}}
${order}`
}

const plan = index => {
  const { thing, deed } = topic(index * 5)
  return `  plan-${index + 1}:
    title: The ${thing} is ${deed}
    owner: duty
    about: Say back what was said, own it, and say exactly what happens next. The order matters.
    reply: {within: ${30 + 10 * (index % 4)} minutes, in: public}
    steps:
      - step: acknowledge
        say: ["Thank you for telling us about the ${thing}, {author.name}. [what happened] is not how it should be."]
      - step: apologise
        say: ["We are sorry for [what happened]."]
      - step: solve
        about: Say what will happen, and by when.
        say: ["The ${thing} will be ${deed} by [when]."]
      - {step: follow_up, after: ${1 + index % 6} days, since: resolved}
    standards: [no-empty-apology, no-blame, no-blanket-reply]
`
}

const ladder = index => `  ladder-${index + 1}:
    title: Warn, then block (${index + 1})
    about: Nobody is blocked who was not warned.
    published: yes
    forget_after: ${30 * (index + 1)} days
    rungs:
      - {rung: watch, strikes: 1, do: [monitor, capture]}
      - {rung: warn, strikes: 2, do: [warn], say: ["{author.name}, please read our house rules. Next time we block."]}
      - {rung: block, strikes: 3, needs: warn, do: [{block: {for: 30 days}}], approval: duty, appeal: {to: duty, within: 14 days, answered_within: 5 days}}
`

const escalation = (index, count) => {
  const { name, thing, adjective } = topic(index * 10)
  return `  - escalation: on-${name}
    title: Many speak of a ${adjective} ${thing}
    when: {category: ${name}, thread.agreeing: at least ${3 + index % 5}}
    to: [{team: team-${index % (count / 10) + 1}, within: 30 minutes}, {team: duty, within: 1 hour}]
`
}

const playbook = count => [
  head(count), teams(count), lexicons, signals,
  `\ncategories:\n${each(count - 1, index => category(index, count))}  - category: other\n    title: Everything else\n    when: otherwise\n    respond: plan-1\n`,
  `\nresponses:\n${each(Math.ceil(count / 5), plan)}`, `\nladders:\n${each(count / 40, ladder)}`,
  `\nescalations:\n${each(count / 10, index => escalation(index, count))}`,
].join('')

const [count, file] = [Number(process.argv[2]), process.argv[3]]
if (![40, 80, 120, 160, 200].includes(count) || !file) {
  console.error('usage: node large-playbook.mjs COUNT FILE; the count is 40, 80, 120, 160 or 200')
  process.exit(2)
}
writeFileSync(file, playbook(count))
