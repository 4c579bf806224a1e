import { FoldedText, Normaliser } from './folding.js'
import { namesOfHost } from './hosts.js'
import { dot, letterW, masked, slash } from './kinds.js'
import { Links } from './links.js'
import { beyondASCII, QuickReading } from './quickReading.js'
import { scalarAt, textOf } from './scalars.js'
import { Words } from './words.js'

/** The longest text that is read, in bytes of UTF-8. */
const longest = 65536
const noLinks = []
/** 1 for each small letter and digit of ASCII. */
const lettersAndDigits = Uint8Array.from({ length: 256 }, (_, byte) => /[0-9a-z]/.test(String.fromCharCode(byte)))
const lineEnds = [0x0A, 0x0D, 0x85, 0x2028, 0x2029]

/**
 * A text as written, folded and split into words. One of these reads text after text, each in the place of the one
 * before, so that nothing is left behind.
 */
export class WrittenText {
  constructor(characters, ignoresQuotes) {
    this.characters = characters
    this.ignoresQuotes = ignoresQuotes
    this.length = 0
    this.wasCut = false
    /** Whether a letter stands in it that expressions take for one of ASCII. */
    this.hasLetterLikeASCII = false
    this.folded = new FoldedText(characters, characters.ignoresAccents)
    this.words = new Words(this.folded)
    this.quickReading = new QuickReading(characters)
    this.grow(1024)
    this.linkFinder = new Links(characters)
    this.normaliser = new Normaliser(characters, false)
    /** Starts and ends of links, one after the other. */
    this.links = []
  }

  grow(capacity) {
    this.scalars = new Uint32Array(capacity)
    /** Its characters of ASCII as small letters, zeros behind them; by four bytes too. */
    this.small = new Uint8Array(capacity + 8)
    this.view = new DataView(this.small.buffer)
    /** Where each run of letters and digits of ASCII starts and ends; behind the last edge the end of the text. */
    this.runs = new Int32Array(capacity + 2)
    this.runEdges = 0
  }

  /** Takes over so many edges of runs, of which the last may still be open where the text ends. */
  takeRuns(edges, isOpen, end) {
    this.runEdges = edges + isOpen
    this.runs[edges] = this.runs[edges + isOpen] = end
  }

  findRuns() {
    const { small, runs, length } = this
    let edges = 0, inside = 0
    for (let at = 0; at < length; at++) {
      const isOfRun = lettersAndDigits[small[at]]
      runs[edges] = at
      edges += isOfRun ^ inside
      inside = isOfRun
    }
    this.takeRuns(edges, inside, length)
  }

  /** Reads a text; what is beyond the longest is cut off. */
  read(text) {
    const end = Math.min(text.length, longest)
    if (this.scalars.length < end) this.grow(end * 2)
    this.folded.reserve(end)
    this.words.reserve(end)
    const isRead = end * 3 <= longest && this.quickReading.read(text, this)
    if (!isRead) this.readScalars(text, end)
    this.links = this.mayHoldLinks ? this.linkFinder.find(this.scalars, this.length) : noLinks
    if (!isRead) this.folded.fold(this.scalars, this.length)
    if (this.ignoresQuotes) this.maskQuotes()
    if (this.links.length) this.maskLinks()
    if (!isRead || this.ignoresQuotes || this.links.length) this.words.split()
  }

  readScalars(text, end) {
    const { scalars, small } = this
    let count = 0, bytes = 0, last = 0, hasLinkSigns = false
    for (let at = 0; at < end; at++) {
      const scalar = text.charCodeAt(at) < 0x80 ? text.charCodeAt(at) : scalarAt(text, at)
      bytes += lengthInUTF8(scalar)
      if (bytes > longest) break
      if (scalar > 0xFFFF) at++
      small[count] = scalar < 0x80 ? this.characters.foldsOfASCII[scalar] : beyondASCII
      scalars[count++] = scalar
      // Every link has a slash, or a dot after a `w`.
      if (scalar === slash || scalar === dot && (last | 32) === letterW) hasLinkSigns = true
      last = scalar
    }
    this.length = count
    small.fill(0, count, count + 8)
    this.findRuns()
    this.hasLetterLikeASCII = /[\u017F\u212A]/.test(text)
    this.mayHoldLinks = hasLinkSigns
    this.wasCut = bytes > longest || text.length > longest
  }

  /** Takes out lines that begin with `>`. */
  maskQuotes() {
    const { scalars, kinds, count } = this.folded
    let isStart = true, isQuote = false
    for (let at = 0; at < count; at++) {
      const endsLine = lineEnds.includes(scalars[at])
      if (isStart) isQuote = scalars[at] === 0x3E
      if (isQuote && !endsLine) {
        scalars[at] = masked
        kinds[at] = 0
      }
      isStart = endsLine
    }
  }

  maskLinks() {
    const { scalars, kinds, starts, ends, count } = this.folded
    let link = 0
    for (let at = 0; at < count; at++) {
      while (link < this.links.length && this.links[link + 1] <= starts[at]) link += 2
      if (link < this.links.length && ends[at] > this.links[link]) {
        scalars[at] = masked
        kinds[at] = 0
      }
    }
  }

  /** A part of the text as written. */
  excerpt(start, end) {
    return textOf(this.scalars, start, end)
  }

  namesOfHost(start, end) {
    return namesOfHost(this.excerpt(start, end), name => this.normaliser.fold(name))
  }
}

function lengthInUTF8(scalar) {
  if (scalar < 0x80) return 1
  return scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
}
