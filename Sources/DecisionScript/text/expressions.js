import { Triggers } from './triggers.js'
import { Walk } from './walk.js'

/** The regular expressions of a program, which find what they describe in time linear in the text. */
export class Expressions {
  constructor(cells, triggers, searchOfTerm) {
    this.cells = cells
    const count = cells[0] ?? 0
    this.triggers = new Triggers(triggers)
    /** By the number of a term, its place among the expressions. */
    this.placeOf = new Map(Array.from({ length: count }, (_, place) => [cells[1 + place * 2], place]))
    this.machines = Array(count)
    /** By expression, the search to which it belongs. */
    this.searchOf = Array.from(this.placeOf.keys(), term => searchOfTerm[term])
  }

  machine(place) {
    return this.machines[place] ??= new Machine(this.cells, this.cells[2 + place * 2])
  }

  /** Reports the first place of each of some expressions; a place may be empty. */
  find(first, count, text, found) {
    for (let term = first; term < first + count; term++) {
      const place = this.placeOf.get(term)
      if (!found.isAwake(place)) continue
      const machine = this.machine(place)
      const start = machine.backward.lastPlace(text, text.length)
      if (start < 0) continue
      const end = machine.forward.lastPlace(text, start)
      if (end >= 0) found.keepFirst(term, start, end, false)
    }
  }
}

/** An expression: its alphabet, and the ways from the end of a text to its start and from its start on. */
class Machine {
  constructor(cells, offset) {
    const alphabet = new Alphabet(cells, offset)
    // From the end of a text to its start: where the last match is complete, the first one begins.
    this.backward = new Direction(cells, alphabet.end, alphabet, true)
    // From there on: where a match is last complete, the longest one ends.
    this.forward = new Direction(cells, this.backward.end, alphabet, false)
  }
}

/** The characters, as far as an expression tells them apart: those that it treats alike are one symbol. */
class Alphabet {
  constructor(cells, offset) {
    const stretches = cells[offset]
    this.count = cells[offset + 1]
    this.ascii = halves(cells.subarray(offset + 2, offset + 66))
    this.starts = cells.subarray(offset + 66, offset + 66 + stretches)
    this.symbols = cells.subarray(offset + 66 + stretches, offset + 66 + stretches * 2)
    this.end = offset + 67 + stretches * 2 + this.count
    // What each symbol is beside a place, the end of the text last.
    this.neighbours = cells.subarray(this.end - this.count - 1, this.end)
  }

  symbol(scalar) {
    return scalar < 128 ? this.ascii[scalar] : this.symbols[this.stretch(scalar)]
  }

  /** The symbol at a place, that of the end outside the text. */
  symbolAt(scalars, at, length) {
    return at >= 0 && at < length ? this.symbol(scalars[at]) : this.count
  }

  stretch(scalar) {
    let low = 0, high = this.starts.length
    while (high - low > 1) {
      const middle = low + high >> 1
      if (this.starts[middle] <= scalar) low = middle
      else high = middle
    }
    return low
  }
}

/** Cells as numbers of 16 bits, two in each. */
function halves(cells) {
  return new Uint16Array(cells.buffer, cells.byteOffset, cells.length * 2)
}

/** A search in one direction, by the table of all ways where there is one, else by walking them all together. */
class Direction {
  constructor(cells, offset, alphabet, isBackward) {
    this.alphabet = alphabet
    this.isBackward = isBackward
    if (cells[offset]) this.readTable(cells, offset + 1)
    else this.readAutomaton(cells, offset + 1)
  }

  readTable(cells, at) {
    this.width = cells[at + 1]
    this.starts = cells.subarray(at + 2, at + 6)
    this.end = at + 7 + cells[at + 6]
    this.ways = halves(cells.subarray(at + 7, this.end))
  }

  readAutomaton(cells, at) {
    this.walk = new Walk(cells, at, this.alphabet, this.isBackward)
    this.end = this.walk.end
  }

  /** The last place on the way, from a place on, at which a match is complete; -1 where there is none. */
  lastPlace(text, from) {
    return this.walk ? this.walk.lastPlace(text, from) : this.lastPlaceByTable(text, from)
  }

  /**
   * How many characters from a place on it took to see that a match begins there; the complement of that where none
   * does. What there is no table for, or takes too many looks, may begin there.
   */
  begins({ scalars, length }, start, looks) {
    if (this.walk) return 0
    const { alphabet, ways, width } = this, { ascii } = alphabet
    let at = start, state = this.starts[alphabet.neighbours[alphabet.symbolAt(scalars, at - 1, length)]]
    for (; state !== 0 && at - start <= looks && at < length; at++) {
      const scalar = scalars[at]
      const way = ways[state * width + (scalar < 128 ? ascii[scalar] : alphabet.symbol(scalar))]
      if (way & 1) return at - start
      state = way >>> 1
    }
    if (state === 0 || at === length && (ways[state * width + alphabet.count] & 1) === 0) return ~(at - start)
    return at - start
  }

  lastPlaceByTable({ scalars, length }, from) {
    const { alphabet, ways, width } = this, { ascii } = alphabet
    // Backwards a place lies behind the character that is read from it.
    const [step, end, behind] = this.isBackward ? [-1, -1, 1] : [1, length, 0]
    let at = from - behind, last = -1
    let state = this.starts[alphabet.neighbours[alphabet.symbolAt(scalars, at - step, length)]]
    // From the first state nothing can be found any more.
    for (; state && at !== end; at += step) {
      const scalar = scalars[at]
      const way = ways[state * width + (scalar < 128 ? ascii[scalar] : alphabet.symbol(scalar))]
      if (way & 1) last = at + behind
      state = way >>> 1
    }
    if (state && ways[state * width + alphabet.count] & 1) last = at + behind
    return last
  }
}
