import { isLetter } from './kinds.js'
import { CharacterTable } from './tables.js'

const lettersOfLatin = (1 << 26) - 1

/** Which letters a character of a folded text can be read as: bits of `a` to `z`, and a letter of another script. */
export class Shapes {
  constructor(file, characters) {
    this.characters = characters
    this.entryOf = new CharacterTable(file, 16, Uint16Array)
    this.entries = file.section(17)
  }

  latin(scalar) {
    if (scalar >= 0x61 && scalar <= 0x7A) return 1 << scalar - 0x61
    return this.entries[this.entryOf.of(scalar) * 2] & lettersOfLatin
  }

  other(scalar) {
    return scalar >= 0x61 && scalar <= 0x7A ? 0 : this.entries[this.entryOf.of(scalar) * 2 + 1]
  }
}
