/// A day of the week, in the order of ISO 8601: Monday is 1, Sunday 7.
public enum Weekday: Int, CaseIterable, Hashable, Sendable, Comparable {
  case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The weekday of a day counted from 1970-01-01, a Thursday.
  init(dayNumber: Int) {
    let fromMonday = dayNumber - 4 - floorDivision(dayNumber - 4, 7) * 7
    self = Weekday.allCases[fromMonday]
  }

  public static func < (one: Weekday, other: Weekday) -> Bool { one.rawValue < other.rawValue }

  /// The day after this one; after Sunday comes Monday.
  public var next: Weekday { Weekday(rawValue: rawValue % 7 + 1) ?? .monday }
}
