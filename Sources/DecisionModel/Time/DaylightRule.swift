/// A rule by which the clocks change twice every year, as the last line of a compiled zone gives it (RFC 9636, 3.3.1;
/// the `TZ` strings of POSIX): `GMT0BST,M3.5.0/1,M10.5.0`.
///
/// "Standard" and "daylight" are only the two names of POSIX: in Ireland the second is the earlier one.
public struct DaylightRule: Hashable, Sendable {
  /// The day and time of a yearly change: the week-th such weekday of the month, 5 being the last one.
  public struct Turn: Hashable, Sendable {
    /// 1 to 12.
    public let month: Int
    /// 1 to 5.
    public let week: Int
    public let weekday: Weekday
    /// Seconds from the midnight of that day, by the clocks as they run before the change; -167 to 167 hours.
    public let time: Int

    /// A turn; nil if one of its numbers is out of bounds.
    public init?(month: Int, week: Int, weekday: Weekday, time: Int) {
      guard 1...12 ~= month, 1...5 ~= week, -167 * 3600...167 * 3600 ~= time else { return nil }
      self.month = month
      self.week = week
      self.weekday = weekday
      self.time = time
    }

    /// Stands where a file had none that could be.
    static let anyTurn = Turn(unchecked: 1)

    private init(unchecked month: Int) {
      (self.month, week, weekday, time) = (month, 1, .monday, 0)
    }
  }

  /// Seconds east of UTC.
  public let standardOffset: Int
  /// Seconds east of UTC.
  public let daylightOffset: Int
  public let daylightBegins: Turn
  public let daylightEnds: Turn

  /// A rule; nil if an offset is a day or more.
  public init?(standardOffset: Int, daylightOffset: Int, daylightBegins: Turn, daylightEnds: Turn) {
    guard ZoneTable.isOffset(standardOffset), ZoneTable.isOffset(daylightOffset) else { return nil }
    self.standardOffset = standardOffset
    self.daylightOffset = daylightOffset
    self.daylightBegins = daylightBegins
    self.daylightEnds = daylightEnds
  }

  /// Stands where a file had none that could be.
  static let anyRule = DaylightRule(unchecked: .anyTurn)

  private init(unchecked turn: Turn) {
    (standardOffset, daylightOffset, daylightBegins, daylightEnds) = (0, 0, turn, turn)
  }
}

extension DaylightRule {
  /// The offset at some seconds since 1970, and the instant in seconds of the next turn.
  func stretch(at seconds: Int64) -> (offset: Int, end: Int64?) {
    let year = GregorianDay.components(of: Int(floorDivision(seconds, 86_400))).year
    // A turn may stray from its year by a week, so the years before and after are looked at too.
    let turns = (year - 1...year + 1).flatMap { self.turns(in: $0) }.sorted { $0.at < $1.at }
    let past = turns.last { $0.at <= seconds }
    return (past?.offset ?? standardOffset, turns.first { $0.at > seconds }?.at)
  }

  private func turns(in year: Int) -> [(at: Int64, offset: Int)] {
    [
      (daylightBegins.clockSeconds(in: year) - Int64(standardOffset), daylightOffset),
      (daylightEnds.clockSeconds(in: year) - Int64(daylightOffset), standardOffset),
    ]
  }
}

extension DaylightRule.Turn {
  /// The seconds that a clock which showed 1970-01-01 00:00 at zero has run at the turn of a year.
  fileprivate func clockSeconds(in year: Int) -> Int64 {
    let first = GregorianDay.number(year: year, month: month, day: 1)
    let untilWeekday = (weekday.rawValue - Weekday(dayNumber: first).rawValue + 7) % 7
    var day = untilWeekday + (week - 1) * 7
    if day >= GregorianDay.count(inMonth: month, of: year) { day -= 7 }
    return Int64(first + day) * 86_400 + Int64(time)
  }
}
