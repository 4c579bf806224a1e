import { calendarDay, dayNumber, daysInMonth, secondsOfDay, withinInstants } from './calendar.js'
import { instantOfLocal } from './zones.js'

const padded = (number, width) => String(number).padStart(width, '0')

/** RFC 3339 in UTC: `2026-12-02T09:30:00Z`. */
export function instantText(seconds) {
  const dayOf = Math.floor(seconds / secondsOfDay)
  const { year, month, day } = calendarDay(dayOf)
  const time = seconds - dayOf * secondsOfDay
  const clock = [Math.floor(time / 3600), Math.floor(time / 60) % 60, time % 60]
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}T${clock.map(part => padded(part, 2)).join(':')}Z`
}

const dateForm = '([0-9]{4})-([0-9]{2})-([0-9]{2})'
const clockForm = '([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?'
const offsetForm = '([Zz]|([+-])([0-9]{2})(?::?([0-9]{2}))?)?'
const form = new RegExp(`^${dateForm}(?:[Tt ]${clockForm}${offsetForm})?$`)

/**
 * The instant of a date and time as somebody wrote it: ISO 8601 with the liberties of RFC 3339. Without an offset it is
 * that of a zone, and where there is none nothing; a date alone is the midnight with which it begins.
 */
export function readInstant(text, zone) {
  const parts = form.exec(text)
  if (!parts) return undefined
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(part => Number(part ?? 0))
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(month, year)) return undefined
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const local = dayNumber(year, month, day) * secondsOfDay + hour * 3600 + minute * 60 + second
  const offset = readOffset(parts)
  if (offset === undefined) return zone && instantOfLocal(zone, local)
  const seconds = local - offset
  return Math.abs(offset) < secondsOfDay && withinInstants(seconds) === seconds ? seconds : undefined
}

/** Seconds east of UTC; nothing where no offset was written, and what no zone has where it is none. */
function readOffset(parts) {
  if (!parts[7]) return undefined
  const hours = Number(parts[9] ?? 0), minutes = Number(parts[10] ?? 0)
  if (hours > 23 || minutes > 59) return Infinity
  return (parts[8] === '-' ? -1 : 1) * (hours * 3600 + minutes * 60)
}
