import { firstCharacters } from '../text/characters.js'
import { utf8Length } from '../text/scalars.js'

const greatestDepth = 64

/** Why a text is no JSON: its message is `line:column: sentence`. */
export class JSONProblem extends Error {}

/**
 * Reads one JSON text (RFC 8259), strictly. Objects become maps, so that members keep their order.
 *
 * Refused are also keys that stand twice in an object, numbers beyond binary64, arrays and objects that stand more than
 * 64 deep in each other, and ill-formed UTF-8, of which each byte stands in the text as a surrogate. The escape of a
 * lone surrogate is read as U+FFFD.
 */
export function readJSON(text) {
  return new JSONReader(text).text()
}

class JSONReader {
  constructor(text) {
    this.source = text
    this.at = 0
    this.depth = 0
  }

  text() {
    if (this.source.charCodeAt(0) === 0xFEFF) throw this.problem('The text begins with a byte order mark.')
    this.skipSpace()
    const value = this.value()
    this.skipSpace()
    if (this.at < this.source.length) throw this.problem('There is more text after the value.')
    return value
  }

  value() {
    const next = this.source[this.at]
    if (next === '"') return this.string()
    if (next === '{') return this.nested(this.object)
    if (next === '[') return this.nested(this.array)
    if (next === '-' || next >= '0' && next <= '9') return this.number()
    if (next === 't') return this.word('true', true)
    if (next === 'f') return this.word('false', false)
    if (next === 'n') return this.word('null', null)
    throw this.problem('A value is missing here.')
  }

  word(word, value) {
    if (!this.skip(word)) throw this.problem('Neither a value nor one of the words true, false and null.')
    return value
  }

  nested(read) {
    if (this.depth === greatestDepth) {
      throw this.problem(`Arrays and objects stand more than ${greatestDepth} deep in each other.`)
    }
    this.depth += 1
    this.at += 1
    this.skipSpace()
    const value = read.call(this)
    this.depth -= 1
    return value
  }

  array() {
    const elements = []
    if (this.skip(']')) return elements
    for (;;) {
      elements.push(this.value())
      this.skipSpace()
      if (this.skip(']')) return elements
      this.comma(']', 'array')
    }
  }

  object() {
    const members = new Map()
    if (this.skip('}')) return members
    let second, place
    for (;;) {
      const start = this.at
      const key = this.key()
      if (second === undefined && members.has(key)) [second, place] = [key, start]
      members.set(key, this.value())
      this.skipSpace()
      if (this.skip('}')) break
      this.comma('}', 'object')
    }
    if (second !== undefined) throw this.problem(`The key ${quoted(second)} stands twice in one object.`, place)
    return members
  }

  key() {
    if (this.source[this.at] !== '"') throw this.problem('A key in double quotes is missing here.')
    const key = this.string()
    this.skipSpace()
    if (!this.skip(':')) throw this.problem('A colon is missing after the key.')
    this.skipSpace()
    return key
  }

  comma(end, kind) {
    const place = this.at
    if (!this.skip(',')) throw this.problem(`A comma or the end of the ${kind} is missing here.`)
    this.skipSpace()
    if (this.source[this.at] === end) throw this.problem(`A comma stands before the end of the ${kind}.`, place)
  }

  skipSpace() {
    while (isSpace(this.source.charCodeAt(this.at))) this.at++
  }

  skip(word) {
    if (!this.source.startsWith(word, this.at)) return false
    this.at += word.length
    return true
  }

  number() {
    const start = this.at
    this.skip('-')
    if (!this.skip('0')) this.digits()
    if (this.skip('.')) this.digits()
    if (this.skip('e') || this.skip('E')) {
      this.skip('+') || this.skip('-')
      this.digits()
    }
    const number = Number(this.source.slice(start, this.at))
    if (!Number.isFinite(number)) throw this.problem('The number is too large.', start)
    return number
  }

  digits() {
    const start = this.at
    while (this.source[this.at] >= '0' && this.source[this.at] <= '9') this.at++
    if (this.at === start) throw this.problem('A digit is missing in the number.')
  }

  string() {
    const start = this.at++
    let text = ''
    while (this.at < this.source.length) {
      text += this.plainCharacters()
      const next = this.source[this.at]
      if (next === '"') {
        this.at += 1
        return text
      }
      if (next === '\\') text += this.escape()
    }
    throw this.problem('The text ends within a string.', start)
  }

  /** Takes over a run of characters that mean themselves. */
  plainCharacters() {
    const { source } = this
    const start = this.at
    for (; this.at < source.length; this.at++) {
      const unit = source.charCodeAt(this.at)
      if (unit === 0x22 || unit === 0x5C) break
      if (unit < 0x20) throw this.problem('A control character stands unescaped in a string.')
      if ((unit & 0xF800) === 0xD800) this.pair(unit)
    }
    return source.slice(start, this.at)
  }

  pair(unit) {
    const isPair = unit < 0xDC00 && (this.source.charCodeAt(this.at + 1) & 0xFC00) === 0xDC00
    if (!isPair) throw this.problem('The text is not well-formed UTF-8.', this.at)
    this.at += 1
  }

  escape() {
    const next = this.source[this.at + 1]
    if (next === 'u') return this.unicodeEscape()
    const place = next === undefined ? 0 : '"\\/bfnrt'.indexOf(next)
    if (place < 0) throw this.problem('JSON has no such escape.')
    this.at += 2
    return '"\\/\b\f\n\r\t'[place]
  }

  unicodeEscape() {
    const unit = this.codeUnit()
    if (unit === undefined) throw this.problem('Four hexadecimal digits are missing after \\u.')
    this.at += 6
    if ((unit & 0xF800) !== 0xD800) return String.fromCharCode(unit)
    const trail = unit < 0xDC00 ? this.codeUnit() : undefined
    if ((trail & 0xFC00) !== 0xDC00) return '\uFFFD'
    this.at += 6
    return String.fromCharCode(unit, trail)
  }

  /** The code unit of the escape `\uXXXX` at the cursor. */
  codeUnit() {
    const digits = this.source.slice(this.at, this.at + 6)
    return /^\\u[0-9a-f]{4}$/i.test(digits) ? parseInt(digits.slice(2), 16) : undefined
  }

  /** A problem at the cursor, or at an earlier place. Where the text has simply ended, that is what it says. */
  problem(sentence, place) {
    const hasEnded = place === undefined && this.at >= this.source.length
    const lines = this.source.slice(0, place ?? this.at).split('\n')
    const column = [...lines[lines.length - 1]].length + 1
    return new JSONProblem(`${lines.length}:${column}: ${hasEnded ? 'The text ends too early.' : sentence}`)
  }
}

const isSpace = unit => unit === 0x20 || unit === 0x0A || unit === 0x0D || unit === 0x09

/** The key in quotes as a message shows it, long ones shortened. */
function quoted(key) {
  return utf8Length(key) > 60 ? `"${firstCharacters(key, 40)}…"` : `"${key}"`
}
