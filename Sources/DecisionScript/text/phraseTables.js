/** The hash of a word starts from its length and takes four bytes at a time. */
const lengthFactor = 0x9E3779B1
const quadFactor = 0x85EBCA6B

export const beginHash = length => Math.imul(length, lengthFactor)

export function addToHash(hash, quad) {
  const mixed = Math.imul(hash ^ quad, quadFactor)
  return mixed ^ mixed >>> 15
}

/** The words of all phrases, and the ways from word to word, as a program brings them. */
export class PhraseTables {
  constructor(file) {
    const slots = file.section(22)
    this.shift = slots[0]
    this.slots = slots.subarray(1)
    this.words = file.section(23).subarray(1)
    this.wordBytes = file.section(24, Uint8Array)
    this.nodes = file.section(25).subarray(1)
    this.nodeTerms = file.section(26)
    const edges = file.section(29)
    this.edgeShift = edges[0]
    this.edges = edges.subarray(1)
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

  /** The node behind a node and a word; 0 where no phrase goes on so. */
  follow(node, word) {
    const { edges } = this
    const hash = Math.imul(addToHash(lengthFactor, Math.imul(node, lengthFactor) ^ word), lengthFactor)
    for (let slot = (hash >>> this.edgeShift) * 3; edges[slot]; slot = slot + 3 < edges.length ? slot + 3 : 0) {
      if (edges[slot] === node && edges[slot + 1] === word) return edges[slot + 2]
    }
    return 0
  }
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
  for (let at = 1; at < words.length; at += 4) longest = Math.max(longest, words[at])
  return longest
}
