import { numberText } from '../json/numbers.js'
import { addingMonths, secondsOfDay, withinInstants } from './calendar.js'
import { instantOfLocal, localTime } from './zones.js'

export const units = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months']
const secondsOfUnit = [1, 60, 3600, 86400, 604800]
export const inDays = 3

/** How many seconds one of a unit lasts, by its word in the singular or the plural; nothing for months. */
export function secondsOfWord(word) {
  return secondsOfUnit[units.findIndex(unit => word === unit || word === unit.slice(0, -1))]
}

/** How many seconds a length lasts, to the nearest one; nothing for months. */
export function secondsOfLength(length) {
  const unit = secondsOfUnit[length.unit]
  if (!unit) return undefined
  const exact = length.count * unit
  const whole = Math.floor(exact)
  return exact - whole < 0.5 ? whole : whole + 1
}

/** The instant at which a length ends that begins at another one. Months end on the same day of the month. */
export function endOfLength(length, start, zone) {
  const lasting = secondsOfLength(length)
  if (lasting !== undefined) return withinInstants(start + lasting)
  if (length.count === 0) return start
  const local = localTime(zone, start)
  const day = Math.floor(local / secondsOfDay)
  return instantOfLocal(zone, addingMonths(day, length.count) * secondsOfDay + local - day * secondsOfDay)
}

/** `1 day`, `1.5 hours`. */
export function lengthText({ count, unit }) {
  return `${numberText(count)} ${count === 1 ? units[unit].slice(0, -1) : units[unit]}`
}

/** A duration in the largest unit of which it has a whole number: `3 days`, `90 seconds`. */
export function durationText(duration) {
  for (let unit = secondsOfUnit.length - 1; unit >= 0; unit--) {
    const count = duration / secondsOfUnit[unit]
    const isWhole = count > 0 && count < 2 ** 53 && Math.trunc(count) === count
    if (isWhole && count * secondsOfUnit[unit] === duration) return lengthText({ count, unit })
  }
  return `${numberText(duration)} seconds`
}

/** `5 hours`, `5 working hours`. */
export function allowanceText({ length, isWorkingTime }) {
  const text = lengthText(length)
  return isWorkingTime ? text.replace(' ', ' working ') : text
}
