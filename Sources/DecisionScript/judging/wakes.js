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
    this.searches = new Map(rows().map(({ event, clauses }) => [event, clauses]))
    this.leaves = rows()
    this.end = at
    this.awake = new Uint32Array(clauses.length)
    this.turn = 0
  }

  /** The places of the clauses that need be looked at, in order. */
  places(evaluation) {
    const { awake } = this, turn = ++this.turn, { found } = evaluation.situation
    const places = []
    const wake = clauses => {
      for (const place of clauses) {
        if (awake[place] === turn) continue
        awake[place] = turn
        places.push(place)
      }
    }
    wake(this.always)
    for (const search of found.findingSearches()) wake(this.searches.get(search) ?? [])
    for (const { event, clauses } of this.leaves) if (evaluation.value(event) !== no) wake(clauses)
    return places.sort((one, other) => one - other)
  }
}
