import { addToHash, beginHash } from './phraseTables.js'

/** They fold to letters of ASCII, of which triggers are made. */
const longS = 0x17F, kelvin = 0x212A
const lengthOfBeginnings = 2048
const lettersAndDigits = new Uint8Array(128).map((_, scalar) => /[0-9a-z]/i.test(String.fromCharCode(scalar)) ? 1 : 0)

/**
 * Which expressions are worth a look in a text: each has rows of one to four ASCII characters, letters small, of which
 * one must stand in a text in which it is found. A row stands where a word of ASCII begins, at a sign, or anywhere.
 */
export class Triggers {
  constructor(cells) {
    this.cells = cells
    let at = 1 + (cells[0] ?? 0)
    this.always = cells.subarray(1, at)
    this.lists = cells.subarray(at + 1, at += 1 + (cells[at] ?? 0))
    const next = () => {
      if (!cells[at]) return void at++
      const beginnings = cells.subarray(at + 2, at + 2 + lengthOfBeginnings), rows = at + 3 + lengthOfBeginnings
      const shift = cells[rows - 1], lengths = cells[at + 1]
      at = rows + 2 ** (32 - shift) * 4
      return { lengths, beginnings, shift, rows: cells.subarray(rows, at) }
    }
    ;[this.words, this.signs, this.all] = [next(), next(), next()]
  }

  /** Tells which expressions a text may hold. */
  wake(text, found) {
    for (const expression of this.always) found.wake(expression)
    this.found = found
    const { words, signs, all } = this, { scalars, length } = text
    if (!words && !signs && !all) return
    let isAfterWord = false
    for (let at = 0; at < length; at++) {
      const scalar = scalars[at]
      if (scalar === longS || scalar === kelvin) return this.wakeAll(found)
      const isOfWord = scalar < 0x80 && lettersAndDigits[scalar] === 1
      const table = !isOfWord ? signs : isAfterWord ? undefined : words
      if (table && scalar < 0x80) this.wakeAt(table, scalars, at, length)
      if (all && scalar < 0x80) this.wakeAt(all, scalars, at, length)
      isAfterWord = isOfWord
    }
  }

  wakeAll(found) {
    for (const expression of found.wokenIn.keys()) found.wake(expression)
  }

  wakeAt({ lengths, beginnings, shift, rows }, scalars, at, end) {
    const second = at + 1 < end ? smallASCII(scalars[at + 1]) : 0x80
    const pair = smallASCII(scalars[at]) | second << 8
    if (!(beginnings[pair >> 5] >>> (pair & 31) & 1)) return
    let cell = 0
    for (let length = 1; length <= 4 && at + length <= end; length++) {
      const scalar = smallASCII(scalars[at + length - 1])
      if (scalar >= 0x80) return
      cell |= scalar << (length - 1) * 8
      if (lengths >> length & 1) this.wakeRow(rows, shift, cell >>> 0, length)
    }
  }

  wakeRow(rows, shift, cell, length) {
    const hash = addToHash(beginHash(length), cell)
    for (let slot = (hash >>> shift) * 4; rows[slot]; slot = slot + 4 < rows.length ? slot + 4 : 0) {
      if (rows[slot + 1] !== cell || rows[slot + 2] !== length) continue
      const { lists } = this, list = rows[slot]
      for (let place = list + 1; place <= list + lists[list]; place++) this.found.wake(lists[place])
      return
    }
  }
}

/** A character, a capital as its small letter; what is not of ASCII as 128. */
function smallASCII(scalar) {
  return scalar >= 0x41 && scalar <= 0x5A ? scalar + 32 : scalar < 0x80 ? scalar : 0x80
}
