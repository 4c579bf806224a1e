import { histories } from './comment.js'
import {
  isAll, isAny, isCategory, isCount, isFact, isFactText, isFound, isHistory, isMeasure, isMode, isNone, isNot, isScore,
  isSignal, isStrikes, isTermCount, isTimeOpen, isWithoutEffect, passes,
} from './conditions.js'
import { no, truth, unknown, yes } from './truth.js'

/** Tests of facts, by their number. */
const [isKnown, ofNumber, ofDuration, ofYesNo, ofInstant, ofWords, ofIdentities] = Array(7).keys()
const [before, after] = [0, 1]

/** What holds of a comment, in three values. */
export class Evaluation {
  /** `leavesUnknown`: an exception of which nobody knows leaves its clause unknown; else it does not apply. */
  constructor(situation, leavesUnknown) {
    this.situation = situation
    this.leavesUnknown = leavesUnknown
    const { conditions, numbers } = situation.program
    this.conditions = conditions
    this.cells = conditions.cells
    this.numbers = numbers
    this.category = -1
    this.turn = 0
    /** Whether something was looked at of which nobody knows whether it holds. */
    this.metUnknown = false
    this.signals = new Uint8Array(conditions.signals.length)
    this.settledIn = new Uint32Array(conditions.signals.length)
  }

  /** Makes ready for another comment, whose category is known or is -1. */
  begin(category) {
    this.category = category
    this.turn += 1
    this.metUnknown = false
    return this
  }

  holds(clause) {
    return this.clause(clause) === yes
  }

  clause(clause) {
    const when = this.value(clause)
    const after = clause + this.cells[clause + 1]
    // What does not hold needs no exception.
    if (when === no || !this.cells[after]) return when
    const exception = this.value(after + 1)
    if (this.leavesUnknown) return Math.min(when, yes - exception)
    return exception === yes ? no : when
  }

  value(at) {
    const value = this.looked(at)
    if (value === unknown) this.metUnknown = true
    return value
  }

  looked(at) {
    const { cells, numbers, situation } = this
    switch (cells[at]) {
      case isAll: return this.least(at)
      case isAny: return this.greatest(at)
      case isNone: return yes - this.greatest(at)
      case isNot: return yes - this.value(at + 2)
      case isCount: return this.count(at)
      case isSignal: return this.signal(cells[at + 2])
      case isFound: return truth(situation.found.count(cells[at + 2]) > 0)
      case isTermCount: return truth(passes(cells, at + 3, numbers, situation.found.count(cells[at + 2])))
      case isScore: return truth(passes(cells, at + 3, numbers, situation.found.score(cells[at + 2])))
      case isMeasure: return truth(passes(cells, at + 4, numbers, situation.measure(cells[at + 2])))
      case isFact: return this.fact(at + 4, situation.comment.facts[cells[at + 2]])
      case isFactText: return this.factText(at)
      case isStrikes: return this.strikes(at)
      case isTimeOpen: return truth(situation.isOpen(cells[at + 2]))
      case isHistory: return this.history(at)
      case isMode: return truth(this.isListed(at + 3, place => situation.comment.modes.has(place)))
      case isCategory: return truth(this.hasBit(at + 2, this.category))
      case isWithoutEffect: return unknown
      // Only promises ask for escalations, and they are about decisions that were made.
      default: return no
    }
  }

  least(node) {
    let value = yes
    const { cells } = this
    for (let left = cells[node + 2], at = node + 3; left > 0 && value !== no; left--, at += cells[at + 1]) {
      value = Math.min(value, this.value(at))
    }
    return value
  }

  greatest(node) {
    let value = no
    const { cells } = this
    for (let left = cells[node + 2], at = node + 3; left > 0 && value !== yes; left--, at += cells[at + 1]) {
      value = Math.max(value, this.value(at))
    }
    return value
  }

  /** Known if the test says the same for every number that the unknown ones could make. */
  count(node) {
    const { cells, numbers } = this
    let certain = 0, open = 0, at = node + 3
    for (let left = cells[node + 2]; left > 0; left--, at += cells[at + 1]) {
      const value = this.value(at)
      if (value === yes) certain++
      if (value === unknown) open++
    }
    const first = passes(cells, at, numbers, certain)
    for (let more = 1; more <= open; more++) if (passes(cells, at, numbers, certain + more) !== first) return unknown
    return truth(first)
  }

  signal(signal) {
    if (this.settledIn[signal] !== this.turn) {
      this.settledIn[signal] = this.turn
      this.signals[signal] = this.clause(this.conditions.signals[signal])
    }
    return this.signals[signal]
  }

  isListed(at, isWanted) {
    for (let place = at + 1; place <= at + this.cells[at]; place++) if (isWanted(this.cells[place])) return true
    return false
  }

  /** Whether a list that is in order has a place, by bisection: an escalation may name most categories. */
  /** Whether the bit of a place is set: so many cells, then a bit for each place. */
  hasBit(at, place) {
    const cell = place >> 5
    return place >= 0 && cell < this.cells[at] && (this.cells[at + 1 + cell] >>> (place & 31) & 1) === 1
  }

  factText(node) {
    let value = no
    this.isListed(node + 4, search => {
      const isFound = this.situation.findsInFact(search, this.cells[node + 2])
      value = Math.max(value, isFound === undefined ? unknown : truth(isFound))
    })
    return value
  }

  strikes(node) {
    const history = this.situation.comment.histories[this.cells[node + 2]]
    return history ? truth(passes(this.cells, node + 4, this.numbers, history.strikes)) : unknown
  }

  history(node) {
    const count = this.countOfHistory(node)
    return count === undefined ? unknown : truth(passes(this.cells, node + 6, this.numbers, count))
  }

  /** How many comments the author wrote in the length of time that a condition names; nothing where nobody knows. */
  countOfHistory(node) {
    const { cells, numbers } = this
    const length = { count: numbers[cells[node + 4]], unit: cells[node + 5] }
    return this.situation.countOfEarlier(histories[cells[node + 2]], length)
  }

  fact(at, value) {
    const { cells, numbers } = this
    if (cells[at] === isKnown) return truth((value !== undefined) === (cells[at + 1] !== 0))
    if (value === undefined) return unknown
    switch (cells[at]) {
      case ofNumber:
      case ofDuration: return truth(passes(cells, at + 1, numbers, value))
      case ofYesNo: return truth(value === (cells[at + 1] !== 0))
      case ofInstant: return truth(this.instant(at + 1, value))
      case ofWords: return truth(this.words(at + 1, value))
      case ofIdentities: return truth(this.isListed(at + 1, text => this.situation.program.text(text) === value))
    }
  }

  instant(at, value) {
    const bound = this.numbers[this.cells[at + 1]]
    if (this.cells[at] === before) return value < bound
    if (this.cells[at] === after) return value > bound
    return bound <= value && value <= this.numbers[this.cells[at + 2]]
  }

  /** Whether one of the fact's words, in its normal form, is one of those that a condition names in theirs. */
  words(at, value) {
    const { program } = this.situation
    const given = typeof value === 'string' ? [program.normal(value)] : value.map(word => word.normal)
    return this.isListed(at, text => given.includes(program.text(text)))
  }
}
