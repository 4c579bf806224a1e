import { numberText } from './numbers.js'

/** A value in the canonical form: one line, no spaces, members in their order. */
export function jsonText(value) {
  const text = JSON.stringify(value)
  // JavaScript prints numbers as we do, but for the largest and the smallest.
  return /[0-9]e[-+]/.test(text) ? textOfEach(value) : text
}

function textOfEach(value) {
  if (typeof value === 'number') return numberText(value)
  if (typeof value !== 'object') return JSON.stringify(value)
  if (value === null) return 'null'
  if (Array.isArray(value)) return '[' + value.map(textOfEach).join(',') + ']'
  return '{' + Object.entries(value).map(([key, each]) => JSON.stringify(key) + ':' + textOfEach(each)).join(',') + '}'
}

/** The object without its members that are absent or empty: no `null`, no `[]`, no `{}`, no `""`. */
export function given(object) {
  for (const key in object) if (isEmpty(object[key])) delete object[key]
  return object
}

function isEmpty(value) {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && (Array.isArray(value) ? value : Object.keys(value)).length === 0
}
