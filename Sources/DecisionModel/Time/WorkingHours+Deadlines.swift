// When so much working time has run.

extension Allowance {
  /// The instant at which the time is over that begins at another one, or the last instant there is.
  ///
  /// Working days end with a team's day; other working time runs while the team is open.
  public func ending(from start: Instant, of hours: WorkingHours, in zone: ZoneTable) -> Instant {
    guard isWorkingTime, let seconds = length.seconds else { return length.ending(from: start, in: zone) }
    guard length.unit == .days else { return hours.end(ofSeconds: seconds, from: start, in: zone) }
    return hours.end(ofDays: length.count, from: start, in: zone)
  }
}

extension WorkingHours {
  /// The earliest instant at which the team has worked for so many seconds since another one; the last instant there is,
  /// where it never does.
  public func end(ofSeconds seconds: Int64, from start: Instant, in zone: ZoneTable) -> Instant {
    guard seconds > 0, secondsPerWeek > 0 else { return seconds > 0 ? .latest : start }
    // What opened on the day before may still be open.
    let startDay = zone.localTime(at: start).date
    var day = startDay.adding(days: -1)
    var (left, reached) = (seconds, start)
    var calm = day..<day
    while day < .latest {
      for opening in openings(on: day, in: zone) where opening.upperBound > reached {
        let from = max(opening.lowerBound, reached)
        let worked = opening.upperBound.seconds(since: from)
        if worked >= left { return from.adding(seconds: left) }
        left -= worked
        reached = opening.upperBound
      }
      day = day.adding(days: 1)
      guard left > secondsPerWeek, day > startDay else { continue }
      if day >= calm.upperBound { calm = calmDays(from: day, in: zone) }
      let weeks = calm.contains(day) ? min((left - 1) / secondsPerWeek, day.weeks(until: calm.upperBound)) : 0
      left -= weeks * secondsPerWeek
      day = day.adding(days: Int(weeks) * 7)
      reached = reached.adding(seconds: weeks * Int64(WeeklyHours.secondsOfWeek))
    }
    return .latest
  }

  /// The days from one on that are as they are every week: no holiday, nor a change of the clocks, is on one of them, on
  /// the day before or on the days after. Where there are none, they are looked for again after what is in the way.
  private func calmDays(from day: CalendarDate, in zone: ZoneTable) -> Range<CalendarDate> {
    let before = day.adding(days: -1)
    let change = zone.nextChange(after: zone.instant(of: LocalTime(date: before, time: .midnight)))
    // Clocks differ from UTC by less than a day, before the change and after it.
    let changeDay = change.map { zone.localTime(at: $0).date.adding(days: -3) } ?? .latest
    let end = min(firstHoliday(from: before) ?? .latest, changeDay, CalendarDate.latest.adding(days: -3))
    return day..<max(day, end)
  }

  /// The close of the team's so-manieth working day, that of the start not counted; the last instant there is, where it
  /// has no so many. A part of a day counts as a whole one.
  public func end(ofDays days: Double, from start: Instant, in zone: ZoneTable) -> Instant {
    let startDay = zone.localTime(at: start).date
    guard let left = days.roundedUp, left > 0 else { return days > 0 ? .latest : start }
    guard let day = workingDay(left, after: startDay) else { return .latest }
    return openings(on: day, in: zone).map(\.upperBound).max() ?? .latest
  }

  /// The so-manieth working day after another day. Whole weeks are passed over at once, and what their holidays took is
  /// made up for.
  private func workingDay(_ count: Int, after start: CalendarDate) -> CalendarDate? {
    let perWeek = Weekday.allCases.count(where: isWorkingWeekday)
    guard perWeek > 0 else { return nil }
    var (day, left) = (start, count)
    while left > perWeek {
      let weeks = (left - 1) / perWeek
      let end = day.adding(days: weeks * 7)
      guard end < .latest else { return nil }
      left -= weeks * perWeek - workingHolidays(after: day, through: end)
      day = end
    }
    while left > 0 {
      guard day < .latest else { return nil }
      day = day.adding(days: 1)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// How many holidays fall on days on which the team would work.
  private func workingHolidays(after start: CalendarDate, through end: CalendarDate) -> Int {
    let passed = holidays[holidayCount(before: start.adding(days: 1))..<holidayCount(before: end.adding(days: 1))]
    return passed.count { isWorkingWeekday($0.weekday) }
  }
}

extension Double {
  /// The next whole number, where it is one that the calendar could have days for.
  fileprivate var roundedUp: Int? {
    guard self >= 0, self < 0x1p32 else { return nil }
    let whole = Int(self)
    return Double(whole) < self ? whole + 1 : whole
  }
}

extension CalendarDate {
  /// How many whole weeks there are until a later day.
  fileprivate func weeks(until end: CalendarDate) -> Int64 { Int64(end.dayNumber - dayNumber) / 7 }
}
