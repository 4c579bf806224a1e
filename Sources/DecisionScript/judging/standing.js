import { given } from '../json/writing.js'
import { instantText } from '../time/instants.js'

/** Where the author of a comment stands on a ladder with it. */
export class Standing {
  constructor(place, category, situation) {
    const { comment, program: { rules } } = situation
    const ladder = rules.ladders[place], { rungs } = ladder
    const history = comment.histories[place]
    const least = rungs.findIndex(rung => rung.name === category.noLowerThan)
    // A rung that is taken at the least counts for as many strikes as it takes, so that the next is never milder.
    const own = Math.max(1, category.strikes, rungs[least]?.strikes ?? 1)
    const isKnown = situation.fact('author.id') !== undefined
    const isCounted = isKnown && history !== undefined
    this.place = place
    this.ladder = ladder
    /** Live strikes, those of this comment included. */
    this.strikes = isCounted ? history.strikes + own : own
    /** What would have to be known to take another rung than the first. */
    this.unknownFact = isCounted ? undefined : isKnown ? `history.${ladder.name}` : 'author.id'
    const reached = isCounted ? this.reached(history) : rungs.findIndex(rung => rung.strikes !== undefined)
    const taken = Math.max(reached, least)
    this.rung = rungs[taken]
    this.taken = taken
    this.situation = situation
  }

  get next() {
    return this.ladder.rungs.slice(this.taken + 1).find(rung => rung.strikes !== undefined)
  }

  get forgottenAt() {
    const { situation, ladder: { forgetAfter } } = this
    return forgetAfter && situation.endOf(forgetAfter, situation.start)
  }

  /** The last rung whose strikes are reached; a rung whose `needs` was not carried out keeps the author below it. */
  reached(history) {
    const { rungs } = this.ladder
    const closed = rungs.findIndex(rung => rung.needs !== undefined && !history.done.includes(rung.needs))
    const open = rungs.slice(0, closed < 0 ? rungs.length : closed)
    return open.map(rung => isReached(rung, this.strikes)).lastIndexOf(true)
  }

  get described() {
    return given({
      ladder: this.ladder.name, strikes: this.strikes, rung: this.rung?.name, next: this.next?.name,
      forgotten_at: this.forgottenAt === undefined ? undefined : instantText(this.forgottenAt),
    })
  }
}

/** Whether so many strikes reach a rung. */
export function isReached(rung, strikes) {
  return rung.strikes !== undefined && rung.strikes <= strikes
}
