import { no } from './truth.js'

/**
 * Which clauses need be looked at: those that must be for every comment, and those that something wakes which happens.
 * Every other clause is known not to hold.
 */
export class Wakes {
  /** Reads those of some clauses from the cells on; `end` is where the next ones begin. */
  constructor(cells, start, clauses) {
    let at = start
    const list = () => cells.subarray(at + 1, at += 1 + cells[at])
    const rows = () => Array.from({ length: cells[at++] }, () => ({ event: cells[at++], clauses: list() }))
    // A clause that is none holds without being looked at.
    this.always = [...list(), ...[...clauses.keys()].filter(place => !clauses[place])]
    /** By search, whom it wakes: the place of what must hold as well, or 0; how many clauses; the clauses; and so on. */
    this.searches = []
    for (const { event, clauses } of rows()) this.searches[event] = clauses
    this.leaves = rows()
    this.end = at
    this.awake = new Uint32Array(clauses.length)
    this.turn = 0
  }

  /** The places of the clauses that need be looked at, in order. */
  places(evaluation) {
    const places = []
    this.turn += 1
    for (const place of this.always) this.add(place, places)
    for (const search of evaluation.situation.found.findingSearches()) {
      const clauses = this.searches[search]
      if (clauses) this.wake(clauses, evaluation, places)
    }
    for (const { event, clauses } of this.leaves) {
      if (evaluation.value(event) !== no) this.wake(clauses, evaluation, places)
    }
    return places.length > 1 ? places.sort((one, other) => one - other) : places
  }

  /** Adds clauses, unless their condition is known not to hold. */
  wake(clauses, evaluation, places) {
    for (let at = 0; at < clauses.length;) {
      const condition = clauses[at++], end = at + 1 + clauses[at++]
      const mayHold = condition === 0 || evaluation.value(condition) !== no
      for (; at < end; at++) if (mayHold) this.add(clauses[at], places)
    }
  }

  /** Adds a clause that is not awake yet. */
  add(place, places) {
    if (this.awake[place] === this.turn) return
    this.awake[place] = this.turn
    places.push(place)
  }
}
