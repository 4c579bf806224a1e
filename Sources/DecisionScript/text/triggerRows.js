import { addToHash, beginHash } from './phraseTables.js'

const cellsOfBits = 2048
const digits = Array.from('0123456789', digit => digit.charCodeAt(0)), everything = [...Array(256).keys()]

/**
 * Rows of one to eight characters of ASCII that may begin at places of one kind, letters small and every digit as `0`. The
 * first four of a row, if it has so many, are its head: by it the row is found.
 */
export class TriggerRows {
  /** Reads them from a cell on; `end` is where the next ones begin. There may be none. */
  constructor(cells, at) {
    const lengths = cells[at] ? cells[at + 1] : 0
    /** A bit for each length of a head that occurs. */
    this.lengths = lengths
    // Bits by which the engine in Swift knows most places where no row begins are passed over.
    const tail = at + 2 + (lengths & 0xE ? cellsOfBits : 0) + (lengths >> 4 ? cellsOfBits : 0)
    this.shift = cells[tail]
    this.end = lengths ? tail + 1 + 2 ** (32 - this.shift) * 4 : at + 1
    this.rows = cells.subarray(lengths ? tail + 1 : this.end, this.end)
    this.markBeginnings()
  }

  /** Sets a bit for each two characters with which a row may begin, digits as they are written. */
  markBeginnings() {
    this.beginnings = new Int32Array(cellsOfBits)
    for (let at = 0; at < this.rows.length; at += 4) {
      if (!this.rows[at]) continue
      const cell = this.rows[at + 1], second = this.size(at) === 1 ? everything : written(cell >>> 8 & 0xFF)
      for (const one of written(cell & 0xFF)) for (const other of second) this.mark(one | other << 8)
    }
  }

  mark(pair) {
    this.beginnings[pair >>> 5] |= 1 << (pair & 31)
  }

  /** Whether a row may begin with two characters. */
  mayBegin(pair) {
    return (this.beginnings[pair >>> 5] >>> (pair & 31) & 1) !== 0
  }

  /** Where the first row stands that may have a head of so many characters; those behind it may, up to an empty one. */
  first(head, length) {
    return (addToHash(beginHash(length), head) >>> this.shift) * 4
  }

  after(row) {
    return row + 4 < this.rows.length ? row + 4 : 0
  }

  /** How many characters a row has. */
  size(row) {
    return this.rows[row + 2] & 0xFF
  }

  hasHead(row, head, length) {
    return this.rows[row + 1] === head >>> 0 && Math.min(this.size(row), 4) === length
  }

  /** Whether what stands behind a head of four characters goes on as the row does. */
  hasTail(row, cell) {
    const size = this.size(row)
    return size <= 4 || ((this.rows[row + 3] ^ cell) << 64 - size * 8) === 0
  }
}

/** The characters that a character of a row stands for. */
const written = byte => byte === digits[0] ? digits : [byte]
