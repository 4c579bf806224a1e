/// When a team works: its hours of the week, but for the days on which it is closed.
///
/// A stretch belongs to the day on which it opens. So hours of `22:00-06:00` run into a holiday, and on the holiday
/// itself they do not begin. The clocks are those of a zone; a time that they skip means the instant after the gap, one
/// that they show twice the first (see `ZoneTable.instant(of:)`).
public struct WorkingHours: Hashable, Sendable {
  public let week: WeeklyHours
  /// The days on which the team is closed, in order, each once.
  public let holidays: [CalendarDate]
  /// By weekday, from Monday on: when the team opens and closes, in seconds from midnight.
  private let spans: [[Range<Int>]]
  /// How long the team works in a week without holidays and changes of the clocks, in seconds.
  let secondsPerWeek: Int64

  public init(_ week: WeeklyHours = .always, holidays: [CalendarDate] = []) {
    self.week = week
    self.holidays = Set(holidays).sorted()
    spans = Weekday.allCases.map(week.spans)
    secondsPerWeek = week.openSpans.reduce(0) { $0 + Int64($1.count) }
  }

  /// The hours of somebody who always works.
  public static let always = WorkingHours()

  /// Whether the team works at an instant. When it closes it works no longer.
  public func isOpen(at instant: Instant, in zone: ZoneTable) -> Bool {
    let today = zone.localTime(at: instant).date
    // What opened yesterday may still be open.
    return [today.adding(days: -1), today].contains { day in
      openings(on: day, in: zone).contains { $0.contains(instant) }
    }
  }

  /// Whether the team works on a day at all.
  func isWorkingDay(_ day: CalendarDate) -> Bool { isWorkingWeekday(day.weekday) && !isHoliday(day) }

  func isWorkingWeekday(_ day: Weekday) -> Bool { !spans[day.rawValue - 1].isEmpty }

  /// The stretches of a day as instants, in the order in which they open.
  func openings(on day: CalendarDate, in zone: ZoneTable) -> [Range<Instant>] {
    if isHoliday(day) { return [] }
    return spans[day.weekday.rawValue - 1].map { span in
      let opens = zone.instant(of: day, seconds: span.lowerBound)
      return opens..<max(opens, zone.instant(of: day, seconds: span.upperBound))
    }
  }
}

// Holidays, by bisection: there may be many.
extension WorkingHours {
  func isHoliday(_ day: CalendarDate) -> Bool { firstHoliday(from: day) == day }

  /// The first holiday that is not before a day.
  func firstHoliday(from day: CalendarDate) -> CalendarDate? {
    let index = holidayCount(before: day)
    return index < holidays.count ? holidays[index] : nil
  }

  /// How many holidays are before a day.
  func holidayCount(before day: CalendarDate) -> Int {
    var (low, high) = (0, holidays.count)
    while low < high {
      let middle = (low + high) / 2
      if holidays[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ZoneTable {
  /// The instant of a time of day given in seconds since midnight, up to the end of the next day.
  fileprivate func instant(of day: CalendarDate, seconds: Int) -> Instant {
    instant(of: LocalTime(clockSeconds: Int64(day.dayNumber) * 86_400 + Int64(seconds)))
  }
}
