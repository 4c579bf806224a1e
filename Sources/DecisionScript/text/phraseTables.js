/** The hash of a word starts from its length and takes four bytes at a time. */
const lengthFactor = 0x9E3779B1
const quadFactor = 0x85EBCA6B

export const beginHash = length => Math.imul(length, lengthFactor)

export function addToHash(hash, quad) {
  const mixed = Math.imul(hash ^ quad, quadFactor)
  return mixed ^ mixed >>> 15
}

const wordWidth = 6, wayWidth = 4
/** By how many of eight bytes are of a word: the bits of them, of the first four and of the others. */
const firstMasks = Int32Array.of(0, 0xFF, 0xFFFF, 0xFFFFFF, -1, -1, -1, -1, -1)
const secondMasks = Int32Array.of(0, 0, 0, 0, 0, 0xFF, 0xFFFF, 0xFFFFFF, -1)
const lengthMask = 0xFFFFFF, completes = 1 << 24, hasSpecials = 1 << 25, goesOn = 1 << 26

/** The words of all phrases, and the ways from word to word, as a program brings them. */
export class PhraseTables {
  constructor(file) {
    const buckets = file.section(22), words = file.section(23), ways = file.section(29)
    this.bucketShift = buckets[0] ?? 31
    this.displacements = buckets.length ? buckets.subarray(1) : new Uint32Array(2)
    this.wordShift = words[0] ?? 31
    this.seed = (words[1] ?? 0) | 0
    // A row for each number. That of 0, which is no word, is the head of the table: nothing of note.
    this.words = words.length ? words : new Uint32Array(wordWidth * 3)
    this.wordBytes = file.section(24, Uint8Array)
    this.nodes = file.section(25)
    this.nodeTerms = file.section(26)
    this.wayShift = ways[0] ?? 31
    this.ways = ways.subarray(2)
    this.readSieve(file.section(39))
    this.lists = file.section(27)
    this.specials = file.section(28)
    this.any = file.section(33)[0] ?? 0
    this.beginnings = partsOfWords(file.section(30), this.wordBytes, false)
    this.endings = partsOfWords(file.section(31), this.wordBytes, true)
    this.inners = partsOfWords(file.section(32), this.wordBytes, false)
    this.signs = signs(file.section(34))
    this.longestWord = longestWord(this.words)
    this.hasParts = [this.beginnings, this.endings, this.inners].some(parts => parts.lengths.some(list => list))
  }

  /**
   * The number of the word whose letters stand at a place of some bytes; 0 where no phrase has it. Each word has the one
   * place that its first eight bytes, its last eight and its length name (Pagh, "Hash and Displace", 1999).
   */
  number(bytes, start, length) {
    const end = start + length
    if (length > this.longestWord) return 0
    const a = quad(bytes, start, Math.min(length, 4)), b = length > 4 ? quad(bytes, start + 4, Math.min(length - 4, 4)) : 0
    const c = length > 8 ? quad(bytes, end - 8, 4) : 0, d = length > 8 ? quad(bytes, end - 4, 4) : 0
    const middle = length > 16 ? hashOfMiddle(bytes, start, end, this.seed) + length : length
    const number = this.numberOf(a, b, c, d, middle, length)
    if (number === 0 || length <= 16) return number
    return this.isSame(this.nodes[this.node(number) * 4 + 3], bytes, start, length) ? number : 0
  }

  /**
   * Bits of words that are of note by themselves, of two words that are a phrase, and of three of a longer phrase: so few
   * words of a text need be looked up. Without words nothing passes.
   */
  readSieve(cells) {
    const shifts = cells.length ? [...cells.subarray(0, 3)] : [27, 27, 27]
    let end = 3
    const [ones, twos, threes] = shifts.map(shift => {
      const bits = cells.length ? cells.subarray(end, end + 2 ** (32 - shift)) : new Uint32Array(32)
      end += bits.length
      return { shift, bits }
    })
    this.sieves = { ones, twos, threes }
  }

  /**
   * Writes the places of the words that may be of note by themselves or beside their neighbours, and of those of which
   * that cannot be told here; gives how many they are. The letters of the text stand in a view, zeros behind them, four of
   * them read at once. A word that is longer than 16 bytes, or not all ASCII, or has a final `'s`, always passes, and with
   * it its neighbours.
   *
   * Nobody foresees which words pass, so that all go the same way: each is written, and those that pass stay.
   */
  sieve(view, { spans, count, hasStems, stems }, passed) {
    const { seed, sieves: { ones, twos, threes } } = this
    const ofOne = ones.bits, ofTwo = twos.bits, ofThree = threes.bits
    let found = 0, isNotFirst = 0, isNotSecond = 0
    // Of the word before, and of the two before: their hash, whether they always pass, whether the first of them is kept.
    let lastHash = 0, lastPasses = 0, lastIsKept = 0, bothHash = 0, bothPass = 0, bothAreKept = 0
    for (let word = 0; word < count; word++) {
      const start = spans[word * 2], end = spans[word * 2 + 1], length = end - start
      let hash = 0, passes = 1
      if (length <= 16) {
        const kept = length < 8 ? length : 8
        const a = view.getInt32(start, true) & firstMasks[kept], b = view.getInt32(start + 4, true) & secondMasks[kept]
        const c = length > 8 ? view.getInt32(end - 8, true) : 0, d = length > 8 ? view.getInt32(end - 4, true) : 0
        passes = ((a | b | c | d) & 0x80808080) !== 0 || hasStems && stems[word] < end ? 1 : 0
        hash = homeOf(first(a, c, length, seed), second(b, d, seed))
      }
      const two = joined(lastHash, hash), three = joined(bothHash, hash), always = passes | lastPasses
      const isOne = mayHold(ofOne[hash >>> ones.shift], hash, ones.shift) | passes
      const isTwo = (mayHold(ofTwo[two >>> twos.shift], two, twos.shift) | always) & isNotFirst
      const isThree = (mayHold(ofThree[three >>> threes.shift], three, threes.shift) | always | bothPass) & isNotSecond
      passed[found] = word - 2
      found += bothAreKept | isThree
      bothAreKept = lastIsKept | isTwo | isThree
      lastIsKept = isOne | isTwo | isThree
      bothHash = two
      lastHash = hash
      bothPass = lastPasses
      lastPasses = passes
      isNotSecond = isNotFirst
      isNotFirst = 1
    }
    passed[found] = count - 2
    found += bothAreKept
    passed[found] = count - 1
    return found + lastIsKept
  }

  /** The number of the word in the place that its ends and its middle name, if it has these ends and this length. */
  numberOf(a, b, c, d, middle, length) {
    const { words, seed } = this, one = first(a, c, middle, seed), two = second(b, d, seed)
    const bucket = Math.imul(one, 0xCC9E2D51) + Math.imul(two, 0x1B873594) >>> this.bucketShift
    const home = homeOf(one, two) >>> this.wordShift
    const number = (home ^ this.displacements[bucket]) + 1, row = number * wordWidth
    const ends = words[row] ^ a | words[row + 1] ^ b | words[row + 2] ^ c | words[row + 3] ^ d
    const other = ends | words[row + 4] & lengthMask ^ length
    return number & ~((other | 0 - other) >> 31)
  }

  /** Whether letters of the tables stand at a place of some bytes. */
  isSame(place, bytes, start, length) {
    const { wordBytes } = this
    for (let at = 0; at < length; at++) if (wordBytes[place + at] !== bytes[start + at]) return false
    return true
  }

  /** The node behind a word, and what of it is of note. */
  node(number) {
    return this.words[number * wordWidth + 5]
  }

  completes(number) {
    return (this.words[number * wordWidth + 4] & completes) !== 0
  }

  /** The list of the special phrases that begin with a word; 0 where there are none. */
  specialsOf(number) {
    if (!(this.words[number * wordWidth + 4] & hasSpecials)) return 0
    return this.nodes[this.node(number) * 4 + 2]
  }

  /** Whether phrases go on behind a word, and behind a way. */
  goesOn(number) {
    return (this.words[number * wordWidth + 4] & goesOn) !== 0
  }

  goesOnBehind(way) {
    return (this.ways[way + 3] & goesOn) !== 0
  }

  /** Where the way from a node by a word stands; -1 where no phrase goes on so. */
  way(node, word) {
    const { ways } = this
    const hash = Math.imul(addToHash(lengthFactor, Math.imul(node, lengthFactor) ^ word), lengthFactor)
    for (let at = (hash >>> this.wayShift) * wayWidth; ways[at]; at = at + wayWidth < ways.length ? at + wayWidth : 0) {
      if (ways[at] === node && ways[at + 1] === word) return at
    }
    return -1
  }
}

/** What the two halves of a word's hashes are made of: its first cells and its last, and its middle. */
const first = (a, c, middle, seed) => Math.imul(c ^ seed, 0x9E3779B1) + a + middle | 0
const second = (b, d, seed) => Math.imul(d ^ seed, 0x85EBCA77) ^ b
/** The hash from which the place of a word is made, and by which it stands in the sieve. */
const homeOf = (one, two) => Math.imul(one, 0x846CA68B) + Math.imul(two, 0xC2B2AE3D) | 0

/** The hash of what stands before and of the word behind it. */
const joined = (before, hash) => Math.imul(Math.imul(before, 0x9E3779B1) ^ hash, 0x85EBCA77)

/** 1 where a cell has both bits that a hash names by what stands below the place of its cell. */
const mayHold = (cell, hash, shift) => cell >>> (hash >>> shift - 5) & cell >>> (hash >>> shift - 10) & 1

/** Up to four bytes as one cell. */
function quad(bytes, start, count) {
  if (count === 4) return bytes[start] | bytes[start + 1] << 8 | bytes[start + 2] << 16 | bytes[start + 3] << 24
  let cell = 0
  for (let at = 0; at < count; at++) cell |= bytes[start + at] << at * 8
  return cell
}

function hashOfMiddle(bytes, start, end, seed) {
  let hash = seed
  for (let at = start + 8; at < end - 8; at += 4) hash = addToHash(hash, quad(bytes, at, 4))
  return hash
}

/**
 * Lists of phrases by a part of their first word, in slots; and by the first byte of such a part, or the last, the lengths
 * that occur.
 */
function partsOfWords(cells, bytes, byLast) {
  const count = cells[0] ?? 0
  const slots = cells.subarray(count + 2), lengths = Array(256)
  for (let slot = 0; slot < slots.length; slot += 4) {
    if (!slots[slot]) continue
    const [, , offset, length] = slots.subarray(slot, slot + 4)
    const list = lengths[bytes[byLast ? offset + length - 1 : offset]] ??= []
    if (!list.includes(length)) list.push(length)
  }
  return { lengths, shift: cells[count + 1], slots }
}

function signs(cells) {
  const list = []
  for (let at = 1; list.length < (cells[0] ?? 0); at += 2 + cells[at + 1]) {
    list.push({ term: cells[at], scalars: cells.subarray(at + 2, at + 2 + cells[at + 1]) })
  }
  return list
}

function longestWord(words) {
  let longest = 0
  for (let at = wordWidth + 4; at < words.length; at += wordWidth) longest = Math.max(longest, words[at] & lengthMask)
  return longest
}
