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
    guard seconds > 0 else { return start }
    let startDay = zone.localTime(at: start).date
    var left = seconds
    // Up to here the time is counted.
    var reached = start
    // What opened on the day before may still be open.
    var day = startDay.adding(days: -1)
    while day < .latest, secondsPerWeek > 0 {
      for opening in openings(on: day, in: zone) where opening.upperBound > reached {
        let from = max(opening.lowerBound, reached)
        let worked = opening.upperBound.seconds(since: from)
        if worked >= left { return from.adding(seconds: left) }
        left -= worked
        reached = opening.upperBound
      }
      day = day.adding(days: 1)
      if day > startDay {
        let weeks = likeWeeks(from: day, in: zone, atMost: (left - 1) / secondsPerWeek)
        left -= weeks * secondsPerWeek
        day = day.adding(days: Int(weeks) * 7)
        reached = reached.adding(seconds: weeks * Int64(WeeklyHours.secondsOfWeek))
      }
    }
    return .latest
  }

  /// For how many weeks from a day on the team works the same time: there is no holiday and the clocks are not changed,
  /// on the day before and the day after neither.
  private func likeWeeks(from day: CalendarDate, in zone: ZoneTable, atMost most: Int64) -> Int64 {
    guard most > 0 else { return 0 }
    let before = day.adding(days: -1)
    let change = zone.nextChange(after: zone.instant(of: LocalTime(date: before, time: .midnight)))
    // A day earlier, since offsets differ by up to two.
    let changeDay = change.map { zone.localTime(at: $0).date.adding(days: -2) } ?? .latest
    let end = min(firstHoliday(from: before) ?? .latest, changeDay, CalendarDate.latest.adding(days: -2))
    return min(most, Int64(max(0, end.dayNumber - day.dayNumber - 1) / 7))
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
