import { isReached } from './standing.js'
import { utf8Length } from '../text/scalars.js'
import { readInstant } from '../time/instants.js'
import { secondsOfWord } from '../time/lengths.js'

/** The most bytes that name a comment, an author or a thread. */
export const greatestIdentity = 256

const mostKnownWords = 256

/** Which of an author's comments are counted, by their numbers in a program. */
export const histories = ['comments', 'same_text']

/** Why a comment cannot be read: a sentence that names the key. */
export class CommentProblem extends Error {}

const hasOwn = Object.prototype.hasOwnProperty

/** Whether a value is an object of JSON: a map, or one of JavaScript's own. */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether it is one whose keys can be walked without a list of them. */
const isOwnObject = value => isObject(value) && !(value instanceof Map)

/** The keys of an object; nothing for what is none. */
function keysOf(value) {
  if (!isObject(value)) return undefined
  return value instanceof Map ? value.keys() : Object.keys(value)
}

/** The value of one of those keys. */
const valueOf = (object, key) => object instanceof Map ? object.get(key) : object[key]

export function memberOf(value, key) {
  if (value instanceof Map) return value.get(key)
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? value[key] : undefined
}

/** Reads a comment: an object whose keys are those of the language's tests. What is `undefined` is not there. */
export function readComment(json, program, now) {
  if (!isObject(json)) throw new CommentProblem('A comment is an object.')
  if (memberOf(json, 'text') === undefined) throw new CommentProblem('The comment has no `text`.')
  const reader = new CommentReader(program, now)
  if (isOwnObject(json)) {
    for (const key in json) if (hasOwn.call(json, key)) reader.read(key, json[key])
  } else for (const key of keysOf(json)) reader.read(key, valueOf(json, key))
  return reader.comment
}

class CommentReader {
  constructor(program, now) {
    this.program = program
    this.rules = program.rules
    this.comment = {
      id: undefined, text: '', now, facts: Array(program.rules.facts.length), histories: [], brakes: none, said: none,
      earlier: {}, modes: none, unknownKeys: [],
    }
  }

  read(key, value) {
    if (value === undefined) return
    const { comment } = this
    switch (key) {
      case 'id': comment.id = identity(value, key); break
      case 'text': comment.text = givenText(value, key); break
      case 'now': comment.now = this.instant(value, key); break
      case 'channel': this.give(this.program.places.facts.get('post.channel'), value, key); break
      case 'author':
      case 'post':
      case 'thread':
      case 'case':
      case 'facts': this.readGroup(key, value); break
      case 'history': this.readHistory(value); break
      case 'modes': this.readModes(value); break
      case 'brakes': this.readBrakes(value); break
      default: comment.unknownKeys.push(key)
    }
  }

  /** Facts of the language under `author` and the like, and facts by their whole name. */
  readGroup(key, value) {
    const places = this.program.placesUnder[key]
    if (isOwnObject(value)) {
      for (const name in value) if (hasOwn.call(value, name)) this.give(places.get(name), value[name], key, name)
    } else for (const name of keysIn(key, value)) this.give(places.get(name), valueOf(value, name), key, name)
  }

  /** Takes over a fact. What is `null` is not given. */
  give(place, value, key, name) {
    if (value === undefined) return
    if (place === undefined) return void this.comment.unknownKeys.push(path(key, name))
    if (value === null) return
    const { facts } = this.comment, fact = this.rules.facts[place]
    const given = this.fact(value, fact.type, key, name)
    if (facts[place] !== undefined) throw new CommentProblem(`The fact \`${fact.name}\` is given twice.`)
    facts[place] = given
  }

  fact(value, type, key, name) {
    switch (type) {
      case 'number': return isNumber(value) ? value : refuse('a number', key, name)
      case 'yes_no': return isTruth(value) ? value : refuse('true or false', key, name)
      case 'word': return this.word(givenText(value, key, name)).alone
      case 'words': return (isText(value) ? [value] : textsOf(value, key, name)).map(word => this.word(word))
      case 'text': return givenText(value, key, name)
      case 'identity': return identity(value, key, name)
      case 'duration': return duration(value, key, name)
      default: return this.instant(value, key, name)
    }
  }

  /** A word as it was written, in its normal form, and in that of the program's own matching. */
  word(written) {
    const { knownWords } = this.program
    return knownWords.get(written) ?? this.keepWord(written)
  }

  /** Most words come again and again: some are kept, so many that nobody can fill the memory. */
  keepWord(written) {
    const { knownWords } = this.program, plain = this.program.plain(written)
    const normal = this.rules.ignoresAccents ? this.program.normal(written) : plain
    const word = { written, plain, normal, alone: undefined }
    // As the value of a fact of one word, which nobody changes.
    word.alone = [word]
    if (knownWords.size >= mostKnownWords) knownWords.clear()
    if (written.length <= greatestIdentity) knownWords.set(written, word)
    return word
  }

  instant(value, key, name) {
    const instant = isText(value) ? readInstant(value, this.rules.zone) : undefined
    return expect(instant, isNumber, 'an instant such as "2026-12-01T10:00:00Z"', key, name)
  }

  /** The modes that are on; those that the playbook does not have are named with the unknown keys. */
  readModes(value) {
    this.comment.modes = new Set()
    for (const name of value === null ? [] : textsOf(value, 'modes')) {
      const place = this.program.places.modes.get(name)
      if (place === undefined) this.comment.unknownKeys.push(path('modes', name))
      else this.comment.modes.add(place)
    }
  }

  /** How often each action was taken so far. */
  readBrakes(value) {
    this.comment.brakes = new Map()
    for (const name of keysIn('brakes', value)) {
      const place = this.program.places.actions.get(name)
      if (place === undefined) this.comment.unknownKeys.push(path('brakes', name))
      else this.comment.brakes.set(place, count(valueOf(value, name), 'brakes', name))
    }
  }

  readHistory(value) {
    for (const name of keysIn('history', value)) {
      const place = this.program.places.ladders.get(name), each = valueOf(value, name)
      if (name === 'said') this.readSaid(each)
      else if (histories.includes(name)) this.readEarlier(name, each)
      else if (place === undefined) this.comment.unknownKeys.push(path('history', name))
      else this.comment.histories[place] = this.ladderHistory(each, this.rules.ladders[place], path('history', name))
    }
  }

  /** Which wording of each clause the author was given last. */
  readSaid(value) {
    this.comment.said = new Map()
    for (const anchor of keysIn('history.said', value)) {
      this.comment.said.set(anchor, count(valueOf(value, anchor), 'history.said', anchor))
    }
  }

  /** When the author wrote before, one instant for each comment. */
  readEarlier(name, value) {
    if (value === null) return
    const instants = expect(value, Array.isArray, 'a list', 'history', name)
    this.comment.earlier[name] = instants.map(each => this.instant(each, 'history', name))
  }

  /** A number of strikes, or an object with `strikes`, `done` and `since`. */
  ladderHistory(value, ladder, key) {
    if (value === null) return undefined
    if (isNumber(value)) return historyOf(strikes(value, key), ladder)
    const keys = keysOf(value)
    if (!keys) throw new CommentProblem(`\`${key}\` is neither a number nor an object.`)
    const [counted, done, since] = ['strikes', 'done', 'since'].map(name => memberOf(value, name))
    if (counted === undefined) throw new CommentProblem(`\`${key}\` has no \`strikes\`.`)
    const others = [...keys].filter(name => !['strikes', 'done', 'since'].includes(name))
    this.comment.unknownKeys.push(...others.map(name => path(key, name)))
    const history = { strikes: strikes(counted, key, 'strikes'), done: [] }
    if (done !== undefined) history.done = textsOf(done, key, 'done')
    if (since !== undefined) this.instant(since, key, 'since')
    return history
  }
}

/** A history of so many strikes in which every rung was carried out that they reach. */
function historyOf(strikes, { rungs }) {
  return { strikes, done: rungs.filter(rung => isReached(rung, strikes)).map(rung => rung.name) }
}

/** What most comments do not give. */
const none = new Map()

const isText = value => typeof value === 'string'
const isNumber = value => typeof value === 'number' && Number.isFinite(value)
const isTruth = value => typeof value === 'boolean'

/** The key as problems name it: that of a group, and what stands in it. */
const path = (key, name) => name === undefined ? key : `${key}.${name}`

function refuse(wanted, key, name) {
  throw new CommentProblem(`\`${path(key, name)}\` is not ${wanted}.`)
}

function expect(value, isWanted, wanted, key, name) {
  return isWanted(value) ? value : refuse(wanted, key, name)
}

function givenText(value, key, name) {
  return isText(value) ? value : refuse('a text', key, name)
}

function keysIn(key, value) {
  return value === null ? [] : expect(keysOf(value), keys => keys, 'an object', key)
}

function textsOf(value, key, name) {
  return expect(value, list => Array.isArray(list) && list.every(isText), 'a list of texts', key, name)
}

/** Names of platforms are compared as they came. */
function identity(value, key, name) {
  const identity = givenText(value, key, name)
  if (identity.length * 3 <= greatestIdentity || utf8Length(identity) <= greatestIdentity) return identity
  throw new CommentProblem(`\`${path(key, name)}\` is longer than ${greatestIdentity} bytes.`)
}

const strikes = (value, key, name) => count(value, key, name, 'a whole number of strikes')

/** A whole number from zero to a million. */
function count(value, key, name, wanted = 'a whole number') {
  return expect(value, number => Number.isInteger(number) && number >= 0 && number <= 1e6, wanted, key, name)
}

/** A duration: a number of seconds, or a text such as `3 days`. */
function duration(value, key, name) {
  const seconds = isText(value) ? writtenSeconds(value) : value
  const wanted = 'a duration: a number of seconds, or a text such as "3 days"'
  return expect(seconds, number => isNumber(number) && number >= 0, wanted, key, name)
}

/** The seconds of a length of time such as `3 days`; months have no fixed length. */
function writtenSeconds(text) {
  const [number, unit, ...rest] = text.split(' ').filter(part => part)
  const size = secondsOfWord(unit)
  if (rest.length || size === undefined || !/^[0-9.]*[0-9][0-9.]*$/.test(number)) return undefined
  const count = Number(number)
  return Number.isFinite(count) ? count * size : undefined
}
