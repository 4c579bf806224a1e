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
    this.grow(256)
  }

  grow(capacity) {
    // Where each starts and ends; where it ends when a final `'s` is left off; how many apostrophes stand between it
    // and the next; and whether a sentence ends there.
    for (const name of ['starts', 'ends', 'stems', 'apostrophes', 'sentenceEnds']) {
      const larger = new Int32Array(capacity)
      if (this[name]) larger.set(this[name])
      this[name] = larger
    }
  }

  split() {
    const { scalars, kinds, count } = this.folded
    this.count = 0
    for (let at = 0; at < count;) {
      if (kinds[at] & isOfWord) at = this.readRun(at)
      else this.readGap(scalars[at], at++)
    }
  }

  readRun(start) {
    const { scalars, kinds } = this.folded
    const end = this.endOfWord(start)
    let first = start
    while (first < end && !(kinds[first] & isLetterOrDigit)) first++
    if (first === end) return end
    if (this.count === this.starts.length) this.grow(this.count * 2)
    const word = this.count++
    this.starts[word] = start
    this.ends[word] = end
    const hasFinalS = end - start > 2 && scalars[end - 2] === apostrophe && scalars[end - 1] === letterS
    this.stems[word] = hasFinalS ? end - 2 : end
    this.apostrophes[word] = this.sentenceEnds[word] = 0
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

  readGap(scalar, at) {
    if (this.count === 0) return
    const word = this.count - 1
    if (scalar === apostrophe) this.apostrophes[word]++
    else if (this.endsSentence(scalar, at)) this.sentenceEnds[word] = 1
  }

  /** `.`, `!` or `?` with white space after it, `。`, and whatever is masked. */
  endsSentence(scalar, at) {
    if (scalar === masked || scalar === 0x3002) return true
    if (scalar !== dot && scalar !== exclamationMark && scalar !== questionMark) return false
    return at + 1 < this.folded.count && (this.folded.kinds[at + 1] & isWhiteSpace) !== 0
  }
}
