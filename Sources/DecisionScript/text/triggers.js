import { TriggerRows } from './triggerRows.js'

const afterWord = 256

/**
 * Which expressions are worth a look in a text: each has rows of one to four ASCII characters, letters small and every
 * digit as `0`, of which one must stand in a text in which it is found. A row stands where a word of ASCII begins, at a sign, or anywhere.
 */
export class Triggers {
  constructor(cells) {
    const lists = 1 + (cells[0] ?? 0)
    this.always = cells.subarray(1, lists)
    this.lists = cells.subarray(lists + 1, lists + 1 + (cells[lists] ?? 0))
    this.words = TriggerRows.read(cells, lists + 1 + this.lists.length)
    this.signs = TriggerRows.read(cells, this.words.end)
    this.all = TriggerRows.read(cells, this.signs.end)
    this.markBeginnings()
  }

  /**
   * By character of ASCII, and whether it comes after a letter or digit: whether a row may begin with it, and the mark of
   * what comes after it, in one table since it is asked for every character.
   */
  markBeginnings() {
    this.begins = new Uint16Array(afterWord * 2).map((_, place) => marksAfter[place & 0xFF])
    const mark = (isHere, rows) => {
      if (rows.isEmpty) return
      const firsts = new Set(rows.beginnings())
      for (let place = 0; place < this.begins.length; place++) {
        if (isHere(place) && firsts.has(withoutDigits(place & 0xFF) & 0xFF)) this.begins[place] |= 1
      }
    }
    mark(place => place < afterWord && marksAfter[place], this.words)
    mark(place => !marksAfter[place & 0xFF], this.signs)
    mark(place => (place & 0xFF) < 128, this.all)
  }

  /** Tells which expressions a text may hold. */
  wake(text, found) {
    for (const expression of this.always) found.wake(expression)
    if (text.hasLetterLikeASCII) return this.wakeAll(found)
    const { begins } = this, { small, length } = text
    let after = 0
    for (let at = 0; at < length; at++) {
      const entry = begins[after | small[at]]
      if ((entry & 1) !== 0) this.wakeAt(at, text, found)
      after = entry & afterWord
    }
  }

  wakeAt(at, text, found) {
    const cell = withoutDigits(text.view.getInt32(at, true))
    const rows = marksAfter[text.small[at]] !== 0 ? this.words : this.signs
    const isAfterWord = rows === this.words && at > 0 && marksAfter[text.small[at - 1]] !== 0
    if (!rows.isEmpty && !isAfterWord && rows.mayBegin(cell)) this.wakeRows(rows, cell, at, text, found)
    if (!this.all.isEmpty && this.all.mayBegin(cell)) this.wakeRows(this.all, cell, at, text, found)
  }

  wakeAll(found) {
    for (const expression of found.wokenIn.keys()) found.wake(expression)
  }

  /** Wakes whom the rows do that stand at a place. What begins with its row is looked for there. */
  wakeRows(rows, cell, at, text, found) {
    for (let length = 1; length <= 4 && at + length <= text.length; length++) {
      const list = rows.lengths >> length & 1 ? rows.list(length < 4 ? cell & (1 << length * 8) - 1 : cell, length) : 0
      if (list === 0) continue
      const end = list + this.lists[list]
      for (let place = list + 1; place <= end; place++) {
        const entry = this.lists[place]
        if ((entry & 1) === 0 || found.mayBegin(entry >>> 1, at)) found.wake(entry >>> 1)
      }
    }
  }
}

/** For letters and digits of ASCII, the mark of what comes after them. */
const marksAfter = new Uint16Array(256).map((_, byte) => /[0-9A-Za-z]/.test(String.fromCharCode(byte)) ? afterWord : 0)

/** Four characters with every digit as `0`. */
function withoutDigits(cell) {
  const low = cell & 0x7F7F7F7F
  // The highest bit of each byte that is a digit: 0x30 + 0x50 and 0x3A + 0x46 are 0x80.
  const digits = low + 0x50505050 & ~(low + 0x46464646) & ~cell & 0x80808080
  const mask = Math.imul(digits >>> 7, 0xFF)
  return cell & ~mask | mask & 0x30303030
}
