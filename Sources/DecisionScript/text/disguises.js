import { pulledTogether } from './chains.js'
import { DisguiseSearch } from './disguiseSearch.js'
import { letterStep, signStep } from './disguisedPhrases.js'
import { isRegionalIndicator } from './emoji.js'
import { exclamationMark, star } from './kinds.js'
import { alone, digit, inWord, letter, startsWord, Tape } from './tape.js'

const stroke = 0x7C

/** Finds phrases in disguise in one text. */
export class DisguiseFinder {
  constructor(text, shapes) {
    this.text = text
    this.tape = Tape.of(text, shapes)
    this.readable = this.tape.latins.reduce((all, latin) => all | latin, 0)
    this.hasStars = this.tape.scalars.subarray(0, this.tape.count).includes(star)
  }

  /** The text as it stands, with letters pulled together that signs split, and with those that white space splits. */
  get views() {
    this.knownViews ??= [
      new View(this.tape, false),
      ...[false, true].map(byWhiteSpace => {
        const tape = pulledTogether(this.tape, byWhiteSpace)
        return tape && new View(tape, byWhiteSpace)
      }),
    ].filter(view => view)
    return this.knownViews
  }

  /** Where a phrase is, plain or in disguise, in the text as written: pairs of a start and an end. */
  places(phrase) {
    if (!this.hasStars && phrase.needed & ~this.readable) return []
    const places = new Map()
    for (const view of this.views) {
      for (const masked of this.hasStars ? [false, true] : [false]) {
        for (const [start, end] of view.places(phrase, masked)) this.keep(start, end, places)
      }
    }
    return [...places.values()]
  }

  keep(start, end, places) {
    const { starts, ends } = this.text.folded
    const place = [starts[start], ends[end - 1]]
    places.set(place.join(), place)
  }
}

/** A tape and what is asked of a disguise on it. */
class View {
  /** White space splits letters only where it splits all of them. */
  constructor(tape, mustSplitAll) {
    this.tape = tape
    this.mustSplitAll = mustSplitAll
    const { traits, scalars, count } = tape
    this.letters = tally(count, at => traits[at] & letter)
    this.digits = tally(count, at => traits[at] & digit)
    this.signs = tally(count, at =>
      !(traits[at] & inWord) && tape.hasShape(at) && scalars[at] !== exclamationMark && scalars[at] !== stroke)
    this.unsplit = tally(count, at => traits[at] & inWord && !(traits[at] & alone))
    this.starts = []
    for (let at = 0; at < count; at++) if (traits[at] & startsWord) this.starts.push(at)
    this.startsByLetter = new Map()
  }

  /** Where a phrase is in the folded text. */
  places(phrase, masked) {
    const { starts, ends } = this.tape
    return new DisguiseSearch(phrase, this.tape, masked).candidates(this.beginnings(phrase))
      .filter(([start, end]) => this.isDisguise(start, end))
      .map(([start, end]) => [starts[start], ends[end - 1]])
  }

  /** Where a phrase may begin, so that most of a text is passed over. */
  beginnings({ steps: [kind, scalar, latin] }) {
    const { scalars, count } = this.tape
    if (kind === signStep) {
      const places = []
      for (let at = 0; at < count; at++) if (scalars[at] === scalar) places.push(at)
      return places
    }
    return kind === letterStep && latin !== 0 ? this.startsWith(latin & -latin) : this.starts
  }

  /** The starts of words that can be read as one of `a` to `z`. */
  startsWith(bit) {
    if (!this.startsByLetter.has(bit)) {
      this.startsByLetter.set(bit, this.starts.filter(at => this.tape.latins[at] & bit))
    }
    return this.startsByLetter.get(bit)
  }

  /** Digits and strokes alone are no disguise, nor are digits with signs, which are sums of money, nor is a flag. */
  isDisguise(start, end) {
    const { scalars } = this.tape
    if (end - start === 2 && scalars.subarray(start, end).every(isRegionalIndicator)) return false
    const count = tally => tally[end] - tally[start]
    const isLegible = count(this.letters) > 0 || count(this.digits) === 0 && count(this.signs) > 0
    return isLegible && !(this.mustSplitAll && count(this.unsplit) > 0)
  }
}

/** How many there are before each place, so that how many there are in a range is known at once. */
function tally(count, isCounted) {
  const before = new Int32Array(count + 1)
  for (let at = 0; at < count; at++) before[at + 1] = before[at] + (isCounted(at) ? 1 : 0)
  return before
}
