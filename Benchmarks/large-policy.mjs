// Writes a policy of many categories and terms: `node large-policy.mjs 40 1000 FILE`.
//
// The same numbers give the same bytes. Each category has a word list of its own; beside it some ask for phrases, for
// followers, ratings, measures of the text or a signal, and have exceptions. `decorum check` finds nothing in it: it
// proves that every category can be reached and every part of a condition matters.
import { writeFileSync } from 'node:fs'

const onsets = ['b', 'br', 'd', 'dr', 'f', 'g', 'gr', 'k', 'l', 'm', 'n', 'p', 'pl', 'r', 's', 'st', 't', 'tr', 'v', 'w']
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou']
const ends = ['ck', 'l', 'm', 'n', 'nd', 'r', 'rt', 's', 't', 'x']

/** A word for each number, no two alike. */
function word(number) {
  const syllable = rest => onsets[rest % 20] + vowels[Math.floor(rest / 20) % 7]
  const first = number % 140
  return syllable(first) + syllable(Math.floor(number / 140) % 140) + ends[Math.floor(number / 19600) % 10] + 'o'
}

const [categories, terms] = process.argv.slice(2, 4).map(Number)
const perList = Math.floor(terms / categories)

/** A word that is in no list. */
const free = number => word(150_000 + number)

const range = count => Array.from({ length: count }, (_, index) => index)

function term(list, index) {
  const base = word(list * perList + index)
  // Some terms are phrases, and some end as they like.
  if (index % 5 === 3) return `${base} again`
  return index % 7 === 2 ? `${base}*` : base
}

const lexicons = range(categories).map(list => {
  const disguises = list % 10 === 4 ? ', disguises: yes' : ''
  return `  list-${list}: {terms: [${range(perList).map(index => term(list, index)).join(', ')}]${disguises}}\n`
}).join('')

const signals = range(Math.ceil((categories - 2) / 6)).map(index =>
  `  sign-${index}: {any: [{text.says: sign ${free(index)}}, {text.capitals: more than ${20 + index % 60}%, text.words: at least ${3 + index % 20}}]}\n`
).join('')

function condition(index) {
  const list = `text.uses: list-${index}`
  switch (index % 6) {
    case 0: return `{${list}, author.followers: at least ${100 + index}}`
    case 1: return `[{${list}}, {text.says: [call me about ${free(index)}, where is ${free(index)}], post.rating: at most 2}]`
    case 2: return `[{${list}}, {signal: sign-${Math.floor(index / 6)}, text.exclamations: at least ${1 + index % 9}}]`
    case 3: return `{text.count: {list-${index}: at least 2}}`
    case 4: return `{${list}, none: [{text.links: at least 3}, {text.says: only asking about ${free(index)}}]}`
    default: return `{any: [{${list}}, {count: {of: [{author.verified: yes}, {text.questions: at least ${1 + index % 5}}, {text.says: order ${free(index)}}], is: at least 2}}]}`
  }
}

function exception(index) {
  if (index % 5 === 1) return ', unless: {author.roles: staff}'
  return index % 5 === 3 ? `, unless: {text.says: thanks for ${free(index)}}` : ''
}

const rules = range(categories).map(index =>
  `  - {category: topic-${index}, when: ${condition(index)}${exception(index)}, respond: plan-${index % 8}}\n`
).join('')

const plans = range(8).map(index =>
  `  plan-${index}: {owner: care, reply: {within: ${30 + index} minutes, in: public}, steps: [{step: explain}]}\n`
).join('')

const escalations = range(Math.ceil(categories / 10)).map(index =>
  `  - {escalation: call-${index}, when: {text.says: [sue over ${free(index)}, my lawyer and ${free(index)}]}, to: [{team: legal, within: 20 minutes}], hold_reply: yes}\n`
).join('')

writeFileSync(process.argv[4], `# Made by Benchmarks/large-policy.mjs: ${categories} categories, ${terms} terms.
decorum: 1
playbook: large-policy
timezone: Europe/London
teams: {care: {title: Customer care, hours: always}, legal: {title: Legal counsel, hours: always}}
lexicons:
${lexicons}signals:
${signals}categories:
${rules}  - {category: other, when: otherwise, respond: plan-0}
responses:
${plans}escalations:
${escalations}`)
