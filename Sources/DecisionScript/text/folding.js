import { isEntangled, isIgnorable, isMark } from './kinds.js'
import { textOf } from './scalars.js'
import { plainPunctuation } from './tables.js'

/** So many combining marks on one base are looked at; the rest is passed over. */
const mostMarks = 8

/**
 * A text as it is compared: NFKC_Casefold, then typographic quotes and dashes made plain. Each of its characters has
 * the span of what it came from in the text as written.
 */
export class FoldedText {
  constructor(characters, ignoresAccents) {
    this.table = characters
    this.ignoresAccents = ignoresAccents
    // The program has the folds of characters that stand alone in its own way of matching.
    this.mayFoldAlone = ignoresAccents === characters.ignoresAccents
    this.count = 0
    this.scalars = this.kinds = this.ownStarts = this.ownEnds = []
    this.grow(1024)
    this.starts = this.alike
    this.ends = this.next
  }

  grow(capacity) {
    this.scalars = grown(this.scalars, Uint32Array, capacity)
    this.kinds = grown(this.kinds, Uint16Array, capacity)
    this.ownStarts = grown(this.ownStarts, Int32Array, capacity)
    this.ownEnds = grown(this.ownEnds, Int32Array, capacity)
    // Where texts of ASCII come from, of which every character is one.
    this.alike = Int32Array.from({ length: capacity }, (_, place) => place)
    this.next = this.alike.map(place => place + 1)
  }

  /** From now on characters have spans of their own. */
  spanEach() {
    this.starts = this.ownStarts
    this.ends = this.ownEnds
  }

  reserve(length) {
    if (this.scalars.length < length) this.grow(length * 2)
  }

  /** From now on characters stand where they stood in the text as written. */
  areAlike() {
    this.starts = this.alike
    this.ends = this.next
  }

  /** Whether every character stands where it stood in the text as written. */
  get isAlike() {
    return this.starts === this.alike
  }

  fold(written, length) {
    this.reserve(length)
    if (this.foldEachAlone(written, length)) return
    new Folder(this, written, length)
    for (let at = 0; at < this.count; at++) {
      this.scalars[at] = plainPunctuation(this.scalars[at])
      this.kinds[at] = this.table.kind(this.scalars[at])
    }
  }

  /** Folds a text of which no character changes with another; says whether it is one. */
  foldEachAlone(written, length) {
    const { table } = this, { kindsOfASCII, foldsOfASCII } = table
    const { scalars, kinds } = this
    this.areAlike()
    for (let at = 0; at < length; at++) {
      const scalar = written[at]
      if (scalar >= 128) return this.foldRest(written, at, length)
      const folded = foldsOfASCII[scalar]
      scalars[at] = folded
      kinds[at] = kindsOfASCII[folded]
    }
    this.count = length
    return true
  }

  foldRest(written, start, length) {
    const { table } = this
    this.count = start
    this.ownStarts.set(this.alike.subarray(0, start))
    this.ownEnds.set(this.next.subarray(0, start))
    this.spanEach()
    for (let at = start; at < length; at++) {
      const scalar = written[at]
      if (scalar >= 128 && (!this.mayFoldAlone || table.kinds.of(scalar) & isEntangled)) return false
      const entry = scalar < 128 ? 0 : table.ownFoldOf.of(scalar)
      if (entry === 0) this.add(scalar < 128 ? table.foldsOfASCII[scalar] : scalar, at)
      else for (const folded of table.ownFolds[entry]) this.add(folded, at)
    }
    return true
  }

  add(scalar, at) {
    if (this.count === this.scalars.length) {
      this.grow(this.count * 2)
      this.spanEach()
    }
    const place = this.count++
    this.scalars[place] = scalar
    this.kinds[place] = this.table.kind(scalar)
    this.starts[place] = at
    this.ends[place] = at + 1
  }
}

function grown(array, Kind, capacity) {
  const larger = new Kind(capacity)
  larger.set(array)
  return larger
}

/** Folds character by character, and puts the marks of each base in order. */
class Folder {
  constructor(text, written, length) {
    this.text = text
    text.count = 0
    text.spanEach()
    // Where the sequence that is being read begins; its base, if it has one, stands there.
    this.sequence = 0
    this.hasBase = false
    this.marks = []
    this.marksOnBase = 0
    this.spanStart = this.spanEnd = 0
    this.unspanned = 0
    for (let at = 0; at < length; at++) this.addWhole(written[at], at)
    this.endSequence()
  }

  addWhole(scalar, at) {
    const { table } = this.text
    const entry = table.foldOf.of(scalar)
    if (entry === 0) return this.add(scalar, at)
    for (const folded of table.folds.of(entry)) this.add(folded, at)
  }

  isIgnored(scalar) {
    const { table, ignoresAccents } = this.text
    return ignoresAccents && (table.kind(scalar) & isIgnorable) !== 0
  }

  add(scalar, at) {
    // An accent that is ignored leaves nothing, but it belongs to the place of its base.
    if (this.isIgnored(scalar)) {
      if (this.hasBase || this.marks.length) this.spanEnd = at + 1
      return
    }
    this.marksOnBase = this.text.table.kind(scalar) & isMark ? this.marksOnBase + 1 : 0
    if (this.marksOnBase > mostMarks) return
    const combiningClass = this.text.table.classes.of(scalar)
    if (combiningClass === 0) return this.addBase(scalar, at)
    if (!this.hasBase && !this.marks.length) this.spanStart = at
    this.spanEnd = at + 1
    const after = this.marks.findIndex(mark => mark.combiningClass > combiningClass)
    this.marks.splice(after < 0 ? this.marks.length : after, 0, { scalar, combiningClass })
  }

  addBase(scalar, at) {
    this.writeMarks()
    const { text } = this
    const isAlone = this.hasBase && text.count === this.sequence + 1
    if (isAlone && this.compose(scalar)) {
      this.spanEnd = at + 1
      return
    }
    this.endSequence()
    this.sequence = text.count
    this.hasBase = true
    text.add(scalar, at)
    this.spanStart = at
    this.spanEnd = at + 1
  }

  /** Puts a character into the base, if the two are written as one. */
  compose(scalar) {
    const { text } = this
    const composite = text.table.composite(text.scalars[this.sequence], scalar)
    if (composite === undefined) return false
    text.scalars[this.sequence] = composite
    return true
  }

  /** Composes the marks of the sequence, which are in canonical order, with its base where that can be. */
  writeMarks() {
    let lastClass = 0
    for (const { scalar, combiningClass } of this.marks) {
      if (this.hasBase && lastClass < combiningClass && this.compose(scalar)) continue
      this.text.add(scalar, 0)
      lastClass = combiningClass
    }
    this.marks = []
  }

  /** Gives every character of the sequence its span. */
  endSequence() {
    this.writeMarks()
    this.text.starts.fill(this.spanStart, this.unspanned, this.text.count)
    this.text.ends.fill(this.spanEnd, this.unspanned, this.text.count)
    this.unspanned = this.text.count
  }
}

/** Folds short texts: names of hosts, and words that are compared as words. */
export class Normaliser {
  constructor(characters, ignoresAccents) {
    this.folded = new FoldedText(characters, ignoresAccents)
  }

  fold(text) {
    if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase()
    const scalars = Array.from(text, each => each.codePointAt(0))
    this.folded.fold(scalars, scalars.length)
    return textOf(this.folded.scalars, 0, this.folded.count)
  }
}
