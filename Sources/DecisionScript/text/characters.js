/** What a person sees as one character may be several scalars (UAX #29). */
function characters(text) {
  if (typeof Intl === 'undefined' || !Intl.Segmenter) return [...text]
  return Array.from(new Intl.Segmenter().segment(text), each => each.segment)
}

export function firstCharacters(text, count) {
  const start = text.slice(0, count + 1)
  return /^[\x20-\x7e]*$/.test(start) ? text.slice(0, count) : characters(text).slice(0, count).join('')
}

/** Whether a sentence needs no full stop any more. */
export function endsSentence(text) {
  if (!/[.!?]$/.test(text)) return false
  return /[\x20-\x7e].$/.test(text) || /^[.!?]$/.test(characters(text).pop())
}

/** The text with a capital first letter. */
export function beginningLarge(text) {
  const first = firstCharacters(text, 1)
  return first.toUpperCase() + text.slice(first.length)
}

/** The text with a small first letter, unless it begins with an abbreviation. */
export function beginningSmall(text) {
  const first = firstCharacters(text, 1)
  const second = firstCharacters(text.slice(first.length), 1)
  if (!isSmall(second) && !/^\p{White_Space}/u.test(second)) return text
  return first.toLowerCase() + text.slice(first.length)
}

function isSmall(character) {
  if (/^\p{Lowercase}$/u.test(character)) return true
  return character === character.toLowerCase() && character !== character.toUpperCase()
}
