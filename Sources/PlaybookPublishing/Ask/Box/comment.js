import { entryOf, valueOf } from './values.js'

/**
 * The answers of an empty form.
 *
 * `facts` and `strikes` are by name, `earlier` counts the author's comments of each kind, `rest` is JSON as the reader
 * typed it: what the form has no field for.
 */
export const noAnswers = () =>
  ({ text: '', channel: '', now: '', facts: {}, strikes: {}, earlier: {}, modes: [], rest: '' })

/**
 * The comment that somebody described in the form, as the engine reads it. What was left empty is not known.
 *
 * `present`: when a comment came of which nobody says when, as text. Throws a `SyntaxError` where `rest` is no JSON.
 */
export function commentOf(answers, fields, present) {
  const comment = { text: answers.text }
  if (answers.channel) comment.channel = answers.channel
  for (const { name, type, group, key } of fields) {
    const value = valueOf(type, answers.facts[name] ?? { text: '' })
    if (value !== undefined) (comment[group] ??= {})[key] = value
  }
  for (const [kind, text] of Object.entries(answers.earlier)) {
    const count = wholeNumber(text)
    if (count !== undefined) (comment.history ??= {})[kind] = Array(Math.min(count, 1000)).fill(answers.now || present)
  }
  for (const [ladder, text] of Object.entries(answers.strikes)) {
    const count = wholeNumber(text)
    if (count !== undefined) (comment.history ??= {})[ladder] = count
  }
  if (answers.modes.length) comment.modes = answers.modes
  if (answers.now) comment.now = answers.now
  return answers.rest.trim() ? merged(comment, JSON.parse(answers.rest)) : comment
}

/** The answers that describe a comment: in the fields what they can say, in `rest` what they cannot. */
export function answersOf(comment, { fields, ladders, histories, modes, channels }) {
  const answers = noAnswers(), rest = structuredClone(comment)
  answers.text = take(rest, undefined, 'text', value => typeof value === 'string' ? value : undefined) ?? ''
  const channel = value => channels.includes(value) ? value : undefined
  answers.channel = take(rest, undefined, 'channel', channel) ?? take(rest, 'post', 'channel', channel) ?? ''
  answers.now = take(rest, undefined, 'now', value => entryOf('instant', value)?.text) ?? ''
  for (const { name, type, group, key, words } of fields) {
    const entry = take(rest, group, key, value => entryOf(type, value, words))
    if (entry) answers.facts[name] = entry
  }
  const count = value => Number.isInteger(value) && value >= 0 ? String(value) : undefined
  for (const ladder of ladders) answers.strikes[ladder] = take(rest, 'history', ladder, count) ?? ''
  // Instants are known better than a count of them.
  for (const kind of histories) answers.earlier[kind] = ''
  answers.modes = take(rest, undefined, 'modes', value => areAmong(modes, value) ? value : undefined) ?? []
  delete rest.covers
  answers.rest = Object.keys(rest).length ? JSON.stringify(rest, null, 2) : ''
  return answers
}

/** Takes a member out of a comment, or out of a group of it, where it can be read; an empty group goes with it. */
function take(comment, group, key, read) {
  const owner = group === undefined ? comment : comment[group]
  if (!isObject(owner) || !Object.hasOwn(owner, key)) return undefined
  const value = read(owner[key])
  if (value === undefined) return undefined
  delete owner[key]
  if (group !== undefined && Object.keys(owner).length === 0) delete comment[group]
  return value
}

/** One object with the members of both; where both have one, that of the second. */
function merged(one, other) {
  if (!isObject(one) || !isObject(other)) return other
  const sum = new Map(Object.entries(one))
  for (const [key, value] of Object.entries(other)) sum.set(key, sum.has(key) ? merged(sum.get(key), value) : value)
  return Object.fromEntries(sum)
}

function wholeNumber(text) {
  const number = Number(text)
  return text.trim() !== '' && Number.isInteger(number) && number >= 0 ? number : undefined
}

/** Whether a value is an object of JSON. */
export const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value)

const areAmong = (known, names) => Array.isArray(names) && names.every(name => known.includes(name))
