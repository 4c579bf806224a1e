import { damaged, ProgramError } from './file.js'

/** A cursor over the cells of a section, with the readers of what cells hold. */
export class Cells {
  constructor(cells, text, numbers) {
    this.cells = cells
    this.at = 0
    // Bound, so that they can be handed on as what a list or an optional holds.
    this.int = () => this.next()
    this.signed = () => this.int() | 0
    this.flag = () => this.int() !== 0
    this.text = () => text(this.int())
    this.number = () => numbers[this.int()]
  }

  next() {
    if (this.at >= this.cells.length) throw new ProgramError(damaged)
    return this.cells[this.at++]
  }

  list(read) {
    const items = []
    for (let left = this.int(); left > 0; left--) items.push(read(this))
    return items
  }

  optional(read) {
    return this.flag() ? read(this) : undefined
  }

  texts() {
    return this.list(this.text)
  }
}
