import { apostrophe, dot, isEntangled, isMark, isUnspaced, letterW, slash } from './kinds.js'
import { encodeInto, scalarAt } from './scalars.js'

/** They fold to letters of ASCII, so that expressions take them for those. */
const longS = 0x17F, kelvin = 0x212A
/** Stands among the small letters of a text for all that is not of ASCII. */
export const beyondASCII = 0xFF

/** What of note was met in a text, above the bits of the kinds. */
const metApostrophe = 1 << 16, metSlash = 1 << 17, metDot = 1 << 18, metLetterLikeASCII = 1 << 19

/**
 * Reads texts of which every character folds to one, for itself: all of ASCII, and most with a picture or an accent. One
 * pass writes all that others look at; places in the text, as folded and as written, are the same.
 */
export class QuickReading {
  constructor(characters) {
    this.characters = characters
    /** By character of ASCII: its kind, what is of note, and its small letter. */
    this.entries = new Uint32Array(128).map((_, scalar) => {
      const small = characters.foldsOfASCII[scalar]
      return characters.kindsOfASCII[small] | ofNote(small) | small << 24
    })
  }

  /** Says whether the text is one that can be read so. */
  read(string, text) {
    const isASCII = encodeInto(string, text.small) === string.length
    return isASCII ? this.readASCII(string, text) : this.readEach(string, text)
  }

  /** Reads a text of ASCII, of which the bytes stand where its small letters will. */
  readASCII(string, text) {
    const { entries } = this, { scalars: written, small, runs } = text, { scalars, kinds } = text.folded
    const count = string.length
    // Edges of words are written everywhere and kept where there are some: nobody foresees where a word ends.
    let edges = 0, inside = 0, met = 0
    for (let at = 0; at < count; at++) {
      const byte = small[at], kind = entries[byte]
      written[at] = byte
      small[at] = scalars[at] = kind >>> 24
      kinds[at] = kind
      met |= kind
      const isOfWord = (kind | kind >>> 2) & 1
      runs[edges] = at
      edges += isOfWord ^ inside
      inside = isOfWord
    }
    text.takeRuns(edges, inside, count)
    this.finish(string, count, runs, edges + inside, met, text)
    return true
  }

  /** Reads a text that has characters beyond ASCII. */
  readEach(string, text) {
    const { entries } = this, { scalars: written, small } = text
    const { scalars, kinds } = text.folded, { ownSpans: spans } = text.words
    const end = string.length
    let count = 0, edges = 0, inside = 0, met = 0
    for (let at = 0; at < end; at++) {
      const unit = string.charCodeAt(at)
      let kind = 0
      if (unit < 128) {
        kind = entries[unit]
        written[count] = unit
        small[count] = scalars[count] = kind >>> 24
      } else {
        const scalar = scalarAt(string, at), folded = this.foldAlone(scalar)
        if (folded < 0) return false
        kind = this.characters.kind(folded) & ~isEntangled | ofNote(folded)
        if (kind & (isMark | isUnspaced)) return false
        if (scalar === longS || scalar === kelvin) met |= metLetterLikeASCII
        written[count] = scalar
        scalars[count] = folded
        small[count] = beyondASCII
        if (scalar > 0xFFFF) at++
      }
      met |= kind
      kinds[count] = kind
      const isOfWord = (kind | kind >>> 2) & 1
      spans[edges] = count++
      edges += isOfWord ^ inside
      inside = isOfWord
    }
    spans[edges] = count
    this.finish(string, count, spans, edges + inside, met, text)
    text.findRuns()
    return true
  }

  /** Takes over a text of which the characters and the edges of words are written. */
  finish(string, count, spans, edges, met, text) {
    text.folded.count = text.length = count
    text.folded.areAlike()
    text.words.take(spans, edges, (met & metApostrophe) !== 0)
    text.small.fill(0, text.length, text.length + 8)
    text.wasCut = false
    text.hasLetterLikeASCII = (met & metLetterLikeASCII) !== 0
    // Every link has a slash, or a dot after a `w`.
    text.mayHoldLinks = (met & metSlash) !== 0 || (met & metDot) !== 0 && hasDotAfterW(string)
  }

  /** What a character folds to; -1 where that is not one character, or others beside it matter. */
  foldAlone(scalar) {
    const { characters } = this
    if (characters.kinds.of(scalar) & isEntangled) return -1
    const entry = characters.ownFoldOf.of(scalar)
    if (entry === 0) return scalar
    const fold = characters.ownFolds[entry]
    return fold.length === 1 ? fold[0] : -1
  }
}

function ofNote(scalar) {
  return scalar === apostrophe ? metApostrophe : scalar === slash ? metSlash : scalar === dot ? metDot : 0
}

function hasDotAfterW(string) {
  for (let at = string.indexOf('.', 1); at > 0; at = string.indexOf('.', at + 1)) {
    if ((string.charCodeAt(at - 1) | 32) === letterW) return true
  }
  return false
}
