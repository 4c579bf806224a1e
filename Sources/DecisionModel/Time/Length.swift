/// A length of time as people give it: `60 minutes`, `7 days`, `3 months`.
///
/// A day is 24 hours and a week seven of them, whatever the clocks do. Months are months of the calendar in a zone, so
/// how long they last depends on when they begin.
public struct Length: Hashable, Sendable {
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case seconds, minutes, hours, days, weeks, months

    /// The unit of a word, in the singular or the plural: `day`, `days`.
    public init?(word: String) {
      guard let unit = Unit.allCases.first(where: { word == $0.rawValue || word == $0.singular }) else { return nil }
      self = unit
    }

    public var singular: String { String(rawValue.dropLast()) }

    /// How many seconds one of them lasts; nil for months.
    public var seconds: Int64? {
      switch self {
      case .seconds: 1
      case .minutes: 60
      case .hours: 3600
      case .days: 86_400
      case .weeks: 604_800
      case .months: nil
      }
    }
  }

  /// How many units: finite, not negative, and whole where the units are months.
  public let count: Double
  public let unit: Unit

  /// A length; nil if the count is negative or not finite, or of months and not whole.
  public init?(_ count: Double, _ unit: Unit) {
    guard count.isFinite, count >= 0, unit != .months || count.wholeNumber != nil else { return nil }
    self.count = count
    self.unit = unit
  }

  /// No time at all.
  package static let zero = Length(unchecked: 0, .seconds)

  private init(unchecked count: Double, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// How many seconds it lasts, to the nearest one; nil for months. What no calendar holds is `Int64.max`.
  public var seconds: Int64? {
    guard let unit = unit.seconds else { return nil }
    let exact = count * Double(unit)
    guard exact < 0x1p62 else { return .max }
    let whole = Int64(exact)
    return exact - Double(whole) < 0.5 ? whole : whole + 1
  }

  /// The instant at which the length ends that begins at another one, or the last instant there is.
  ///
  /// So many months end on the same day of the month at the same time of day, or on the month's last day where it has
  /// no such day; a local time that the clocks skip or show twice means what `ZoneTable.instant(of:)` says.
  public func ending(from start: Instant, in zone: ZoneTable) -> Instant {
    if let seconds { return start.adding(seconds: seconds) }
    if count == 0 { return start }
    let local = zone.localTime(at: start)
    let date = local.date.adding(months: count.wholeNumber ?? .max)
    return zone.instant(of: LocalTime(date: date, time: local.time))
  }
}

extension Length: CustomStringConvertible {
  /// `1 day`, `1.5 hours`.
  public var description: String {
    "\(NumberPrinter.text(of: count)) \(count == 1 ? unit.singular : unit.rawValue)"
  }
}
