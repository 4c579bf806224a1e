/// A moment in time, to the second: the seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// Instants lie in the years 0001 to 9999 of the Gregorian calendar in UTC. Arithmetic that would leave them stops at
/// the first or the last instant.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64

  /// 0001-01-01T00:00:00Z.
  public static let earliest = Instant(unchecked: Int64(CalendarDate.earliest.dayNumber) * 86_400)
  /// 9999-12-31T23:59:59Z.
  public static let latest = Instant(unchecked: Int64(CalendarDate.latest.dayNumber) * 86_400 + 86_399)

  private init(unchecked seconds: Int64) { self.seconds = seconds }

  /// The instant so many seconds after 1970-01-01T00:00:00Z, or the earliest or latest one there is.
  public init(seconds: Int64) {
    self.seconds = min(max(seconds, Instant.earliest.seconds), Instant.latest.seconds)
  }

  public static func < (one: Instant, other: Instant) -> Bool { one.seconds < other.seconds }

  /// The instant so many seconds later, or earlier where they are negative.
  public func adding(seconds more: Int64) -> Instant {
    Instant(seconds: seconds.addingSaturating(more))
  }

  /// How many seconds have passed since another instant; negative where that one is later.
  public func seconds(since other: Instant) -> Int64 { seconds - other.seconds }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC: `2026-12-02T09:30:00Z`.
  public var description: String {
    let utc = LocalTime(clockSeconds: seconds)
    return "\(utc.date)T\(utc.time.withSeconds)Z"
  }
}

extension Int64 {
  /// The sum, or the nearest number there is.
  func addingSaturating(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }
}
