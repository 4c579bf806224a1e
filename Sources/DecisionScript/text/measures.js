import { countEmoji } from './emoji.js'
import { exclamationMark, isCased, isUpperCase, isWhiteSpace, questionMark } from './kinds.js'

/** The measures by their numbers in a program. */
export const measures = [
  'length', 'words', 'capitals', 'exclamations', 'questions', 'links', 'mentions', 'hashtags', 'emoji', 'longest_run',
]

const bitOfCased = Math.log2(isCased), bitOfUpperCase = Math.log2(isUpperCase)
const mention = 0x40, hashtag = 0x23

/** What can be counted in a text as written. All but `length` and `links` leave links out. */
export function measure(name, text) {
  switch (name) {
    case 'length': return text.length
    case 'words': return text.words.count
    case 'links': return text.links.length / 2
    case 'capitals': return capitals(text)
    case 'exclamations': return countOf(text, at => isEither(text.scalars[at], exclamationMark))
    case 'questions': return countOf(text, at => isEither(text.scalars[at], questionMark))
    case 'mentions': return countOf(text, at => isSigil(text, at, mention))
    case 'hashtags': return countOf(text, at => isSigil(text, at, hashtag))
    case 'emoji': return parts(text).reduce((sum, [from, to]) => sum + countEmoji(text, from, to), 0)
    case 'longest_run': return Math.max(...parts(text).map(([from, to]) => longestRun(text, from, to)))
  }
}

/** The stretches of the text without links, each from its start to its end. */
function parts({ links, length }) {
  const parts = []
  let start = 0
  for (let link = 0; link < links.length; link += 2) {
    parts.push([start, links[link]])
    start = links[link + 1]
  }
  return [...parts, [start, length]]
}

function countOf(text, isCounted) {
  let count = 0
  for (const [from, to] of parts(text)) for (let at = from; at < to; at++) if (isCounted(at)) count++
  return count
}

/** The share of upper-case among cased letters; 0 where there is none. */
function capitals(text) {
  const { characters, scalars } = text, { kindsOfASCII } = characters
  let cased = 0, large = 0
  for (const [from, to] of parts(text)) {
    for (let at = from; at < to; at++) {
      const scalar = scalars[at], kind = scalar < 128 ? kindsOfASCII[scalar] : characters.kind(scalar)
      // Added up without a branch, since nobody foresees where a word ends.
      cased += kind >>> bitOfCased & 1
      large += kind >>> bitOfUpperCase & 1
    }
  }
  return cased === 0 ? 0 : large / cased
}

/** A sign, or its full-width form. */
function isEither(scalar, sign) {
  return scalar === sign || scalar === sign + 0xFEE0
}

/** Whether a name follows a sign and nothing that it could belong to comes before. */
function isSigil({ characters, scalars, length }, at, sign) {
  if (scalars[at] !== sign || at + 1 >= length || !characters.isLetterOrDigit(scalars[at + 1])) return false
  return at === 0 || !characters.isLetterOrDigit(scalars[at - 1])
}

/** The longest run of one case-folded character, white space aside. */
function longestRun({ characters, scalars }, from, to) {
  let longest = 0, current = 0, last = -1
  for (let at = from; at < to; at++) {
    const isSpace = (characters.kind(scalars[at]) & isWhiteSpace) !== 0
    const folded = isSpace ? -1 : characters.simpleFold(scalars[at])
    current = isSpace ? 0 : folded === last ? current + 1 : 1
    last = folded
    longest = Math.max(longest, current)
  }
  return longest
}
