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
export class Walk {
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
    // The states before a symbol, those behind it, and those of which is still to be seen where they lead.
    this.states = new Int32Array(steps)
    this.next = new Int32Array(steps)
    this.open = new Int32Array(steps)
    this.nextCount = this.openCount = 0
  }

  lastPlace({ scalars, length }, from) {
    const { alphabet, isBackward } = this
    this.reached.fill(0)
    this.left.fill(0)
    this.turn = 0
    this.states[0] = this.start
    let count = 1, place = from, last = -1
    let before = alphabet.neighbours[alphabet.symbolAt(scalars, isBackward ? from : from - 1, length)]
    while (count > 0) {
      const symbol = alphabet.symbolAt(scalars, isBackward ? place - 1 : place, length)
      this.advance(count, before, symbol)
      if (this.isFound) last = place
      if (symbol === alphabet.count) break
      count = this.nextCount
      ;[this.states, this.next] = [this.next, this.states]
      before = alphabet.neighbours[symbol]
      place += isBackward ? -1 : 1
    }
    return last
  }

  /** Leaves the states behind a symbol in `next`; whether a match is complete before it, in `isFound`. */
  advance(count, before, symbol) {
    const { steps, states, open, alphabet } = this
    this.turn += 1
    this.isFound = false
    this.openCount = this.nextCount = 0
    for (let place = 0; place < count; place++) this.reach(states[place])
    while (this.openCount > 0) {
      const step = open[--this.openCount] * 3, kind = steps[step], one = steps[step + 1], other = steps[step + 2]
      if (kind === foundStep) this.isFound = true
      else if (kind === eitherStep) {
        this.reach(one)
        this.reach(other)
      } else if (kind === assertionStep) {
        if (assertions[one](before, alphabet.neighbours[symbol])) this.reach(other)
      } else if (symbol !== alphabet.count && this.holds(one, symbol)) this.leave(other)
    }
    // Backwards a match may begin at every place.
    if (this.isBackward && symbol !== alphabet.count) this.leave(this.start)
  }

  reach(state) {
    if (this.reached[state] === this.turn) return
    this.reached[state] = this.turn
    this.open[this.openCount++] = state
  }

  leave(state) {
    if (this.left[state] === this.turn) return
    this.left[state] = this.turn
    this.next[this.nextCount++] = state
  }

  holds(set, symbol) {
    return (this.sets[set * this.cellsOfSet + (symbol >>> 5)] >>> (symbol & 31) & 1) !== 0
  }
}
