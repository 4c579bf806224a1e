/// A time of day on a 24-hour clock, to the second: 00:00:00 to 23:59:59.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Seconds since midnight, from 0 to 86,399.
  public let secondsSinceMidnight: Int

  public static let midnight = TimeOfDay(unchecked: 0)
  public static let noon = TimeOfDay(unchecked: 43_200)

  private init(unchecked seconds: Int) { secondsSinceMidnight = seconds }

  /// The time so many seconds after midnight; nil if the day has no such second.
  public init?(secondsSinceMidnight seconds: Int) {
    guard 0..<86_400 ~= seconds else { return nil }
    self.init(unchecked: seconds)
  }

  /// The time of an hour, minute and second; nil if a clock does not show it.
  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard 0..<24 ~= hour, 0..<60 ~= minute, 0..<60 ~= second else { return nil }
    self.init(unchecked: hour * 3600 + minute * 60 + second)
  }

  /// The time of day that a clock shows which has run for so many seconds.
  init(clockSeconds: Int64) {
    self.init(unchecked: Int(clockSeconds - floorDivision(clockSeconds, 86_400) * 86_400))
  }

  public var hour: Int { secondsSinceMidnight / 3600 }
  public var minute: Int { secondsSinceMidnight / 60 % 60 }
  public var second: Int { secondsSinceMidnight % 60 }

  public static func < (one: TimeOfDay, other: TimeOfDay) -> Bool {
    one.secondsSinceMidnight < other.secondsSinceMidnight
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// `22:30`, and `22:30:15` where it is not the full minute.
  public var description: String {
    second == 0 ? "\(padded(hour, to: 2)):\(padded(minute, to: 2))" : withSeconds
  }

  var withSeconds: String { "\(padded(hour, to: 2)):\(padded(minute, to: 2)):\(padded(second, to: 2))" }
}

/// What calendar and clock show at some place: a date and a time of day, without saying where.
public struct LocalTime: Hashable, Comparable, Sendable {
  public let date: CalendarDate
  public let time: TimeOfDay

  public init(date: CalendarDate, time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  /// The local time whose clock has run for so many seconds since it showed 1970-01-01 00:00.
  init(clockSeconds: Int64) {
    let within = min(max(clockSeconds, Instant.earliest.seconds), Instant.latest.seconds)
    date = CalendarDate(dayNumber: Int(floorDivision(within, 86_400)))
    time = TimeOfDay(clockSeconds: within)
  }

  /// The seconds that the clock has run since it showed 1970-01-01 00:00, as if nobody had ever set it.
  var clockSeconds: Int64 { Int64(date.dayNumber) * 86_400 + Int64(time.secondsSinceMidnight) }

  public static func < (one: LocalTime, other: LocalTime) -> Bool {
    (one.date, one.time) < (other.date, other.time)
  }
}

extension LocalTime: CustomStringConvertible {
  /// `2026-12-01 22:30`.
  public var description: String { "\(date) \(time)" }
}
