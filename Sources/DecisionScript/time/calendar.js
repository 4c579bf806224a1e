export const secondsOfDay = 86400

/** Days are numbers, counted from 1970-01-01; these are 0001-01-01 and 9999-12-31. */
export const earliestDay = -719162
export const latestDay = 2932896

/** Instants are seconds since 1970 in UTC, in the years 0001 to 9999. */
export const earliestInstant = earliestDay * secondsOfDay
export const latestInstant = latestDay * secondsOfDay + secondsOfDay - 1

export const withinDays = day => Math.min(Math.max(day, earliestDay), latestDay)
export const withinInstants = seconds => Math.min(Math.max(seconds, earliestInstant), latestInstant)

const daysInEra = 146097
/** The days from 0000-03-01, where the eras of 400 years begin, to 1970-01-01. */
const eraStart = 719468

/** The number of a day (H. Hinnant, `days_from_civil`). */
export function dayNumber(year, month, day) {
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysInEra + dayOfEra - eraStart
}

/** The year, month and day of a number (`civil_from_days`). */
export function calendarDay(number) {
  const era = Math.floor((number + eraStart) / daysInEra)
  const dayOfEra = number + eraStart - era * daysInEra
  const years = dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)
  const yearOfEra = Math.floor(years / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

export function daysInMonth(month, year) {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Monday is 1, Sunday 7. */
export function weekday(day) {
  const fromMonday = day - 4
  return fromMonday - Math.floor(fromMonday / 7) * 7 + 1
}

/** The same day of the month so many months later, and where that month is too short its last day. */
export function addingMonths(number, months) {
  const { year, month, day } = calendarDay(number)
  const sum = year * 12 + month - 1 + months
  if (sum > 9999 * 12 + 11) return latestDay
  const newYear = Math.floor(sum / 12), newMonth = sum % 12 + 1
  return dayNumber(newYear, newMonth, Math.min(day, daysInMonth(newMonth, newYear)))
}
