import { isReached } from './standing.js'
import { utf8Length } from '../text/scalars.js'
import { readInstant } from '../time/instants.js'
import { secondsOfWord } from '../time/lengths.js'

/** The most bytes that name a comment, an author or a thread. */
export const greatestIdentity = 256

/** Which of an author's comments are counted, by their numbers in a program. */
export const histories = ['comments', 'same_text']

/** Why a comment cannot be read: a sentence that names the key. */
export class CommentProblem extends Error {}

/** The members of an object, be it a map or one of JavaScript's own. */
export function membersOf(value) {
  if (value instanceof Map) return [...value]
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? Object.entries(value).filter(([, each]) => each !== undefined) : undefined
}

/** Reads a comment: an object whose keys are those of the language's tests. */
export function readComment(json, program, now) {
  const members = membersOf(json)
  if (!members) throw new CommentProblem('A comment is an object.')
  if (!members.some(([key]) => key === 'text')) throw new CommentProblem('The comment has no `text`.')
  const reader = new CommentReader(program, now)
  for (const [key, value] of members) reader.read(key, value)
  return reader.comment
}

class CommentReader {
  constructor(program, now) {
    this.program = program
    this.rules = program.rules
    this.comment = {
      id: undefined, text: '', now, facts: [], histories: [], brakes: new Map(), said: new Map(), earlier: {},
      modes: new Set(), unknownKeys: [],
    }
  }

  read(key, value) {
    const { comment } = this
    switch (key) {
      case 'id': comment.id = identity(key, value); break
      case 'text': comment.text = expect(value, isText, key, 'a text'); break
      case 'now': comment.now = this.instant(key, value); break
      case 'channel': this.give('post.channel', key, value); break
      case 'facts': for (const [name, each] of objectOf(key, value)) this.give(name, `facts.${name}`, each); break
      case 'history': this.readHistory(value); break
      case 'modes': this.readModes(value); break
      case 'brakes': this.readBrakes(value); break
      case 'author':
      case 'post':
      case 'thread':
      case 'case':
        for (const [name, each] of objectOf(key, value)) this.give(`${key}.${name}`, `${key}.${name}`, each)
        break
      default: comment.unknownKeys.push(key)
    }
  }

  /** Takes over a fact. What is `null` is not given. */
  give(name, key, value) {
    const { facts } = this.comment
    const place = this.program.places.facts.get(name)
    if (place === undefined) return this.comment.unknownKeys.push(key)
    if (value === null) return
    const given = this.fact(key, value, this.rules.facts[place].type)
    if (facts[place] !== undefined) throw new CommentProblem(`The fact \`${name}\` is given twice.`)
    facts[place] = given
  }

  fact(key, value, type) {
    switch (type) {
      case 'number': return expect(value, isNumber, key, 'a number')
      case 'yes_no': return expect(value, isTruth, key, 'true or false')
      case 'word': return [this.word(expect(value, isText, key, 'a text'))]
      case 'words': return (isText(value) ? [value] : textsOf(key, value)).map(word => this.word(word))
      case 'text': return expect(value, isText, key, 'a text')
      case 'identity': return identity(key, value)
      case 'duration': return duration(key, value)
      default: return this.instant(key, value)
    }
  }

  /** A word as it was written, in its normal form, and in that of the program's own matching. */
  word(written) {
    return { written, plain: this.program.plain(written), normal: this.program.normal(written) }
  }

  instant(key, value) {
    const instant = isText(value) ? readInstant(value, this.rules.zone) : undefined
    return expect(instant, isNumber, key, 'an instant such as "2026-12-01T10:00:00Z"')
  }

  /** The modes that are on; those that the playbook does not have are named with the unknown keys. */
  readModes(value) {
    for (const name of value === null ? [] : textsOf('modes', value)) {
      const place = this.program.places.modes.get(name)
      if (place === undefined) this.comment.unknownKeys.push(`modes.${name}`)
      else this.comment.modes.add(place)
    }
  }

  /** How often each action was taken so far. */
  readBrakes(value) {
    for (const [name, each] of objectOf('brakes', value)) {
      const place = this.program.places.actions.get(name)
      if (place === undefined) this.comment.unknownKeys.push(`brakes.${name}`)
      else this.comment.brakes.set(place, count(`brakes.${name}`, each))
    }
  }

  readHistory(value) {
    for (const [name, each] of objectOf('history', value)) {
      const key = `history.${name}`
      const place = this.program.places.ladders.get(name)
      if (name === 'said') this.readSaid(each)
      else if (histories.includes(name)) this.readEarlier(name, key, each)
      else if (place === undefined) this.comment.unknownKeys.push(key)
      else this.comment.histories[place] = this.ladderHistory(key, each, this.rules.ladders[place])
    }
  }

  /** Which wording of each clause the author was given last. */
  readSaid(value) {
    for (const [anchor, each] of objectOf('history.said', value)) {
      this.comment.said.set(anchor, count(`history.said.${anchor}`, each))
    }
  }

  /** When the author wrote before, one instant for each comment. */
  readEarlier(name, key, value) {
    if (value === null) return
    this.comment.earlier[name] = expect(value, Array.isArray, key, 'a list').map(each => this.instant(key, each))
  }

  /** A number of strikes, or an object with `strikes`, `done` and `since`. */
  ladderHistory(key, value, ladder) {
    if (value === null) return undefined
    if (isNumber(value)) return this.historyOf(strikes(key, value), ladder)
    const members = membersOf(value)
    if (!members) throw new CommentProblem(`\`${key}\` is neither a number nor an object.`)
    const known = new Map(members)
    if (!known.has('strikes')) throw new CommentProblem(`\`${key}\` has no \`strikes\`.`)
    const others = members.filter(([name]) => !['strikes', 'done', 'since'].includes(name))
    this.comment.unknownKeys.push(...others.map(([name]) => `${key}.${name}`))
    const history = { strikes: strikes(`${key}.strikes`, known.get('strikes')), done: [] }
    if (known.has('done')) history.done = textsOf(`${key}.done`, known.get('done'))
    if (known.has('since')) this.instant(`${key}.since`, known.get('since'))
    return history
  }

  /** A history of so many strikes in which every rung was carried out that they reach. */
  historyOf(strikes, { rungs }) {
    return { strikes, done: rungs.filter(rung => isReached(rung, strikes)).map(rung => rung.name) }
  }
}

const isText = value => typeof value === 'string'
const isNumber = value => typeof value === 'number' && Number.isFinite(value)
const isTruth = value => typeof value === 'boolean'

function expect(value, isWanted, key, wanted) {
  if (!isWanted(value)) throw new CommentProblem(`\`${key}\` is not ${wanted}.`)
  return value
}

function objectOf(key, value) {
  return value === null ? [] : expect(membersOf(value), Array.isArray, key, 'an object')
}

function textsOf(key, value) {
  return expect(value, list => Array.isArray(list) && list.every(isText), key, 'a list of texts')
}

/** Names of platforms are compared as they came. */
function identity(key, value) {
  const text = expect(value, isText, key, 'a text')
  if (utf8Length(text) > greatestIdentity) throw new CommentProblem(`\`${key}\` is longer than ${greatestIdentity} bytes.`)
  return text
}

const strikes = (key, value) => count(key, value, 'a whole number of strikes')

/** A whole number from zero to a million. */
function count(key, value, wanted = 'a whole number') {
  return expect(value, number => Number.isInteger(number) && number >= 0 && number <= 1e6, key, wanted)
}

/** A duration: a number of seconds, or a text such as `3 days`. */
function duration(key, value) {
  const seconds = isText(value) ? writtenSeconds(value) : value
  const wanted = 'a duration: a number of seconds, or a text such as "3 days"'
  return expect(seconds, number => isNumber(number) && number >= 0, key, wanted)
}

/** The seconds of a length of time such as `3 days`; months have no fixed length. */
function writtenSeconds(text) {
  const [number, unit, ...rest] = text.split(' ').filter(part => part)
  const size = secondsOfWord(unit)
  if (rest.length || size === undefined || !/^[0-9.]*[0-9][0-9.]*$/.test(number)) return undefined
  const count = Number(number)
  return Number.isFinite(count) ? count * size : undefined
}
