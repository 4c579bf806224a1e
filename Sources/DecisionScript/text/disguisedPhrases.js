export const [letterStep, anyLetterStep, signStep, gapStep, nothingStep] = [0, 1, 2, 3, 4]
export const [noLoop, letterLoop, wordLoop, gapLoop] = [0, 1, 2, 3]

/** Flags of a letter: the first of its word; it must begin one; `*` may stand for it. */
export const isFirst = 1
export const mustStartWord = 2
export const mayBeMasked = 4
/** Flag of a gap: letters may meet in it. */
export const canBeNone = 1

/** A phrase as the search for disguises walks it: a small automaton, whose states are the places between its steps. */
export class DisguisedPhrase {
  constructor(cells, at) {
    this.term = cells[at]
    /** A bit for each of `a` to `z` that has to be in a text which holds the phrase, in whatever disguise. */
    this.needed = cells[at + 1]
    this.endsInSign = cells[at + 2] !== 0
    /** By step: kind, scalar, shape in latin, shape in other letters, flags. */
    this.steps = cells.subarray(at + 4, at + 4 + cells[at + 3] * 5)
    const loops = at + 4 + this.steps.length
    /** By state: kind, step of the letter. The last state is the end. */
    this.end = loops + (cells[at + 3] + 1) * 2
    this.loops = cells.subarray(loops, this.end)
    /** Pairs of letters that stand side by side in it, each of which can only be read as one of `a` to `z`. */
    this.pairs = pairsIn(this.steps)
  }

  static all(cells) {
    const phrases = []
    for (let at = 1; phrases.length < cells[0]; at = phrases[phrases.length - 1].end) {
      phrases.push(new DisguisedPhrase(cells, at))
    }
    return phrases
  }
}

/** The number of the first letter, then the bit of the second. */
function pairsIn(steps) {
  const pairs = []
  for (let at = 0; at + 5 < steps.length; at += 5) {
    const isPair = isPlainLetter(steps, at) && isPlainLetter(steps, at + 5)
    if (isPair) pairs.push([31 - Math.clz32(steps[at + 2]), steps[at + 7]])
  }
  return pairs
}

function isPlainLetter(steps, at) {
  const [kind, , latin, other] = steps.subarray(at, at + 4)
  return kind === letterStep && other === 0 && latin !== 0 && (latin & latin - 1) === 0
}
