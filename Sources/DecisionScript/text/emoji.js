import { isEmoji } from './kinds.js'

const joiner = 0x200D
const textStyle = 0xFE0E
const emojiStyle = 0xFE0F
const keycap = 0x20E3

const isModifier = scalar => scalar >= 0x1F3FB && scalar <= 0x1F3FF
const isTag = scalar => scalar >= 0xE0020 && scalar <= 0xE007E
const endOfTags = 0xE007F

export const isRegionalIndicator = scalar => scalar >= 0x1F1E6 && scalar <= 0x1F1FF

/**
 * How many emoji there are in a stretch of a text as UTS #51 builds them, each maximal sequence counted once.
 *
 * A picture that is text by default (`☺`) counts without U+FE0F too, but not with U+FE0E; digits, `#` and `*` are
 * text without a keycap, and `©`, `®` and `™` without U+FE0F.
 */
export function countEmoji({ characters, scalars }, from, to) {
  let count = 0
  for (let at = from; at < to;) {
    const end = endOfSequence(characters, scalars, at, to)
    if (end > at) count++
    at = Math.max(at + 1, end)
  }
  return count
}

/** Where the emoji ends that begins at a place; 0 where none does. */
function endOfSequence(characters, scalars, start, limit) {
  let end = endOfElement(characters, scalars, start, limit)
  while (end && end < limit && scalars[end] === joiner) {
    const next = endOfElement(characters, scalars, end + 1, limit)
    if (!next) break
    end = next
  }
  return end
}

function endOfElement(characters, scalars, start, limit) {
  if (start >= limit || !(characters.kind(scalars[start]) & isEmoji)) return 0
  const first = scalars[start]
  const second = start + 1 < limit ? scalars[start + 1] : 0
  if (isRegionalIndicator(first)) return isRegionalIndicator(second) ? start + 2 : 0
  if (second === textStyle) return 0
  if (second === emojiStyle) {
    if (start + 2 < limit && scalars[start + 2] === keycap) return start + 3
    return first < 0x80 ? 0 : start + 2
  }
  if (second === keycap || isModifier(second)) return start + 2
  if (isTag(second)) return afterTags(scalars, start + 1, limit)
  return first < 0x80 || first === 0xA9 || first === 0xAE || first === 0x2122 ? 0 : start + 1
}

/** Behind the end of some tags; behind the picture where they have no end. */
function afterTags(scalars, start, limit) {
  let at = start
  while (at < limit && isTag(scalars[at])) at++
  return at < limit && scalars[at] === endOfTags ? at + 1 : start
}
