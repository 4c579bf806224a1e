import { countEmoji } from './emoji.js'
import { exclamationMark, isCased, isUpperCase, isWhiteSpace, questionMark } from './kinds.js'

/** The measures by their numbers in a program. */
export const measures = [
  'length', 'words', 'capitals', 'exclamations', 'questions', 'links', 'mentions', 'hashtags', 'emoji', 'longest_run',
]

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
    case 'emoji': return ofParts(text, (from, to) => countEmoji(text, from, to)).reduce((sum, each) => sum + each, 0)
    case 'longest_run': return Math.max(0, ...ofParts(text, (from, to) => longestRun(text, from, to)))
  }
}

/** What comes out for each stretch of the text without links. */
function ofParts({ links, length }, measured) {
  const results = []
  let start = 0
  for (let link = 0; link < links.length; link += 2) {
    results.push(measured(start, links[link]))
    start = links[link + 1]
  }
  return [...results, measured(start, length)]
}

function countOf(text, isCounted) {
  let count = 0
  ofParts(text, (from, to) => {
    for (let at = from; at < to; at++) if (isCounted(at)) count++
  })
  return count
}

/** The share of upper-case among cased letters; 0 where there is none. */
function capitals(text) {
  const kindAt = at => text.characters.kind(text.scalars[at])
  const cased = countOf(text, at => kindAt(at) & isCased)
  return cased === 0 ? 0 : countOf(text, at => kindAt(at) & isUpperCase) / cased
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
