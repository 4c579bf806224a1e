import { masked } from './kinds.js'
import { alone, breaksWord, endsWord, gap, inWord, pulledUp, startsWord, Tape, whiteSpace } from './tape.js'

/**
 * A letter that stands alone, then a separator, then another letter, and so on, always with the same separator: so
 * words are spelled out, `i.d.i.o.t`. Gives the tape with every such chain pulled together, so that it reads as one
 * word; nothing where there is none. Separators are signs or white space.
 */
export function pulledTogether(tape, byWhiteSpace) {
  const chains = new Chains(tape, byWhiteSpace)
  let at = 0
  while (at < tape.count && chains.endOfChain(at) === at) at++
  if (at === tape.count) return undefined
  const result = new Tape(tape.count), kept = tape.traits.slice()
  for (at = 0; at < tape.count;) {
    const last = chains.endOfChain(at)
    chains.write(at, last, result)
    if (last > at) chains.endAfter(last)
    at = last + 1
  }
  tape.traits.set(kept)
  return result
}

class Chains {
  constructor(tape, byWhiteSpace) {
    this.tape = tape
    this.byWhiteSpace = byWhiteSpace
  }

  /** Where a longer chain begins with the last letter of this one, that letter is left to it. */
  endOfChain(start) {
    const last = this.lastAlike(start)
    const isOutdone = last > start && this.lastAlike(last) - last > last - start
    return isOutdone ? last - 2 : last
  }

  /** How far characters stand one and the same separator apart. */
  lastAlike(start) {
    const { scalars, count } = this.tape
    if (start + 2 >= count || !this.isSeparator(start + 1)) return start
    const separator = scalars[start + 1]
    if (!this.isLink(start, separator)) return start
    let last = start
    while (last + 2 < count && scalars[last + 1] === separator && this.isLink(last + 2, separator)) last += 2
    return last
  }

  /** A sign that is read as a letter has no other such sign at its sides: nothing is spelled out in `a $$$`. */
  isLink(at, separator) {
    const { tape } = this
    if (!tape.isReadable(at) || !(tape.traits[at] & alone)) return false
    if (tape.traits[at] & inWord) return true
    return tape.scalars[at] !== separator && [at - 1, at + 1].every(beside =>
      beside < 0 || beside >= tape.count || !tape.isReadable(beside) || tape.scalars[beside] === separator)
  }

  isSeparator(at) {
    const { scalars, traits } = this.tape
    if (traits[at] & inWord || scalars[at] === masked) return false
    return (traits[at] & whiteSpace) !== 0 === this.byWhiteSpace
  }

  endAfter(last) {
    const { scalars, traits, count } = this.tape
    if (last + 1 >= count) return
    traits[last + 1] |= breaksWord
    // In `k.i.l.l. .y.o.u` the stop after the last letter splits letters and ends no sentence.
    if (scalars[last + 1] === scalars[last - 1]) traits[last + 1] |= gap
  }

  /** Writes a chain without its separators. */
  write(start, last, result) {
    const first = result.count
    for (let at = start; at <= last; at += 2) result.copy(this.tape, at)
    if (last === start) return
    const { traits } = result
    traits[first] |= breaksWord
    for (let at = first + 1; at < result.count; at++) {
      traits[at] |= pulledUp
      if (traits[at - 1] & inWord) traits[at] &= ~startsWord
      if (traits[at] & inWord) traits[at - 1] &= ~endsWord
    }
    if (this.byWhiteSpace) splitOneLetterWords(result, first)
  }
}

/** In `u r a i d i o t` the first three are words of their own, and in `i d i o t I mean it` the last. */
function splitOneLetterWords({ scalars, traits, count }, first) {
  for (let at = first + 1; at < count && isOneLetterWord(scalars[at - 1]); at++) traits[at] |= startsWord
  for (let at = count - 2; at >= first && isOneLetterWord(scalars[at + 1]); at--) traits[at] |= endsWord
}

/** Of English, as it is written in comments: `a`, `i`, `u` and `r`. */
function isOneLetterWord(scalar) {
  return scalar === 0x61 || scalar === 0x69 || scalar === 0x75 || scalar === 0x72
}
