import { Triggers } from './triggers.js'

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

const [characterStep, assertionStep, eitherStep, foundStep] = [0, 1, 2, 3]
const [edge, lineEnd, wordCharacter] = [0, 1, 2]

/** Whether what is asked of a place holds between two neighbours, by the number of the assertion. */
const assertions = [
  before => before === edge,
  (_, after) => after === edge,
  before => before === edge || before === lineEnd,
  (_, after) => after === edge || after === lineEnd,
  (before, after) => before === wordCharacter !== (after === wordCharacter),
  (before, after) => before === wordCharacter === (after === wordCharacter),
]

/** Walks an automaton along a text: all states that it can be in, together. */
class Walk {
  constructor(cells, at, alphabet, isBackward) {
    this.alphabet = alphabet
    this.isBackward = isBackward
    const [steps, start, width, sets] = cells.subarray(at, at + 4)
    this.start = start
    this.steps = cells.subarray(at + 4, at + 4 + steps * 3)
    this.cellsOfSet = width
    this.end = at + 4 + steps * 3 + sets * width
    this.sets = cells.subarray(this.end - sets * width, this.end)
    // The step in which a state was last reached, and the one in which it was last left.
    this.reached = new Int32Array(steps)
    this.left = new Int32Array(steps)
    this.turn = 0
  }

  lastPlace({ scalars, length }, from) {
    const { alphabet, isBackward } = this
    const symbolAt = at => alphabet.symbolAt(scalars, at, length)
    this.reached.fill(0)
    this.left.fill(0)
    this.turn = 0
    let states = [this.start], place = from, last = -1
    let before = alphabet.neighbours[symbolAt(isBackward ? from : from - 1)]
    while (states.length) {
      const symbol = symbolAt(isBackward ? place - 1 : place)
      const next = this.advance(states, before, symbol)
      if (this.isFound) last = place
      if (symbol === alphabet.count) break
      states = next
      before = alphabet.neighbours[symbol]
      place += isBackward ? -1 : 1
    }
    return last
  }

  /** The states behind a symbol; whether a match is complete before it is left in `isFound`. */
  advance(states, before, symbol) {
    const { steps, alphabet } = this
    const next = [], open = []
    this.turn += 1
    this.isFound = false
    for (const state of states) this.reach(state, open)
    while (open.length) {
      const state = open.pop(), [kind, one, other] = steps.subarray(state * 3, state * 3 + 3)
      if (kind === foundStep) this.isFound = true
      else if (kind === eitherStep) {
        this.reach(one, open)
        this.reach(other, open)
      } else if (kind === assertionStep) {
        if (assertions[one](before, alphabet.neighbours[symbol])) this.reach(other, open)
      } else if (symbol !== alphabet.count && this.holds(one, symbol)) this.leave(other, next)
    }
    // Backwards a match may begin at every place.
    if (this.isBackward && symbol !== alphabet.count) this.leave(this.start, next)
    return next
  }

  reach(state, open) {
    if (this.reached[state] === this.turn) return
    this.reached[state] = this.turn
    open.push(state)
  }

  leave(state, next) {
    if (this.left[state] === this.turn) return
    this.left[state] = this.turn
    next.push(state)
  }

  holds(set, symbol) {
    return (this.sets[set * this.cellsOfSet + (symbol >>> 5)] >>> (symbol & 31) & 1) !== 0
  }
}
