/** What one field of the form says: what stands in it, and the unit that is chosen beside it. */

const secondsOfUnit = { week: 604800, day: 86400, hour: 3600, minute: 60, second: 1 }
const writtenLength = /^([0-9]+(?:\.[0-9]+)?) (second|minute|hour|day|week)s?$/
const localInstant = /^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2})?$/

/** The value of a fact as the engine reads it; nothing where the field is empty or holds no such value. */
export function valueOf(type, { text, unit }) {
  switch (type) {
    case 'yes_no': return text === '' ? undefined : text === 'yes'
    case 'number': return numberIn(text)
    case 'duration': return lengthOf(numberIn(text), unit)
    case 'words': return wordsIn(text)
    default: return text === '' ? undefined : text
  }
}

/** What a field says of a value; nothing where it cannot. `words`: all that it can say, if it is a choice. */
export function entryOf(type, value, words) {
  if (words && !words.includes(value)) return undefined
  switch (type) {
    case 'yes_no': return typeof value === 'boolean' ? { text: value ? 'yes' : 'no' } : undefined
    case 'number': return typeof value === 'number' ? { text: String(value) } : undefined
    case 'duration': return entryOfLength(value)
    case 'words': return entryOfWords(typeof value === 'string' ? [value] : value)
    case 'instant': return localInstant.test(value) ? { text: value.replace(/[t ]/, 'T') } : undefined
    default: return isOneLine(value) ? { text: value } : undefined
  }
}

function numberIn(text) {
  const number = Number(text)
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number
}

function wordsIn(text) {
  const words = text.split(',').map(word => word.trim()).filter(word => word)
  return words.length ? words : undefined
}

const lengthOf = (count, unit) => count === undefined ? undefined : `${count} ${unit}${count === 1 ? '' : 's'}`

function entryOfLength(value) {
  if (typeof value === 'string') {
    const [, text, unit] = writtenLength.exec(value) ?? []
    return text && { text, unit }
  }
  if (typeof value !== 'number' || value < 0) return undefined
  const [unit, size] = Object.entries(secondsOfUnit).find(([, size]) => Number.isInteger(value / size)) ?? ['second', 1]
  return { text: String(value / size), unit }
}

function entryOfWords(words) {
  const isPlain = word => isOneLine(word) && !word.includes(',') && word.trim() === word
  return Array.isArray(words) && words.length && words.every(isPlain) ? { text: words.join(', ') } : undefined
}

const isOneLine = value => typeof value === 'string' && value !== '' && !/[\n\r]/.test(value)
