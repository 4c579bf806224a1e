import { isWhiteSpace, space } from './kinds.js'
import { addToHash, beginHash } from './phraseTables.js'

/** Of the first byte of a character, by how many bytes follow it. */
const leadBits = [0, 0xC0, 0xE0, 0xF0]

const noLengths = []

/** Finds the phrases of a program in one text: plain ones from word to word, others where their first word is. */
export class PhraseFinder {
  constructor(tables, text, found) {
    this.tables = tables
    this.text = text
    this.found = found
    this.reserve(512)
    this.bytes = new Uint8Array(256)
    this.quads = new Uint32Array(this.bytes.buffer)
    this.lists = []
    /** Whether phrases may begin with words of which not even a part is known. */
    this.looksAtAll = tables.any !== 0 || tables.hasParts
  }

  find() {
    for (const sign of this.tables.signs) this.findSigns(sign)
    const { words } = this.text
    if (this.numbers.length <= words.count) this.reserve(words.count * 2)
    const passed = this.meetWords()
    if (this.looksAtAll) for (let word = 0; word < words.count; word++) this.findFrom(word)
    else for (let place = 0; place < passed; place++) this.findFrom(this.passed[place])
  }

  /** Makes room for so many words. */
  reserve(count) {
    this.numbers = new Int32Array(count)
    this.stemNumbers = new Int32Array(count)
    /** The places of words that may stand in a phrase. */
    this.passed = new Int32Array(count)
  }

  /** Numbers the words that may stand in a phrase; all others have the number 0. Gives how many may. */
  meetWords() {
    const { text: { words, view, folded }, tables, numbers, stemNumbers, passed } = this
    numbers.fill(0, 0, words.count)
    if (words.hasStems) stemNumbers.fill(0, 0, words.count)
    const count = folded.isAlike ? tables.sieve(view, words, passed) : this.passAll()
    for (let place = 0; place < count; place++) {
      const word = passed[place], start = words.start(word), stem = words.stem(word)
      numbers[word] = this.numberOf(start, words.end(word))
      if (stem < words.end(word)) stemNumbers[word] = this.numberOf(start, stem)
    }
    return count
  }

  /** Lets every word of a text pass of which the characters stand elsewhere than they are written. */
  passAll() {
    const { count } = this.text.words
    for (let word = 0; word < count; word++) this.passed[word] = word
    return count
  }

  /** The number of a word that some phrase has; else 0. */
  numberOf(start, end) {
    const { tables } = this
    if (end - start > tables.longestWord) return 0
    const { scalars } = this.text.folded
    let all = 0
    for (let at = start; at < end; at++) all |= scalars[at]
    if (all < 0x80) return tables.number(scalars, start, end - start)
    return tables.number(this.bytes, 0, this.encode(start, end))
  }

  /** Writes folded characters as UTF-8, zeros behind them; gives their length in bytes. */
  encode(start, end) {
    const { scalars } = this.text.folded
    if (this.bytes.length < (end - start) * 4 + 8) {
      this.bytes = new Uint8Array((end - start) * 8 + 8)
      this.quads = new Uint32Array(this.bytes.buffer)
    }
    const { bytes, quads } = this
    let length = 0, quad = 0
    for (let at = start; at < end; at++) {
      const scalar = scalars[at]
      if (scalar >= 0x80) return this.encodeRest(at, end, length, quad)
      quad |= scalar << (length & 3) * 8
      if ((++length & 3) === 0) {
        quads[(length >> 2) - 1] = quad
        quad = 0
      }
    }
    quads[length >> 2] = quad
    return length
  }

  encodeRest(start, end, reached, quad) {
    const { scalars } = this.text.folded
    const { bytes } = this
    this.quads[reached >> 2] = quad
    let length = reached
    for (let at = start; at < end; at++) {
      const scalar = scalars[at]
      const more = scalar < 0x80 ? 0 : scalar < 0x800 ? 1 : scalar < 0x10000 ? 2 : 3
      bytes[length++] = leadBits[more] | scalar >> more * 6
      for (let left = more - 1; left >= 0; left--) bytes[length++] = 0x80 | scalar >> left * 6 & 63
    }
    bytes.fill(0, length, length + 4)
    return length
  }

  findFrom(word) {
    const { tables } = this
    const { words } = this.text, start = words.start(word), end = words.end(word), stem = words.stem(word)
    const number = this.numbers[word], stemNumber = this.stemNumber(word)
    if (number) this.begin(number, word, end)
    if (stemNumber) this.begin(stemNumber, word, stem)
    if (tables.any) this.tryList(tables.any, word)
    this.tryList(tables.specialsOf(number), word)
    this.tryList(tables.specialsOf(stemNumber), word)
    if (!tables.hasParts) return
    this.tryParts(start, end, word)
    if (stem < end) this.tryParts(start, stem, word)
  }

  /** The number of what stands before a final `'s`; 0 where there is none. */
  stemNumber(word) {
    return this.text.words.hasStems ? this.stemNumbers[word] : 0
  }

  /** Reports the plain phrases that begin with a word. */
  begin(number, word, end) {
    const { tables } = this
    if (tables.completes(number)) this.report(tables.node(number), this.text.words.start(word), end)
    if (tables.goesOn(number)) this.goOn(tables.node(number), this.text.words.start(word), word)
  }

  /** Goes on behind a word. */
  goOn(node, start, word) {
    const { words } = this.text, next = word + 1
    if (next === words.count) return
    const number = this.numbers[next], stemNumber = this.stemNumber(next)
    if (number) this.follow(number, words.end(next), node, start, next)
    if (stemNumber) this.follow(stemNumber, words.stem(next), node, start, next)
  }

  follow(number, end, node, start, word) {
    const { tables } = this, way = tables.way(node, number)
    if (way < 0 || this.text.words.endsSentence(word - 1)) return
    const reached = tables.ways[way + 2]
    this.report(reached, start, end)
    if (tables.goesOnBehind(way)) this.goOn(reached, start, word)
  }

  /** Reports the terms that are complete at a node. */
  report(node, start, end) {
    const { nodes, nodeTerms } = this.tables
    for (let at = nodes[node * 4]; at < nodes[node * 4 + 1]; at++) this.found.add(nodeTerms[at], start, end)
  }

  tryList(place, word) {
    if (!place) return
    const { lists } = this.tables
    for (let at = place + 1; at <= place + lists[place]; at++) this.trySpecial(lists[at], word)
  }

  /** Tries the phrases whose first word may have more before or behind it. */
  tryParts(start, end, word) {
    const { beginnings, endings, inners } = this.tables
    const length = this.encode(start, end), { bytes, lists } = this
    lists.length = 0
    for (const each of beginnings.lengths[bytes[0]] ?? noLengths) this.addList(beginnings, 0, each, length)
    for (const each of endings.lengths[bytes[length - 1]] ?? noLengths) this.addList(endings, length - each, each, length)
    for (let at = 0; at < length; at++) {
      for (const each of inners.lengths[bytes[at]] ?? noLengths) this.addList(inners, at, each, length)
    }
    // Trying a phrase reads other words, so that it waits until all are known.
    for (const list of lists) this.tryList(list, word)
  }

  /** Takes over the list of phrases with a part of the word, once. */
  addList(parts, offset, length, end) {
    const list = offset >= 0 && offset + length <= end ? this.listOf(parts, offset, length) : 0
    if (list && !this.lists.includes(list)) this.lists.push(list)
  }

  listOf({ slots, shift }, offset, length) {
    const hash = this.hashOfPart(offset, length)
    for (let slot = (hash >>> shift) * 4; slots[slot]; slot = slot + 4 < slots.length ? slot + 4 : 0) {
      const isAlike = slots[slot + 1] === hash >>> 0 && slots[slot + 3] === length
      if (isAlike && this.isPart(slots[slot + 2], offset, length)) return slots[slot]
    }
    return 0
  }

  hashOfPart(offset, length) {
    const { bytes } = this
    let hash = beginHash(length)
    for (let at = 0; at < length; at += 4) {
      let quad = 0
      for (let byte = Math.min(4, length - at) - 1; byte >= 0; byte--) quad = quad << 8 | bytes[offset + at + byte]
      hash = addToHash(hash, quad)
    }
    return hash
  }

  /** Whether the letters at a place stand in the word that was encoded last. */
  isPart(place, offset, length) {
    return this.tables.isSame(place, this.bytes, offset, length)
  }

  /** Tries a phrase that begins with a word: its wildcards, the signs beside it, the apostrophes between its words. */
  trySpecial(place, first) {
    const cells = this.tables.specials
    const { words, folded } = this.text
    const before = place + 2, wanted = before + cells[place + 1] + 1
    const count = cells[wanted - 1], after = wanted + count * 4 + 1
    if (first + count > words.count) return
    let end = 0
    for (let offset = 0; offset < count; offset++) {
      const at = wanted + offset * 4, word = first + offset
      end = this.endOfMet(at, word)
      if (end < 0) return
      const isLast = offset === count - 1
      if (!isLast && (words.endsSentence(word) || cells[at + 3] && cells[at + 3] !== words.apostrophes(word))) return
    }
    const from = words.start(first) - cells[place + 1], to = end + cells[after - 1]
    if (from < 0 || to > folded.count) return
    const isBeside = this.meets(before, cells[place + 1], from) && this.meets(after, cells[after - 1], end)
    if (isBeside) this.found.add(cells[place], from, to)
  }

  /** Where a word of a phrase ends in a word of the text, a final `'s` left off if need be; -1 where it is another. */
  endOfMet(at, word) {
    const { words } = this.text, start = words.start(word), end = words.end(word), stem = words.stem(word)
    if (this.isWord(at, start, end)) return end
    return stem < end && this.isWord(at, start, stem) ? stem : -1
  }

  isWord(at, start, end) {
    const [flags, offset, wanted] = this.tables.specials.subarray(at, at + 3)
    if (wanted === 0) return true
    const length = this.encode(start, end)
    if (length < wanted) return false
    if (flags === 0) return length === wanted && this.isPart(offset, 0, wanted)
    if (flags === 2) return this.isPart(offset, 0, wanted)
    if (flags === 1) return this.isPart(offset, length - wanted, wanted)
    for (let from = 0; from + wanted <= length; from++) if (this.isPart(offset, from, wanted)) return true
    return false
  }

  /** Whether signs stand at a place; a space stands for any white space. */
  meets(wanted, count, start) {
    for (let at = 0; at < count; at++) if (!this.isSign(this.tables.specials[wanted + at], start + at)) return false
    return true
  }

  isSign(wanted, at) {
    const { scalars, kinds } = this.text.folded
    return scalars[at] === wanted || wanted === space && (kinds[at] & isWhiteSpace) !== 0
  }

  /** Finds signs without a letter or digit wherever they stand. */
  findSigns({ term, scalars }) {
    const last = this.text.folded.count - scalars.length
    for (let start = 0; start <= last; start++) {
      let at = 0
      while (at < scalars.length && this.isSign(scalars[at], start + at)) at++
      if (at === scalars.length) this.found.add(term, start, start + at)
    }
  }
}
