import { TriggerRows } from './triggerRows.js'

/**
 * Which expressions are worth a look in a text: each has rows of one to eight ASCII characters, letters small and every
 * digit as `0`, of which one must stand in a text in which it is found. A row stands where a word of ASCII begins, at a sign, or anywhere.
 */
export class Triggers {
  constructor(cells) {
    const lists = 1 + (cells[0] ?? 0)
    this.always = cells.subarray(1, lists)
    this.lists = cells.subarray(lists + 1, lists + 1 + (cells[lists] ?? 0))
    this.words = new TriggerRows(cells, lists + 1 + this.lists.length)
    this.signs = new TriggerRows(cells, this.words.end)
    this.all = new TriggerRows(cells, this.signs.end)
    this.isEmpty = [this.words, this.signs, this.all].every(({ rows }) => rows.length === 0)
  }

  /** Tells which expressions a text may hold. */
  wake(text, found) {
    for (const expression of this.always) found.wake(expression)
    if (this.isEmpty) return
    if (text.hasLetterLikeASCII) return this.wakeAll(found)
    this.wakeByRuns(text, found)
    if (this.all.rows.length) this.wakeEverywhere(text, found)
  }

  /** A word of ASCII begins where a run does; all else of ASCII between two runs is a sign. */
  wakeByRuns(text, found) {
    const { words, signs } = this, { view, runs, runEdges } = text
    for (let edge = 0, at = 0; ; edge += 2) {
      for (const next = runs[edge]; at < next; at++) {
        if (signs.mayBegin(view.getUint16(at, true))) this.wakeRows(signs, at, text, found)
      }
      if (edge >= runEdges) return
      if (words.mayBegin(view.getUint16(at, true))) this.wakeRows(words, at, text, found)
      at = runs[edge + 1]
    }
  }

  wakeEverywhere(text, found) {
    const { all } = this, { view, length } = text
    for (let at = 0; at < length; at++) {
      if (all.mayBegin(view.getUint16(at, true))) this.wakeRows(all, at, text, found)
    }
  }

  wakeAll(found) {
    for (const expression of found.wokenIn.keys()) found.wake(expression)
  }

  /** Wakes whom the rows do that stand at a place. What begins with its row is looked for there. */
  wakeRows(rows, at, text, found) {
    const cell = withoutDigits(text.view.getInt32(at, true)), left = text.length - at
    for (let length = 1; length <= 4 && length <= left; length++) {
      if ((rows.lengths >> length & 1) === 0) continue
      const head = length < 4 ? cell & (1 << length * 8) - 1 : cell
      for (let row = rows.first(head, length); rows.rows[row]; row = rows.after(row)) {
        if (!rows.hasHead(row, head, length) || rows.size(row) > left) continue
        if (length < 4 || rows.hasTail(row, withoutDigits(text.view.getInt32(at + 4, true)))) {
          this.wakeList(rows.rows[row], at, found)
        }
      }
    }
  }

  wakeList(list, at, found) {
    const end = list + this.lists[list]
    for (let place = list + 1; place <= end; place++) {
      const entry = this.lists[place]
      if ((entry & 1) === 0 || found.mayBegin(entry >>> 1, at)) found.wake(entry >>> 1)
    }
  }
}

/** Four characters with every digit as `0`. */
function withoutDigits(cell) {
  const low = cell & 0x7F7F7F7F
  // The highest bit of each byte that is a digit: 0x30 + 0x50 and 0x3A + 0x46 are 0x80.
  const digits = low + 0x50505050 & ~(low + 0x46464646) & ~cell & 0x80808080
  const mask = Math.imul(digits >>> 7, 0xFF)
  return cell & ~mask | mask & 0x30303030
}
