import {
  apostrophe, dot, exclamationMark, isLetter, isLetterOrDigit, isMark, isOfWord, isUnspaced, isWhiteSpace, masked,
  questionMark,
} from './kinds.js'

const letterS = 0x73

/**
 * The words of a folded text: runs of letters, marks and digits with single apostrophes between letters. In scripts
 * without spaces every letter is a word of its own, together with its marks.
 */
export class Words {
  constructor(folded) {
    this.folded = folded
    this.count = 0
    /** Where each starts and ends, one after the other; they may stand in the memory of whoever found them. */
    this.spans = this.ownSpans = new Int32Array(2048)
    /** Whether some word has a final `'s`; then, where each ends when it is left off. */
    this.hasStems = false
    this.stems = new Int32Array(1024)
  }

  /** Makes room for the words of a text of some length. */
  reserve(length) {
    // Every character of a folded text may be a word, and one behind them is written in passing.
    if (this.ownSpans.length >= length * 2 + 2) return
    this.spans = this.ownSpans = new Int32Array(length * 4)
    this.stems = new Int32Array(length * 2)
  }

  start(word) {
    return this.spans[word * 2]
  }

  end(word) {
    return this.spans[word * 2 + 1]
  }

  /** Where a word ends when a final `'s` is left off. */
  stem(word) {
    return this.hasStems ? this.stems[word] : this.end(word)
  }

  split() {
    const { kinds, count } = this.folded
    this.reserve(count)
    this.spans = this.ownSpans
    this.count = 0
    for (let at = 0; at < count;) {
      if (kinds[at] & isOfWord) at = this.readRun(at)
      else at++
    }
    this.findStems()
  }

  readRun(start) {
    const { kinds } = this.folded
    const end = this.endOfWord(start)
    let first = start
    while (first < end && !(kinds[first] & isLetterOrDigit)) first++
    if (first === end) return end
    this.spans[this.count * 2] = start
    this.spans[this.count++ * 2 + 1] = end
    return end
  }

  endOfWord(start) {
    const { kinds, count } = this.folded
    let end = start + 1
    if (kinds[start] & isUnspaced) {
      while (end < count && kinds[end] & isMark) end++
      return end
    }
    while (end < count && (kinds[end] & isOfWord || this.isInnerApostrophe(end)) && !(kinds[end] & isUnspaced)) end++
    return end
  }

  /** Between letters; the one before may carry marks. */
  isInnerApostrophe(at) {
    const { scalars, kinds, count } = this.folded
    if (scalars[at] !== apostrophe || at + 1 >= count) return false
    const before = kinds[at - 1], after = kinds[at + 1]
    return (before & (isLetter | isMark)) !== 0 && (after & isLetter) !== 0 && !((before | after) & isUnspaced)
  }

  /** Takes over so many edges of runs of letters and digits. */
  take(runs, edges, hasApostrophes) {
    this.spans = runs
    this.count = edges >> 1
    this.hasStems = false
    if (!hasApostrophes) return
    this.join(runs)
    this.findStems()
  }

  /** Makes one word of two between which a single apostrophe stands. */
  join(runs) {
    const { ownSpans: spans } = this
    let joined = 0
    for (let word = 0; word < this.count; word++) {
      const start = runs[word * 2], end = runs[word * 2 + 1]
      const isNext = joined > 0 && spans[joined * 2 - 1] === start - 1
      if (isNext && this.isInnerApostrophe(start - 1)) joined--
      else spans[joined * 2] = start
      spans[joined++ * 2 + 1] = end
    }
    this.spans = spans
    this.count = joined
  }

  findStems() {
    const { scalars } = this.folded
    this.hasStems = false
    for (let word = 0; word < this.count; word++) {
      const start = this.start(word), end = this.end(word)
      const hasFinalS = end - start > 2 && scalars[end - 2] === apostrophe && scalars[end - 1] === letterS
      this.stems[word] = hasFinalS ? end - 2 : end
      if (hasFinalS) this.hasStems = true
    }
  }

  /** How many apostrophes stand between a word and the next. */
  apostrophes(word) {
    const { scalars } = this.folded
    let count = 0
    for (let at = this.end(word); at < this.start(word + 1); at++) if (scalars[at] === apostrophe) count++
    return count
  }

  /** Whether a sentence ends between a word and the next. */
  endsSentence(word) {
    for (let at = this.end(word); at < this.start(word + 1); at++) if (this.isEndOfSentence(at)) return true
    return false
  }

  /** `.`, `!` or `?` with white space after it, `。`, and whatever is masked. */
  isEndOfSentence(at) {
    const { scalars, kinds, count } = this.folded, scalar = scalars[at]
    if (scalar === masked || scalar === 0x3002) return true
    if (scalar !== dot && scalar !== exclamationMark && scalar !== questionMark) return false
    return at + 1 < count && (kinds[at + 1] & isWhiteSpace) !== 0
  }
}
