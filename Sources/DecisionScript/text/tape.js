import {
  apostrophe, isAccent, isCased, isDigit, isLetter, isOfWord, isUnspaced, isUpperCase, isWhiteSpace, masked, star,
} from './kinds.js'

/** What is known of a character of a tape: the traits of its kind, and how it stands among the others. */
export const inWord = 1
export const letter = 2
export const digit = 4
export const whiteSpace = 8
/** Nothing before it belongs to the same word. */
export const startsWord = 16
/** Nothing after it belongs to the same word, a final `'s` aside. */
export const endsWord = 32
/** It may stand between two words of a phrase. */
export const gap = 64
/** A single apostrophe between letters. */
export const joiningApostrophe = 128
/** No letter or digit stands at its sides. */
export const alone = 256
/** Only a separator stands between it and the character before it, and it was taken out. */
export const pulledUp = 512
export const unspaced = 1024
/** A chain of such characters begins with it, or ended before it: no word goes across. */
export const breaksWord = 2048

export const partOfWord = inWord | joiningApostrophe

const smallS = 0x73, capitalI = 0x49
const bitOfL = 1 << 11

/**
 * A text as the search for disguises reads it: without accents, every character with the letters that it can be read
 * as, with what is known of the words around it, and with its place in the folded text.
 */
export class Tape {
  constructor(capacity) {
    this.clear(capacity)
  }

  clear(capacity) {
    this.count = 0
    if (this.scalars?.length >= capacity) return
    this.scalars = new Int32Array(capacity)
    this.latins = new Int32Array(capacity)
    this.others = new Int32Array(capacity)
    this.traits = new Int32Array(capacity)
    this.starts = new Int32Array(capacity)
    this.ends = new Int32Array(capacity)
  }

  /** Reads a text in the place of what stood here. */
  read(text, shapes) {
    const { folded } = text
    this.clear(folded.count)
    for (let at = 0; at < folded.count; at++) this.add(folded.scalars[at], folded.kinds[at], at, shapes)
    for (let at = 0; at < this.count; at++) this.markApostrophe(at)
    for (let at = 0; at < this.count; at++) this.markWord(at)
    for (let at = 0; at < this.count; at++) this.markGap(at)
    this.readCapitalI(text)
  }

  add(scalar, kind, at, shapes) {
    if (kind & isAccent) {
      if (this.count) this.ends[this.count - 1] = at + 1
      return
    }
    const place = this.count++
    this.scalars[place] = scalar
    this.latins[place] = shapes.latin(scalar)
    this.others[place] = shapes.other(scalar)
    this.traits[place] = traitsOf(kind)
    this.starts[place] = at
    this.ends[place] = at + 1
  }

  /** Takes over a character of another tape. */
  copy(tape, at) {
    const place = this.count++
    this.scalars[place] = tape.scalars[at]
    this.latins[place] = tape.latins[at]
    this.others[place] = tape.others[at]
    this.traits[place] = tape.traits[at]
    this.starts[place] = tape.starts[at]
    this.ends[place] = tape.ends[at]
  }

  traitsAt(at) {
    return at >= 0 && at < this.count ? this.traits[at] : 0
  }

  markApostrophe(at) {
    if (this.scalars[at] !== apostrophe) return
    const before = this.traitsAt(at - 1), after = this.traitsAt(at + 1)
    const isBetween = before & inWord && !(before & digit) && after & letter
    if (isBetween && !((before | after) & unspaced)) this.traits[at] |= joiningApostrophe
  }

  markWord(at) {
    const before = this.traitsAt(at - 1), after = this.traitsAt(at + 1)
    const isFirst = !(before & partOfWord) && !this.isPicturedPair(at - 1)
    const isLast = !(after & partOfWord) && !this.isPicturedPair(at)
    const starts = isFirst || this.isUnspacedBoundary(at)
    const ends = isLast || this.isUnspacedBoundary(at + 1) || this.isFinalS(at + 1)
    this.traits[at] |= (starts && startsWord) | (ends && endsWord) | ((before | after) & inWord ? 0 : alone)
  }

  /** Two letters in circles or squares, or a flag: between them no word ends. */
  isPicturedPair(first) {
    return first >= 0 && first + 1 < this.count && this.isPictured(first) && this.isPictured(first + 1)
  }

  isPictured(at) {
    return !(this.traits[at] & inWord) && this.hasShape(at) && this.scalars[at] > 0xFFFF
  }

  hasShape(at) {
    return this.latins[at] !== 0 || this.others[at] !== 0
  }

  /** It can be read as a letter, or it is one, or a digit, or it hides one. */
  isReadable(at) {
    return (this.traits[at] & inWord) !== 0 || this.hasShape(at) || this.scalars[at] === star
  }

  /** Where every letter is a word, one ends before each letter, but not before a mark. */
  isUnspacedBoundary(at) {
    const before = this.traitsAt(at - 1), after = this.traitsAt(at)
    const isMark = after & inWord && !(after & (letter | digit))
    return !isMark && ((before | after) & unspaced) !== 0
  }

  /** Whether a final `'s`, which may be left off, begins at a place. */
  isFinalS(at) {
    return (this.traitsAt(at) & joiningApostrophe) !== 0 && this.scalars[at + 1] === smallS
      && !(this.traitsAt(at + 2) & partOfWord)
  }

  markGap(at) {
    const isLeftOff = this.isFinalS(at) || this.isFinalS(at - 1)
    if (isLeftOff || !(this.traits[at] & partOfWord) && !this.endsSentence(at)) this.traits[at] |= gap
  }

  endsSentence(at) {
    const scalar = this.scalars[at]
    if (scalar === masked || scalar === 0x3002) return true
    return (scalar === 0x2E || scalar === 0x21 || scalar === 0x3F) && (this.traitsAt(at + 1) & whiteSpace) !== 0
  }

  /**
   * Reads a capital `I` as `l` too, as UTS #39 does; folding alone would hide that they look alike. Only in words that
   * have a lower-case letter: `kiII` is a disguise, `FAIL` is none.
   */
  readCapitalI({ characters, scalars, folded }) {
    const written = at => scalars[folded.starts[this.starts[at]]]
    for (let start = 0; start < this.count;) {
      let end = start, hasSmall = false
      for (; end < this.count && this.traits[end] & inWord; end++) {
        hasSmall ||= (characters.kind(written(end)) & (isCased | isUpperCase)) === isCased
      }
      for (let at = start; hasSmall && at < end; at++) if (written(at) === capitalI) this.latins[at] |= bitOfL
      start = Math.max(end, start + 1)
    }
  }
}

function traitsOf(kind) {
  return (kind & isOfWord ? inWord : 0) | (kind & isLetter ? letter : 0) | (kind & isDigit ? digit : 0)
    | (kind & isWhiteSpace ? whiteSpace : 0) | (kind & isUnspaced ? unspaced : 0)
}
