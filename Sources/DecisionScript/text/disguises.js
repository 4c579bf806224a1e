import { pulledTogether } from './chains.js'
import { DisguiseSearch } from './disguiseSearch.js'
import { letterStep, signStep } from './disguisedPhrases.js'
import { isRegionalIndicator } from './emoji.js'
import { exclamationMark, star } from './kinds.js'
import { alone, digit, inWord, letter, startsWord, Tape } from './tape.js'

const stroke = 0x7C
const allLetters = (1 << 26) - 1

/** Finds phrases in disguise in one text after another. */
export class DisguiseFinder {
  constructor(text, shapes) {
    this.text = text
    this.shapes = shapes
    this.tape = new Tape(256)
  }

  /** Makes ready for the text as it now is. */
  begin() {
    const { tape } = this
    tape.read(this.text, this.shapes)
    this.readable = 0
    this.hasStars = false
    for (let at = 0; at < tape.count; at++) {
      this.readable |= tape.latins[at]
      if (tape.scalars[at] === star) this.hasStars = true
    }
    this.knownViews = undefined
  }

  /** The text as it stands, with letters pulled together that signs split, and with those that white space splits. */
  get views() {
    return this.knownViews ??= [
      new View(this.tape, false),
      ...[false, true].map(byWhiteSpace => {
        const tape = pulledTogether(this.tape, byWhiteSpace)
        return tape && new View(tape, byWhiteSpace)
      }),
    ].filter(view => view)
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
    this.knownStarts = new Map()
    this.pairs = this.neighbours(0)
    this.maskedPairs = undefined
  }

  /** By each of `a` to `z`, the letters that stand behind it in some reading; a star is read as those given. */
  neighbours(ofStar) {
    const { latins, scalars, count } = this.tape
    const neighbours = Array(26).fill(0)
    const latin = at => scalars[at] === star ? latins[at] | ofStar : latins[at]
    for (let at = 0; at + 1 < count; at++) {
      const next = latin(at + 1)
      for (let letters = next && latin(at); letters; letters &= letters - 1) {
        neighbours[31 - Math.clz32(letters & -letters)] |= next
      }
    }
    return neighbours
  }

  /** Where a phrase is in the folded text. */
  places(phrase, masked) {
    const pairs = masked ? this.maskedPairs ??= this.neighbours(allLetters) : this.pairs
    for (const [first, second] of phrase.pairs) if (!(pairs[first] & second)) return []
    const beginnings = this.beginnings(phrase)
    if (beginnings.length === 0) return []
    const { starts, ends } = this.tape
    return new DisguiseSearch(phrase, this.tape, masked).candidates(beginnings)
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
    return this.starts(kind === letterStep && latin !== 0 ? latin & -latin : 0)
  }

  /** The starts of words, those that can be read as one of `a` to `z` where its bit is given. */
  starts(bit) {
    if (!this.knownStarts.has(bit)) {
      const { latins, traits } = this.tape
      const places = [...traits.subarray(0, this.tape.count).keys()]
      this.knownStarts.set(bit, places.filter(at => traits[at] & startsWord && (bit === 0 || latins[at] & bit)))
    }
    return this.knownStarts.get(bit)
  }

  /** How many letters, digits and signs there are before each place, and how many that nothing splits. */
  get tallies() {
    if (this.knownTallies) return this.knownTallies
    const { tape } = this, { traits, scalars, count } = tape
    const isStroke = at => scalars[at] === exclamationMark || scalars[at] === stroke
    const isSign = at => !(traits[at] & inWord) && tape.hasShape(at) && !isStroke(at)
    return this.knownTallies = [
      tally(count, at => traits[at] & letter), tally(count, at => traits[at] & digit), tally(count, isSign),
      tally(count, at => traits[at] & inWord && !(traits[at] & alone)),
    ]
  }

  /** Digits and strokes alone are no disguise, nor are digits with signs, which are sums of money, nor is a flag. */
  isDisguise(start, end) {
    const { scalars } = this.tape
    if (end - start === 2 && scalars.subarray(start, end).every(isRegionalIndicator)) return false
    const [letters, digits, signs, unsplit] = this.tallies.map(tally => tally[end] - tally[start])
    const isLegible = letters > 0 || digits === 0 && signs > 0
    return isLegible && !(this.mustSplitAll && unsplit > 0)
  }
}

/** How many there are before each place, so that how many there are in a range is known at once. */
function tally(count, isCounted) {
  const before = new Int32Array(count + 1)
  for (let at = 0; at < count; at++) before[at + 1] = before[at] + (isCounted(at) ? 1 : 0)
  return before
}
