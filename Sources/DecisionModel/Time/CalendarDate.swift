/// A day of the proleptic Gregorian calendar, in the years 0001 to 9999, wherever it is.
public struct CalendarDate: Hashable, Sendable {
  /// Days since 1970-01-01.
  public let dayNumber: Int

  /// 0001-01-01.
  public static let earliest = CalendarDate(unchecked: GregorianDay.number(year: 1, month: 1, day: 1))
  /// 9999-12-31.
  public static let latest = CalendarDate(unchecked: GregorianDay.number(year: 9999, month: 12, day: 31))

  private init(unchecked dayNumber: Int) { self.dayNumber = dayNumber }

  /// The day so many days after 1970-01-01, or the earliest or latest one there is.
  public init(dayNumber: Int) {
    self.dayNumber = min(max(dayNumber, CalendarDate.earliest.dayNumber), CalendarDate.latest.dayNumber)
  }

  /// The day of a year, month and day; nil if the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, 1...GregorianDay.count(inMonth: month, of: year) ~= day else { return nil }
    self.init(dayNumber: GregorianDay.number(year: year, month: month, day: day))
  }

  /// The year, the month from 1 and the day from 1.
  public var components: (year: Int, month: Int, day: Int) { GregorianDay.components(of: dayNumber) }
  public var year: Int { components.year }
  public var month: Int { components.month }
  public var day: Int { components.day }
  public var weekday: Weekday { Weekday(dayNumber: dayNumber) }

  /// The day so many days later, or earlier; stops at the ends of the calendar.
  public func adding(days: Int) -> CalendarDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? (days < 0 ? .earliest : .latest) : CalendarDate(dayNumber: sum)
  }

  /// The same day of the month so many months later, or earlier, and where that month is too short its last day:
  /// one month after 31 January is 28 or 29 February. Stops at the ends of the calendar.
  public func adding(months: Int) -> CalendarDate {
    let (year, month, day) = components
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    if overflow || sum < 12 || sum > 9999 * 12 + 11 { return months < 0 ? .earliest : .latest }
    let (newYear, newMonth) = (sum / 12, sum % 12 + 1)
    let newDay = min(day, GregorianDay.count(inMonth: newMonth, of: newYear))
    return CalendarDate(dayNumber: GregorianDay.number(year: newYear, month: newMonth, day: newDay))
  }
}

extension CalendarDate: Comparable {
  public static func < (one: CalendarDate, other: CalendarDate) -> Bool { one.dayNumber < other.dayNumber }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601: `2026-12-01`.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// The digits of a number with zeros before them.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
