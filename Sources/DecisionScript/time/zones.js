import { calendarDay, dayNumber, daysInMonth, secondsOfDay, weekday, withinInstants } from './calendar.js'

/** What calendar and clock show in a zone: the seconds of a clock that showed 1970-01-01 00:00 at zero. */
export function localTime(zone, instant) {
  return withinInstants(instant + stretch(zone, instant).offset)
}

/** The day that the calendar shows. */
export function localDay(zone, instant) {
  return Math.floor(localTime(zone, instant) / secondsOfDay)
}

/** The first instant at which the clocks show a local time, or a later one where they skip it. */
export function instantOfLocal(zone, local) {
  const shown = withinInstants(local)
  // Offsets are less than a day, so a day before its face value every clock showed an earlier time.
  let start = shown - secondsOfDay
  for (;;) {
    const { offset, end } = stretch(zone, start)
    const candidate = Math.max(start, shown - offset)
    if (end === undefined || candidate < end) return withinInstants(candidate)
    start = end
  }
}

/** The instant after another one at which the clocks next may be changed. */
export function nextChange(zone, instant) {
  const { end } = stretch(zone, instant)
  return end === undefined ? undefined : withinInstants(end)
}

/** The offset at an instant, in seconds east of UTC, and the instant at which it next may change. */
function stretch(zone, instant) {
  const { changes } = zone
  let low = 0, high = changes.length
  while (low < high) {
    const middle = low + high >> 1
    if (changes[middle].from <= instant) low = middle + 1
    else high = middle
  }
  const offset = low === 0 ? zone.firstOffset : changes[low - 1].offset
  if (low < changes.length) return { offset, end: changes[low].from }
  return zone.lastRule ? yearlyStretch(zone.lastRule, instant) : { offset, end: undefined }
}

/** The same by a rule that changes the clocks twice every year. */
function yearlyStretch(rule, instant) {
  const { year } = calendarDay(Math.floor(instant / secondsOfDay))
  // A turn may stray from its year by a week, so the years before and after are looked at too.
  const turns = [year - 1, year, year + 1].flatMap(each => turnsIn(rule, each)).sort((one, other) => one.at - other.at)
  const past = turns.filter(turn => turn.at <= instant).pop()
  return { offset: past ? past.offset : rule.standardOffset, end: turns.find(turn => turn.at > instant)?.at }
}

function turnsIn(rule, year) {
  return [
    { at: clockSeconds(rule.daylightBegins, year) - rule.standardOffset, offset: rule.daylightOffset },
    { at: clockSeconds(rule.daylightEnds, year) - rule.daylightOffset, offset: rule.standardOffset },
  ]
}

/** The seconds that a clock which showed 1970-01-01 00:00 at zero has run at the turn of a year. */
function clockSeconds(turn, year) {
  const first = dayNumber(year, turn.month, 1)
  let day = (turn.weekday - weekday(first) + 7) % 7 + (turn.week - 1) * 7
  if (day >= daysInMonth(turn.month, year)) day -= 7
  return (first + day) * secondsOfDay + turn.time
}
