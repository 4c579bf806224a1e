import { earliestDay, latestDay, latestInstant, secondsOfDay, weekday, withinDays, withinInstants } from './calendar.js'
import { inDays, endOfLength, secondsOfLength } from './lengths.js'
import { instantOfLocal, localDay, nextChange } from './zones.js'

const secondsOfWeek = 7 * secondsOfDay

/**
 * Makes hours of the week, and days on which a team is closed, ready to be asked. A stretch belongs to the day on which
 * it opens.
 */
export function workingHours(stretches, holidays) {
  const spans = [1, 2, 3, 4, 5, 6, 7].map(day => spansOn(day, stretches))
  const ordered = [...new Set(holidays)].sort((one, other) => one - other)
  return { spans, holidays: ordered, secondsPerWeek: openSeconds(spans) }
}

/** The hours of somebody who always works, but for some days. */
export function allHours(holidays) {
  return workingHours([{ days: [1, 2, 3, 4, 5, 6, 7], opens: 0, closes: 0 }], holidays)
}

function spansOn(day, stretches) {
  return stretches.filter(stretch => stretch.days.includes(day))
    .map(({ opens, closes }) => ({ from: opens, to: closes > opens ? closes : closes + secondsOfDay }))
    .sort((one, other) => one.from - other.from)
}

/** How long somebody works in a week without holidays; what runs over its end stands at its beginning. */
function openSeconds(spans) {
  const shifted = spans.flatMap((ofDay, day) =>
    ofDay.map(({ from, to }) => [from + day * secondsOfDay, to + day * secondsOfDay]))
  const within = shifted.flatMap(([from, to]) =>
    to <= secondsOfWeek ? [[from, to]] : [[from, secondsOfWeek], [0, to - secondsOfWeek]])
  let total = 0, reached = 0
  for (const [from, to] of within.sort((one, other) => one[0] - other[0])) {
    total += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return total
}

/** Whether the team works at an instant. */
export function isOpen(hours, instant, zone) {
  const today = localDay(zone, instant)
  // What opened yesterday may still be open.
  return [withinDays(today - 1), today].some(day =>
    openings(hours, day, zone).some(opening => opening.from <= instant && instant < opening.to))
}

/** The stretches of a day as instants, in the order in which they open. */
function openings(hours, day, zone) {
  if (isHoliday(hours, day)) return []
  return hours.spans[weekday(day) - 1].map(span => {
    const from = instantOfLocal(zone, day * secondsOfDay + span.from)
    return { from, to: Math.max(from, instantOfLocal(zone, day * secondsOfDay + span.to)) }
  })
}

/** How many holidays are before a day, by bisection. */
function holidaysBefore({ holidays }, day) {
  let low = 0, high = holidays.length
  while (low < high) {
    const middle = low + high >> 1
    if (holidays[middle] < day) low = middle + 1
    else high = middle
  }
  return low
}

const isHoliday = (hours, day) => hours.holidays[holidaysBefore(hours, day)] === day
const isWorkingWeekday = (hours, day) => hours.spans[weekday(day) - 1].length > 0

/** The instant at which an allowance is over that begins at another one. Working days end with a team's day. */
export function endOfAllowance({ length, isWorkingTime }, start, hours, zone) {
  const lasting = isWorkingTime ? secondsOfLength(length) : undefined
  if (lasting === undefined) return endOfLength(length, start, zone)
  if (length.unit === inDays) return endOfDays(hours, length.count, start, zone)
  return endOfSeconds(hours, lasting, start, zone)
}

/** The earliest instant at which the team has worked for so many seconds; the last one, where it never does. */
function endOfSeconds(hours, lasting, start, zone) {
  const { secondsPerWeek } = hours
  if (lasting === 0 || secondsPerWeek === 0) return lasting > 0 ? latestInstant : start
  const startDay = localDay(zone, start)
  let day = withinDays(startDay - 1), left = lasting, reached = start, calmEnd = earliestDay
  while (day < latestDay) {
    for (const opening of openings(hours, day, zone)) {
      if (opening.to <= reached) continue
      const from = Math.max(opening.from, reached)
      const worked = opening.to - from
      if (worked >= left) return withinInstants(from + left)
      left -= worked
      reached = opening.to
    }
    day = withinDays(day + 1)
    if (left <= secondsPerWeek || day <= startDay) continue
    if (day >= calmEnd) calmEnd = endOfCalm(hours, day, zone)
    // Whole weeks that are as every week are passed over at once.
    const weeks = day < calmEnd ? Math.min(Math.floor((left - 1) / secondsPerWeek), Math.floor((calmEnd - day) / 7)) : 0
    left -= weeks * secondsPerWeek
    day = withinDays(day + weeks * 7)
    reached = withinInstants(reached + weeks * secondsOfWeek)
  }
  return latestInstant
}

/** The day before which, from a day on, no holiday and no change of the clocks makes a week unlike another. */
function endOfCalm(hours, day, zone) {
  const before = withinDays(day - 1)
  const change = nextChange(zone, instantOfLocal(zone, before * secondsOfDay))
  const changeDay = change === undefined ? latestDay : withinDays(localDay(zone, change) - 3)
  const holiday = hours.holidays[holidaysBefore(hours, before)] ?? latestDay
  return Math.max(day, Math.min(holiday, changeDay, latestDay - 3))
}

/** The close of the team's so-manieth working day, that of the start not counted. */
function endOfDays(hours, count, start, zone) {
  const left = count < 2 ** 32 ? Math.ceil(count) : 0
  if (left === 0) return count > 0 ? latestInstant : start
  const day = workingDay(hours, left, localDay(zone, start))
  if (day === undefined) return latestInstant
  const closes = openings(hours, day, zone).map(opening => opening.to)
  return closes.length ? Math.max(...closes) : latestInstant
}

/** The so-manieth working day after a day. Whole weeks are passed over at once, and their holidays made up for. */
function workingDay(hours, count, start) {
  const perWeek = hours.spans.filter(ofDay => ofDay.length > 0).length
  if (perWeek === 0) return undefined
  let day = start, left = count
  while (left > perWeek) {
    const weeks = Math.floor((left - 1) / perWeek)
    const end = withinDays(day + weeks * 7)
    if (end === latestDay) return undefined
    left -= weeks * perWeek - workingHolidays(hours, day, end)
    day = end
  }
  while (left > 0) {
    if (day === latestDay) return undefined
    day += 1
    if (isWorkingWeekday(hours, day) && !isHoliday(hours, day)) left -= 1
  }
  return day
}

/** How many holidays after a day, through another, fall on days on which the team would work. */
function workingHolidays(hours, start, end) {
  const [first, last] = [start, end].map(day => holidaysBefore(hours, withinDays(day + 1)))
  const passed = hours.holidays.slice(first, last)
  return passed.filter(day => isWorkingWeekday(hours, day)).length
}
