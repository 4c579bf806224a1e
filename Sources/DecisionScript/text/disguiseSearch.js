import {
  anyLetterStep, canBeNone, gapLoop, gapStep, isFirst, letterLoop, letterStep, mayBeMasked, mustStartWord, nothingStep,
  signStep, wordLoop,
} from './disguisedPhrases.js'
import { star } from './kinds.js'
import { breaksWord, endsWord, gap, inWord, partOfWord, pulledUp, startsWord } from './tape.js'

const nowhere = 0x7FFFFFFF

/**
 * Walks a tape once and follows every way in which a phrase may be in it; of two that reach the same state, the one
 * that began first (Thompson 1968, with the starts carried along).
 */
export class DisguiseSearch {
  /** `masked`: `*` stands for letters; then the length must be right, and no letter may be repeated. */
  constructor(phrase, tape, masked) {
    this.steps = phrase.steps
    this.loops = phrase.loops
    this.endsInSign = phrase.endsInSign
    this.tape = tape
    this.masked = masked
    this.stepCount = phrase.steps.length / 5
    // For each state, where the earliest way to it began.
    this.begun = new Int32Array(phrase.loops.length / 2).fill(nowhere)
    this.highest = -1
    this.found = []
  }

  /** Where the phrase may be, as pairs of a start and an end on the tape; where it may begin is given in order. */
  candidates(beginnings) {
    let at = 0
    for (const beginning of beginnings) {
      while (at < beginning && this.highest >= 0) this.read(at++)
      this.arrive(0, beginning)
      this.read(beginning)
      at = beginning + 1
    }
    while (at < this.tape.count && this.highest >= 0) this.read(at++)
    return this.found
  }

  read(at) {
    const { begun } = this
    for (let state = this.highest; state >= 0; state--) {
      const start = begun[state]
      if (start === nowhere) continue
      if (!this.stays(state, at)) begun[state] = nowhere
      this.advance(state, at, start)
    }
    while (this.highest >= 0 && begun[this.highest] === nowhere) this.highest--
    this.report(at)
  }

  arrive(state, start) {
    this.begun[state] = Math.min(this.begun[state], start)
    this.highest = Math.max(this.highest, state)
    if (state < this.stepCount && this.steps[state * 5] === nothingStep) this.arrive(state + 1, start)
  }

  stays(state, at) {
    const traits = this.tape.traits[at]
    switch (this.loops[state * 2]) {
      case letterLoop: return !this.masked && !(traits & breaksWord) && this.isMet(this.loops[state * 2 + 1] * 5, at)
      case wordLoop: return (traits & partOfWord) !== 0
      case gapLoop: return (traits & gap) !== 0
      default: return false
    }
  }

  advance(state, at, start) {
    if (state >= this.stepCount) return
    if (this.steps[state * 5] !== gapStep) {
      if (this.takes(state, at, false)) this.arrive(state + 1, start)
      return
    }
    const traits = this.tape.traits[at]
    if (traits & gap) this.arrive(state + 1, start)
    // Spelled out, two words may be split like two letters: `s.h.u.t.u.p`.
    const mayMeet = this.steps[state * 5 + 4] & canBeNone || traits & pulledUp
    if (mayMeet && this.takes(state + 1, at, true)) this.arrive(state + 2, start)
  }

  /** Whether a step takes the character. `inside`: even where no word starts there. */
  takes(step, at, inside) {
    if (step >= this.stepCount) return false
    const { traits, scalars } = this.tape
    switch (this.steps[step * 5]) {
      case letterStep: return this.takesLetter(step * 5, at, inside)
      case anyLetterStep: return (traits[at] & inWord) !== 0 && (inside || (traits[at] & startsWord) !== 0)
      case signStep: return scalars[at] === this.steps[step * 5 + 1]
      default: return false
    }
  }

  takesLetter(step, at, inside) {
    const flags = this.steps[step + 4], traits = this.tape.traits[at]
    if (flags & mustStartWord && !inside && !(traits & startsWord)) return false
    if (!(flags & isFirst) && traits & breaksWord) return false
    return this.isMet(step, at) || this.masked && (flags & mayBeMasked) !== 0 && this.tape.scalars[at] === star
  }

  /** Whether a letter of the phrase is met by a character: it is the same, or can be read as the same. */
  isMet(step, at) {
    const { scalars, latins, others } = this.tape
    if (scalars[at] === this.steps[step + 1] || latins[at] & this.steps[step + 2]) return true
    return others[at] !== 0 && others[at] === this.steps[step + 3]
  }

  /** Of several ends from one start the last counts. */
  report(at) {
    const start = this.begun[this.begun.length - 1]
    if (start === nowhere || !this.endsInSign && !(this.tape.traits[at] & endsWord)) return
    const { found } = this
    if (found.length && found[found.length - 1][0] === start) found.pop()
    found.push([start, at + 1])
  }
}
