const parts = { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long', hour: '2-digit', minute: '2-digit' }
const digits = {
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
}

/** Says instants as people in one time zone do, seen from another instant. */
export class Clock {
  /** `zone`: its name; one that the browser does not know is told in UTC. `now`: the instant, in milliseconds. */
  constructor(zone, now) {
    this.zone = knownZone(zone)
    this.now = now
    this.format = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: this.zone, hourCycle: 'h23' })
  }

  /** "13:00 (in 1 hour)", "Wednesday 2 December, 13:00 (in 2 days)"; a text that is no instant stays as it is. */
  words(text) {
    const instant = Date.parse(text)
    return Number.isFinite(instant) ? `${this.place(instant)} (${distance(instant - this.now)})` : text
  }

  place(instant) {
    const at = this.parts(instant), here = this.parts(this.now)
    const time = `${at.hour}:${at.minute}`
    const isSameYear = at.year === here.year
    if (isSameYear && at.month === here.month && at.day === here.day) return time
    return `${at.weekday} ${at.day} ${at.month}${isSameYear ? '' : ` ${at.year}`}, ${time}`
  }

  parts(instant) {
    return partsOf(this.format, instant)
  }
}

/** The instant, in milliseconds, at which the clocks of a zone show a time such as `2026-12-01T10:00`. */
export function instantOf(local, zone) {
  const wanted = Date.parse(`${local}Z`)
  const format = new Intl.DateTimeFormat('en-GB', { ...digits, timeZone: knownZone(zone), hourCycle: 'h23' })
  const shown = instant => {
    const { year, month, day, hour, minute, second } = partsOf(format, instant)
    return Date.parse(`${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`)
  }
  // The second step is for the hours around a change of the clocks.
  const first = wanted + wanted - shown(wanted)
  return first + wanted - shown(first)
}

const partsOf = (format, instant) =>
  Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))

function knownZone(zone) {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}

/** "in 2 hours and 30 minutes", "3 days ago", "now". */
function distance(milliseconds) {
  const minutes = Math.round(Math.abs(milliseconds) / 60000)
  if (minutes === 0) return 'now'
  return milliseconds < 0 ? `${length(minutes)} ago` : `in ${length(minutes)}`
}

function length(minutes) {
  const hours = Math.floor(minutes / 60), days = Math.floor(hours / 24)
  if (hours < 2) return counted(minutes % 60 === 0 ? hours : minutes, minutes % 60 === 0 ? 'hour' : 'minute')
  if (hours < 48) return together([counted(hours, 'hour'), minutes % 60 ? counted(minutes % 60, 'minute') : ''])
  return together([counted(days, 'day'), hours % 24 ? counted(hours % 24, 'hour') : ''])
}

const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`
const together = words => words.filter(each => each).join(' and ')
