import { isObject } from './comment.js'

/**
 * The decision as a command. Where the flags of the command can say all of the comment, it is made of them; else the
 * comment goes in as a line of JSON. `now`: the instant of the decision, as text.
 */
export function commandFor(comment, program, now) {
  const flags = flagsOf(comment)
  const when = `--now ${quoted(now)}`
  const asked = `decorum decide ${quoted(program)}`
  if (!flags) return `printf '%s\\n' ${quoted(JSON.stringify(comment))} | ${asked} --ndjson ${when}`
  // Behind the dashes, a text that begins with one is no flag.
  return [asked, ...flags, when, '--', quoted(comment.text)].join(' ')
}

/** The flags of `decorum decide`; nothing where they cannot say all that is known. */
function flagsOf({ text, channel, author = {}, now, facts = {}, modes = [], history = {}, ...rest }) {
  if (channel === null || ![facts, history].every(isObject) || !Array.isArray(modes)) return undefined
  const flags = []
  if (channel !== undefined) flags.push(`--channel ${quoted(channel)}`)
  for (const [group, members] of Object.entries({ author, ...rest })) {
    if (!['author', 'post', 'thread', 'case'].includes(group) || !isObject(members)) return undefined
    for (const [key, value] of Object.entries(members)) flags.push(factFlag(`${group}.${key}`, value))
  }
  for (const [name, value] of Object.entries(facts)) flags.push(factFlag(name, value))
  for (const [ladder, strikes] of Object.entries(history)) {
    flags.push(typeof strikes === 'number' ? `--history ${quoted(`${ladder}=${strikes}`)}` : undefined)
  }
  for (const mode of modes) flags.push(`--mode ${quoted(mode)}`)
  return flags.includes(undefined) ? undefined : flags
}

function factFlag(name, value) {
  const text = flagText(value)
  if (text === undefined) return undefined
  return name === 'author.id' ? `--author ${quoted(text)}` : `--fact ${quoted(`${name}=${text}`)}`
}

function flagText(value) {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return /^[0-9]+(\.[0-9]+)?$/.test(String(value)) ? String(value) : undefined
  if (Array.isArray(value)) return value.some(word => word.includes(',')) ? undefined : value.join(',')
  return typeof value === 'string' ? value : undefined
}

const isPlainWord = /^[A-Za-z0-9_.,=:+-]+$/

/** A text as the shell takes it for one word. */
const quoted = text => isPlainWord.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", `'\\''`)}'`

/** A decision as a test that stands under `tests:` of a playbook. */
export function testFor(comment, decision, now) {
  const test = { test: decision.summary.replaceAll('\n', ' '), comment: { ...comment, now }, expect: expected(decision) }
  return `- ${yaml(test, '  ').trimStart()}`
}

function expected({ category, stance, also, actions, may, reply, escalations, ladders }) {
  const names = list => list?.length ? list : 'none'
  return {
    category, stance,
    also: also?.length ? also : undefined,
    actions: names(actions?.map(({ action }) => action)),
    may: may?.length ? may.map(({ action }) => action) : undefined,
    escalations: names(escalations),
    ladders: ladders && Object.fromEntries(ladders.map(({ ladder, rung }) => [ladder, rung ?? 'none'])),
    reply: reply && { plan: reply.plan, owner: reply.owner, in: reply.in },
  }
}

/** A mapping as YAML, each line with an indentation before it. */
function yaml(mapping, indentation) {
  return Object.entries(mapping).filter(([, value]) => value !== undefined).map(([key, value]) => {
    if (!isObject(value)) return `${indentation}${key}: ${scalar(value)}\n`
    return `${indentation}${key}:\n${yaml(value, indentation + '  ')}`
  }).join('')
}

function scalar(value) {
  if (Array.isArray(value)) return `[${value.map(scalar).join(', ')}]`
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  return /^[a-z][a-z0-9_-]*$/.test(value) ? value : quotedScalar(value)
}

/** In double quotes, with escapes for all that a playbook may not hold as it is. */
function quotedScalar(text) {
  return JSON.stringify(text).replace(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, character => {
    const number = character.codePointAt(0).toString(16)
    return number.length > 4 ? `\\U${number.padStart(8, '0')}` : `\\u${number.padStart(4, '0')}`
  })
}
