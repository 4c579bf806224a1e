import { addToHash, beginHash } from './phraseTables.js'

const cellsOfBits = 2048

/** Rows of one to four characters of ASCII that may begin at places of one kind, letters small and every digit as `0`. */
export class TriggerRows {
  /** Reads them from a cell on; `end` is where the next ones begin. Nothing for none. */
  static read(cells, at) {
    return cells[at] ? new TriggerRows(cells, at) : { end: at + 1, isEmpty: true }
  }

  constructor(cells, at) {
    const lengths = cells[at + 1]
    this.isEmpty = false
    /** A bit for each length that occurs. */
    this.lengths = lengths
    // A bit for each pair of characters with which a row of less than four begins; for the hash of each row of four.
    const wholes = at + 2 + (lengths & 0xE ? cellsOfBits : 0), tail = wholes + (lengths >> 4 ? cellsOfBits : 0)
    this.pairs = cells.subarray(at + 2, wholes)
    this.wholes = cells.subarray(wholes, tail)
    this.shift = cells[tail]
    this.end = tail + 1 + 2 ** (32 - this.shift) * 4
    this.rows = cells.subarray(tail + 1, this.end)
  }

  /** The characters with which rows begin. */
  *beginnings() {
    for (let at = 0; at < this.rows.length; at += 4) if (this.rows[at]) yield this.rows[at + 1] & 0xFF
  }

  /** Whether a row may begin with four characters. */
  mayBegin(cell) {
    const { lengths, wholes, pairs } = this
    if (lengths >> 4) {
      const bit = hashOfWhole(cell) >>> 16
      if ((wholes[bit >> 5] >>> (bit & 31) & 1) !== 0) return true
    }
    return (lengths & 0xE) !== 0 && (pairs[(cell & 0xFFFF) >> 5] >>> (cell & 31) & 1) !== 0
  }

  /** Where the list of the row of so many characters stands; 0 where there is none. */
  list(cell, length) {
    const { rows } = this, hash = addToHash(beginHash(length), cell)
    for (let slot = (hash >>> this.shift) * 4; rows[slot]; slot = slot + 4 < rows.length ? slot + 4 : 0) {
      if (rows[slot + 1] === cell >>> 0 && rows[slot + 2] === length) return rows[slot]
    }
    return 0
  }
}

const hashOfWhole = cell => addToHash(beginHash(4), cell)
