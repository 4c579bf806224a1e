import { Wakes } from './wakes.js'

/** What a node of a condition asks, by its number. */
export const [
  isAll, isAny, isNone, isNot, isCount, isSignal, isFound, isTermCount, isScore, isMeasure, isFact, isFactText,
  isStrikes, isTimeOpen, isHistory, isMode, isCategory, isEscalation, isWithoutEffect,
] = Array(19).keys()

/** The conditions of a program: cells that are walked where they lie, and where each clause begins in them. */
export class Conditions {
  constructor(cells, wakes, rules) {
    this.cells = cells
    let at = 2
    const next = count => cells.subarray(at, at += count)
    this.signals = next(cells[1])
    this.categories = next(rules.categories.length)
    this.escalations = next(rules.escalations.length)
    const plans = rules.plans.map(plan => [next(plan.steps.length), next(plan.followUps.length)])
    this.steps = plans.map(([steps]) => steps)
    this.followUps = plans.map(([, followUps]) => followUps)
    this.shadows = next(rules.shadows.length)
    this.wakesOfCategories = new Wakes(wakes, 0, this.categories)
    this.wakesOfEscalations = new Wakes(wakes, this.wakesOfCategories.end, this.escalations)
  }

  /** The node of a clause's exception; 0 where it has none. */
  unless(clause) {
    const after = clause + this.cells[clause + 1]
    return this.cells[after] ? after + 1 : 0
  }

  /** The nodes of which a node is made. */
  parts(node) {
    const { cells } = this
    if (cells[node] === isNot) return [node + 2]
    if (cells[node] > isNone && cells[node] !== isCount) return []
    const parts = []
    for (let at = node + 3; parts.length < cells[node + 2]; at += cells[at + 1]) parts.push(at)
    return parts
  }
}

/** Tests of numbers, by their number. */
const [exactly, not, atLeast, atMost, moreThan, lessThan, between, anyOf] = Array(8).keys()

/** Whether a number passes the test that begins at a cell. */
export function passes(cells, at, numbers, value) {
  const first = numbers[cells[at + 1]]
  switch (cells[at]) {
    case exactly: return value === first
    case not: return value !== first
    case atLeast: return value >= first
    case atMost: return value <= first
    case moreThan: return value > first
    case lessThan: return value < first
    case between: return first <= value && value <= numbers[cells[at + 2]]
    default: return passesAny(cells, at, numbers, value)
  }
}

function passesAny(cells, start, numbers, value) {
  let at = start + 2
  for (let left = cells[start + 1]; left > 0; left--, at = endOfTest(cells, at)) {
    if (passes(cells, at, numbers, value)) return true
  }
  return false
}

function endOfTest(cells, start) {
  if (cells[start] !== anyOf) return start + (cells[start] === between ? 3 : 2)
  let at = start + 2
  for (let left = cells[start + 1]; left > 0; left--) at = endOfTest(cells, at)
  return at
}
