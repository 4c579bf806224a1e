import { addToHash, beginHash } from './phraseTables.js'

/** They fold to letters of ASCII, of which triggers are made. */
const longS = 0x17F, kelvin = 0x212A
const cellsOfBits = 2048

/** Stands for all that is not of ASCII. */
const beyondASCII = 0x80
/** Small letters for capitals, and `0` for every digit. */
const smallLetters = new Uint8Array(128)
  .map((_, scalar) => scalar >= 0x41 && scalar <= 0x5A ? scalar + 32 : scalar >= 0x30 && scalar <= 0x39 ? 0x30 : scalar)
const lettersAndDigits = new Uint8Array(129).map((_, scalar) => /[0-9a-z]/.test(String.fromCharCode(scalar)) ? 1 : 0)

/**
 * Which expressions are worth a look in a text: each has rows of one to four ASCII characters, letters small and every
 * digit as `0`, of which one must stand in a text in which it is found. A row stands where a word of ASCII begins, at a sign, or anywhere.
 */
export class Triggers {
  constructor(cells) {
    this.cells = cells
    let at = 1 + (cells[0] ?? 0)
    this.always = cells.subarray(1, at)
    this.lists = cells.subarray(at + 1, at += 1 + (cells[at] ?? 0))
    const next = () => {
      if (!cells[at]) return void at++
      const lengths = cells[at + 1]
      // Bits that say which rows may begin where are for those who read four characters at once.
      const tail = at + 2 + ((lengths & 0xE ? 1 : 0) + (lengths >> 4)) * cellsOfBits
      at = tail + 1 + 2 ** (32 - cells[tail]) * 4
      return { lengths, shift: cells[tail], rows: cells.subarray(tail + 1, at) }
    }
    ;[this.words, this.signs, this.all] = [next(), next(), next()]
    this.tables = [this.words, this.signs, this.all].filter(table => table)
    // A bit for each pair of characters with which a row of any table begins.
    this.pairs = new Uint32Array(cellsOfBits)
    for (const { rows } of this.tables) for (let at = 0; at < rows.length; at += 4) if (rows[at]) this.addPairs(rows, at)
  }

  addPairs(rows, at) {
    const first = rows[at + 1] & 0xFF, second = rows[at + 1] >>> 8 & 0xFF
    const [from, to] = rows[at + 2] > 1 ? [second, second] : [0, 0xFF]
    for (let second = from; second <= to; second++) {
      const pair = first | second << 8
      this.pairs[pair >> 5] |= 1 << (pair & 31)
    }
  }

  /** Tells which expressions a text may hold. */
  wake({ scalars, length }, found) {
    for (const expression of this.always) found.wake(expression)
    if (this.tables.length === 0) return
    const { pairs } = this
    let small = smallASCII(scalars[0])
    for (let at = 0; at < length; at++) {
      if (small === beyondASCII && (scalars[at] === longS || scalars[at] === kelvin)) return this.wakeAll(found)
      const next = at + 1 < length ? smallASCII(scalars[at + 1]) : beyondASCII
      const pair = small | next << 8
      if (pairs[pair >> 5] >>> (pair & 31) & 1) this.wakeAt(scalars, at, length, found)
      small = next
    }
  }

  wakeAt(scalars, at, length, found) {
    const isOfWord = lettersAndDigits[smallASCII(scalars[at])] === 1
    const isAfterWord = at > 0 && lettersAndDigits[smallASCII(scalars[at - 1])] === 1
    const table = !isOfWord ? this.signs : isAfterWord ? undefined : this.words
    if (table) this.wakeRows(table, scalars, at, length, found)
    if (this.all) this.wakeRows(this.all, scalars, at, length, found)
  }

  wakeAll(found) {
    for (const expression of found.wokenIn.keys()) found.wake(expression)
  }

  /** Wakes whom the rows of a table do that stand at a place. */
  wakeRows({ lengths, shift, rows }, scalars, at, end, found) {
    let cell = 0
    for (let length = 1; length <= 4 && at + length <= end; length++) {
      const small = smallASCII(scalars[at + length - 1])
      if (small === beyondASCII) return
      cell |= small << (length - 1) * 8
      if (lengths >> length & 1) this.wakeRow(rows, shift, cell, length, found)
    }
  }

  wakeRow(rows, shift, cell, length, found) {
    const hash = addToHash(beginHash(length), cell)
    for (let slot = (hash >>> shift) * 4; rows[slot]; slot = slot + 4 < rows.length ? slot + 4 : 0) {
      if (rows[slot + 1] !== cell || rows[slot + 2] !== length) continue
      const list = rows[slot], end = list + this.lists[list]
      for (let place = list + 1; place <= end; place++) found.wake(this.lists[place] >>> 1)
      return
    }
  }
}

/** A character, a capital as its small letter. */
function smallASCII(scalar) {
  return scalar < 0x80 ? smallLetters[scalar] : beyondASCII
}
