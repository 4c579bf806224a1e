import DecisionModel
import Testing

struct LengthTests {
  /// Offset one hour from the last Sunday of March to that of October, as in London.
  static func london() throws -> ZoneTable {
    let begins = try #require(DaylightRule.Turn(month: 3, week: 5, weekday: .sunday, time: 3600))
    let ends = try #require(DaylightRule.Turn(month: 10, week: 5, weekday: .sunday, time: 7200))
    let rule = DaylightRule(standardOffset: 0, daylightOffset: 3600, daylightBegins: begins, daylightEnds: ends)
    return try #require(ZoneTable(name: "Test/London", firstOffset: 0, lastRule: rule))
  }

  @Test(
    arguments: [
      ("2026-12-01T10:00:00Z", 60, Length.Unit.minutes, "2026-12-01T11:00:00Z"),
      ("2026-12-01T10:00:00Z", 90, .seconds, "2026-12-01T10:01:30Z"),
      ("2026-12-01T10:00:00Z", 1.5, .hours, "2026-12-01T11:30:00Z"),
      ("2026-12-02T09:00:00Z", 90, .days, "2027-03-02T09:00:00Z"),
      // A day is 24 hours, though the clocks change within it.
      ("2026-03-28T12:00:00Z", 1, .days, "2026-03-29T12:00:00Z"),
      ("2026-12-02T09:00:00Z", 2, .weeks, "2026-12-16T09:00:00Z"),
      // Months keep the local time of day: 10:00 in winter is 09:00 UTC in summer.
      ("2026-03-01T10:00:00Z", 1, .months, "2026-04-01T09:00:00Z"),
      ("2026-01-31T10:00:00Z", 1, .months, "2026-02-28T10:00:00Z"),
      ("2026-12-31T23:30:00Z", 2, .months, "2027-02-28T23:30:00Z"),
      // 23:30 UTC on 30 June is already July in London.
      ("2026-06-30T23:30:00Z", 1, .months, "2026-07-31T23:30:00Z"),
      // A local time that is skipped means the end of the gap, one that stands twice the first.
      ("2026-02-28T01:30:00Z", 1, .months, "2026-03-28T01:30:00Z"),
      ("2026-01-29T01:30:00Z", 2, .months, "2026-03-29T01:00:00Z"),
      ("2026-09-25T00:30:00Z", 1, .months, "2026-10-25T00:30:00Z"),
      ("2026-10-25T01:30:00Z", 0, .months, "2026-10-25T01:30:00Z"),
      ("2026-12-01T10:00:00Z", 0, .hours, "2026-12-01T10:00:00Z"),
      ("2026-12-01T10:00:00Z", 1e300, .weeks, "9999-12-31T23:59:59Z"),
      ("2026-12-01T10:00:00Z", 1e18, .months, "9999-12-31T10:00:00Z"),
    ] as [(String, Double, Length.Unit, String)])
  func `a length ends`(start: String, count: Double, unit: Length.Unit, end: String) throws {
    let length = try #require(Length(count, unit))
    let start = try #require(Instant(start))
    #expect(length.ending(from: start, in: try Self.london()).description == end)
  }

  @Test func `a length is not negative, and months are whole`() {
    #expect(Length(-1, .days) == nil)
    #expect(Length(.nan, .days) == nil)
    #expect(Length(.infinity, .days) == nil)
    #expect(Length(1.5, .months) == nil)
    #expect(Length(1.5, .weeks)?.seconds == 907_200)
    #expect(Length(0.4, .seconds)?.seconds == 0)
    #expect(Length(0.5, .seconds)?.seconds == 1)
    #expect(Length(1.1, .hours)?.seconds == 3960)
    #expect(Length(1e300, .months) == nil)
    #expect(Length(3, .months)?.seconds == nil)
    #expect(Length(1e300, .days)?.seconds == .max)
  }

  @Test(
    arguments: [
      (1, .days, "1 day"), (7, .days, "7 days"), (1.5, .hours, "1.5 hours"), (0, .minutes, "0 minutes"),
      (1, .months, "1 month"), (60, .seconds, "60 seconds"),
    ] as [(Double, Length.Unit, String)])
  func `a length is read aloud`(count: Double, unit: Length.Unit, text: String) {
    #expect(Length(count, unit)?.description == text)
  }

  @Test func `units are known in singular and plural`() {
    for unit in Length.Unit.allCases {
      #expect(Length.Unit(word: unit.rawValue) == unit)
      #expect(Length.Unit(word: unit.singular) == unit)
    }
    #expect(Length.Unit(word: "years") == nil)
    #expect(Length.Unit(word: "Days") == nil)
  }
}
