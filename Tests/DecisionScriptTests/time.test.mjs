import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDay, dayNumber, earliestDay, latestDay, weekday } from '../../Sources/DecisionScript/time/calendar.js'
import { endOfAllowance, isOpen, workingHours } from '../../Sources/DecisionScript/time/hours.js'
import { instantText, readInstant } from '../../Sources/DecisionScript/time/instants.js'
import { allowanceText, durationText, endOfLength } from '../../Sources/DecisionScript/time/lengths.js'
import { instantOfLocal, localTime } from '../../Sources/DecisionScript/time/zones.js'

const [, , hours, days, , months] = [0, 1, 2, 3, 4, 5]
const utc = { firstOffset: 0, changes: [], lastRule: undefined }
const london = {
  firstOffset: 0, changes: [], lastRule: {
    standardOffset: 0, daylightOffset: 3600, daylightBegins: { month: 3, week: 5, weekday: 7, time: 3600 },
    daylightEnds: { month: 10, week: 5, weekday: 7, time: 7200 },
  },
}
const at = (text, zone = utc) => readInstant(text, zone)

test('days are those of the Gregorian calendar from 0001 to 9999', () => {
  assert.equal(dayNumber(1, 1, 1), earliestDay)
  assert.equal(dayNumber(9999, 12, 31), latestDay)
  for (let day = earliestDay; day <= latestDay; day += 9973) {
    const date = new Date(day * 86400000), { year, month, day: ofMonth } = calendarDay(day)
    assert.deepEqual([year, month, ofMonth], [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()])
    assert.equal(dayNumber(year, month, ofMonth), day)
    assert.equal(weekday(day), date.getUTCDay() || 7)
  }
})

test('times are read with the liberties of RFC 3339 and no others', () => {
  const cases = [
    ['2026-12-01T10:00:00Z', '2026-12-01T10:00:00Z'], ['2026-12-01t10:00:00.25+01:00', '2026-12-01T09:00:00Z'],
    ['2026-12-01 10:00-0930', '2026-12-01T19:30:00Z'], ['2026-12-01T10:00+01', '2026-12-01T09:00:00Z'],
    ['2026-12-01', '2026-12-01T00:00:00Z'], ['2024-02-29T23:59:59', '2024-02-29T23:59:59Z'],
  ]
  for (const [text, instant] of cases) assert.equal(instantText(at(text)), instant)
  const refused = [
    '2026-02-29', '2026-12-01T24:00', '2026-12-01T10:00:60Z', '2026-12-01T10', '2026-12-01T10:00+1',
    '2026-12-01T10:00:00.Z',
    '0000-01-01', '2026-12-01T10:00+24:00', '2026-12-01 ', '2026-12-01\n', '0001-01-01T00:00+01:00',
    '9999-12-31T23:59-01:00', '',
  ]
  for (const text of refused) assert.equal(at(text), undefined, text)
  assert.equal(readInstant('2026-12-01T10:00'), undefined)
})

test('a local time that the clocks skip is the instant at which they do, and one that they show twice the first',
  () => {
  assert.equal(instantText(at('2026-03-29T01:30', london)), '2026-03-29T01:00:00Z')
  assert.equal(instantText(at('2026-10-25T01:30', london)), '2026-10-25T00:30:00Z')
  assert.equal(instantText(at('2026-07-01T12:00', london)), '2026-07-01T11:00:00Z')
  for (let instant = at('2026-01-01'); instant < at('2027-01-01'); instant += 3571) {
    assert.ok(instantOfLocal(london, localTime(london, instant)) <= instant)
  }
})

test('months end on the same day, or on the last one of a shorter month', () => {
  const end = (text, count) => instantText(endOfLength({ count, unit: months }, at(text), utc))
  assert.equal(end('2026-01-31T08:00', 1), '2026-02-28T08:00:00Z')
  assert.equal(end('2023-11-30', 3), '2024-02-29T00:00:00Z')
  assert.equal(end('9999-12-01', 5), '9999-12-31T00:00:00Z')
  assert.equal(instantText(endOfLength({ count: 1e300, unit: days }, 0, utc)), '9999-12-31T23:59:59Z')
})

test('working time runs while a team is open, and working days end with its day', () => {
  const week = workingHours([{ days: [1, 2, 3, 4, 5], opens: 9 * 3600, closes: 17 * 3600 }], [at('2026-12-25') / 86400])
  const end = (count, unit, start) =>
    instantText(endOfAllowance({ length: { count, unit }, isWorkingTime: true }, at(start), week, utc))
  assert.equal(end(2, hours, '2026-12-04T16:00'), '2026-12-07T10:00:00Z')
  assert.equal(end(1, days, '2026-12-24T12:00'), '2026-12-28T17:00:00Z')
  assert.equal(end(0.5, days, '2026-12-01T12:00'), '2026-12-02T17:00:00Z')
  assert.equal(end(0, days, '2026-12-05T12:00'), '2026-12-05T12:00:00Z')
  assert.equal(isOpen(week, at('2026-12-25T10:00'), utc), false)
  assert.equal(isOpen(week, at('2026-12-24T16:59:59'), utc), true)
  assert.equal(isOpen(week, at('2026-12-24T17:00'), utc), false)
})

test('many working hours come to the same end as they do hour by hour', () => {
  const week = workingHours([{ days: [2, 6], opens: 22 * 3600, closes: 6 * 3600 }], [at('2026-12-26') / 86400])
  let reached = at('2026-12-01T10:00')
  for (let count = 1; count <= 400; count++) {
    const one = { length: { count: 1, unit: hours }, isWorkingTime: true }, all = { length: { count, unit: hours },
      isWorkingTime: true }
    reached = endOfAllowance(one, reached, week, london)
    assert.equal(endOfAllowance(all, at('2026-12-01T10:00'), week, london), reached)
  }
})

test('lengths are said in words', () => {
  assert.equal(durationText(259200), '3 days')
  assert.equal(durationText(90), '90 seconds')
  assert.equal(durationText(0), '0 seconds')
  assert.equal(durationText(3600), '1 hour')
  assert.equal(allowanceText({ length: { count: 1.5, unit: hours }, isWorkingTime: true }), '1.5 working hours')
})
