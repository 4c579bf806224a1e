import DecisionModel
import Testing

/// The hours of tests, by what they are about.
enum TestHours {
  static let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

  static func hours(_ stretches: [([Weekday], String, String)], closed: [String] = []) throws -> WorkingHours {
    let read = try stretches.map { days, opens, closes in
      WeeklyHours.Stretch(
        days: days, opens: try #require(TimeOfDay(opens)), closes: try #require(TimeOfDay(closes)))
    }
    return WorkingHours(WeeklyHours(read), holidays: try closed.map { try #require(CalendarDate($0)) })
  }

  static func office(closed: [String] = []) throws -> WorkingHours {
    try hours([(weekdays, "09:00", "17:00")], closed: closed)
  }

  static func nights(closed: [String] = []) throws -> WorkingHours {
    try hours([(Weekday.allCases, "22:00", "06:00")], closed: closed)
  }

  /// Mornings and afternoons, Saturdays until noon.
  static func shop() throws -> WorkingHours {
    try hours([
      (weekdays, "14:00", "18:00"), (weekdays, "09:00", "12:30"), ([.saturday], "09:00", "12:00"),
    ])
  }

  /// The second stretch begins before the first has ended.
  static func overlapping() throws -> WorkingHours {
    try hours([([.monday], "20:00", "10:00"), ([.tuesday], "08:00", "12:00")])
  }
}

/// Times are those of London; 2026-12-01 is a Tuesday.
struct WorkingHoursTests {
  static func instant(_ text: String) throws -> Instant {
    try #require(WrittenTime(text)?.instant(in: try LengthTests.london()))
  }

  static func ending(_ count: Double, _ unit: Length.Unit, of hours: WorkingHours, from start: String) throws -> String
  {
    let (zone, length) = (try LengthTests.london(), try #require(Length(count, unit)))
    let end = Allowance(length, isWorkingTime: true).ending(from: try instant(start), of: hours, in: zone)
    return zone.localTime(at: end).description
  }

  @Test(
    arguments: [
      // In the hours, over the night, over the weekend.
      ("2026-12-01 10:00", 2, "2026-12-01 12:00"), ("2026-12-01 16:00", 2, "2026-12-02 10:00"),
      ("2026-12-04 16:30", 1, "2026-12-07 09:30"),
      // Before and after the hours they begin with the next opening.
      ("2026-12-01 07:00", 1, "2026-12-01 10:00"), ("2026-12-01 19:00", 1, "2026-12-02 10:00"),
      ("2026-12-05 12:00", 1, "2026-12-07 10:00"),
      // The earliest instant: what has run at the close does not wait for the next day.
      ("2026-12-01 09:00", 8, "2026-12-01 17:00"), ("2026-12-01 16:00", 1, "2026-12-01 17:00"),
      ("2026-12-01 17:00", 8, "2026-12-02 17:00"),
      // Weeks, and the turn of the year.
      ("2026-12-01 09:00", 40, "2026-12-07 17:00"), ("2026-12-31 16:00", 2, "2027-01-01 10:00"),
      ("2026-12-01 09:00", 0.5, "2026-12-01 09:30"), ("2026-12-01 09:00", 400, "2027-02-08 17:00"),
    ] as [(String, Double, String)])
  func `working hours run in the team's hours`(start: String, hours: Double, end: String) throws {
    #expect(try Self.ending(hours, .hours, of: try TestHours.office(), from: start) == end)
  }

  @Test(
    arguments: [
      // The reference's own: from Tuesday 10:00 Wednesday's close, from Friday evening Monday's.
      ("2026-12-01 10:00", 1, "2026-12-02 17:00"), ("2026-12-04 20:00", 1, "2026-12-07 17:00"),
      ("2026-12-01 00:00", 1, "2026-12-02 17:00"), ("2026-12-01 23:59", 1, "2026-12-02 17:00"),
      ("2026-12-05 12:00", 1, "2026-12-07 17:00"), ("2026-12-06 12:00", 2, "2026-12-08 17:00"),
      ("2026-12-01 10:00", 5, "2026-12-08 17:00"), ("2026-12-31 10:00", 1, "2027-01-01 17:00"),
      ("2026-12-01 10:00", 10_000, "2065-03-31 17:00"),
    ] as [(String, Double, String)])
  func `working days end with the team's day`(start: String, days: Double, end: String) throws {
    #expect(try Self.ending(days, .days, of: try TestHours.office(), from: start) == end)
  }

  @Test func `holidays are closed days`() throws {
    let office = try TestHours.office(closed: ["2026-12-25", "2026-12-28", "2026-12-26", "2026-12-25"])
    #expect(office.holidays.count == 3)
    #expect(try Self.ending(1, .days, of: office, from: "2026-12-24 10:00") == "2026-12-29 17:00")
    #expect(try Self.ending(2, .hours, of: office, from: "2026-12-24 16:00") == "2026-12-29 10:00")
    #expect(try Self.ending(400, .hours, of: office, from: "2026-12-01 09:00") == "2027-02-10 17:00")
    #expect(try Self.ending(100, .days, of: office, from: "2026-11-30 12:00") == "2027-04-21 17:00")
  }

  @Test func `a night belongs to the day on which it begins`() throws {
    let nights = try TestHours.nights(closed: ["2026-12-25"])
    #expect(try Self.ending(1, .days, of: nights, from: "2026-12-23 23:00") == "2026-12-25 06:00")
    #expect(try Self.ending(1, .days, of: nights, from: "2026-12-24 23:00") == "2026-12-27 06:00")
    #expect(try Self.ending(5, .hours, of: nights, from: "2026-12-25 03:00") == "2026-12-27 00:00")
    #expect(try Self.ending(4, .hours, of: nights, from: "2026-12-02 04:00") == "2026-12-03 00:00")
    let zone = try LengthTests.london()
    let times = [
      ("2026-12-25 05:59", true), ("2026-12-25 06:00", false), ("2026-12-25 22:30", false), ("2026-12-26 03:00", false),
      ("2026-12-26 22:00", true),
    ]
    for (time, isOpen) in times { #expect(nights.isOpen(at: try Self.instant(time), in: zone) == isOpen, "\(time)") }
  }

  @Test func `of several stretches the day's close is the last, and no minute counts twice`() throws {
    let shop = try TestHours.shop()
    #expect(try Self.ending(1, .days, of: shop, from: "2026-12-01 10:00") == "2026-12-02 18:00")
    #expect(try Self.ending(1, .days, of: shop, from: "2026-12-04 10:00") == "2026-12-05 12:00")
    #expect(try Self.ending(4, .hours, of: shop, from: "2026-12-01 12:00") == "2026-12-01 17:30")
    let overlapping = try TestHours.overlapping()
    #expect(try Self.ending(16, .hours, of: overlapping, from: "2026-11-30 20:00") == "2026-12-01 12:00")
    #expect(try Self.ending(32, .hours, of: overlapping, from: "2026-11-30 20:00") == "2026-12-08 12:00")
    #expect(try Self.ending(160, .hours, of: overlapping, from: "2026-11-30 20:00") == "2027-02-02 12:00")
  }

  @Test func `who always works closes at midnight`() throws {
    #expect(try Self.ending(1, .days, of: .always, from: "2026-12-01 10:00") == "2026-12-03 00:00")
    #expect(try Self.ending(36, .hours, of: .always, from: "2026-12-01 10:00") == "2026-12-02 22:00")
    #expect(WorkingHours.always.isOpen(at: try Self.instant("2026-12-01 00:00"), in: try LengthTests.london()))
  }

  @Test(
    arguments: [
      // On 2027-03-28 the clocks go from 01:00 to 02:00, on 2026-10-25 from 02:00 to 01:00.
      ("2027-03-27 22:00", 8, "2027-03-28 23:00", "22:00", "06:00"),
      ("2027-03-27 22:00", 7, "2027-03-28 06:00", "22:00", "06:00"),
      ("2026-10-24 22:00", 9, "2026-10-25 06:00", "22:00", "06:00"),
      ("2026-10-24 22:00", 8, "2026-10-25 05:00", "22:00", "06:00"),
      // An opening that is skipped is after the gap, a stretch within the gap is not there.
      ("2027-03-28 00:00", 1, "2027-03-28 03:00", "01:30", "03:30"),
      ("2027-03-28 00:00", 0.25, "2027-03-29 01:30", "01:15", "01:45"),
      // A time that is shown twice is the first.
      ("2026-10-25 00:00", 1, "2026-10-26 01:45", "01:15", "01:45"),
    ] as [(String, Double, String, String, String)])
  func `the clocks may change`(start: String, hours: Double, end: String, opens: String, closes: String) throws {
    let team = try TestHours.hours([(Weekday.allCases, opens, closes)])
    #expect(try Self.ending(hours, .hours, of: team, from: start) == end)
  }

  @Test func `what never ends, ends with the calendar`() throws {
    let never = WorkingHours(WeeklyHours([]))
    let zone = try LengthTests.london()
    let start = try Self.instant("2026-12-01 10:00")
    #expect(never.end(ofSeconds: 1, from: start, in: zone) == .latest)
    #expect(never.end(ofDays: 1, from: start, in: zone) == .latest)
    #expect(!never.isOpen(at: start, in: zone))
    let office = try TestHours.office()
    for far in [1e9, 1e15, 1e300, .infinity] { #expect(office.end(ofDays: far, from: start, in: zone) == .latest) }
    #expect(office.end(ofSeconds: .max, from: start, in: .utc) == .latest)
    #expect(office.end(ofDays: 1, from: .latest, in: zone) == .latest)
    #expect(office.end(ofSeconds: 1, from: .latest, in: zone) == .latest)
    #expect(office.end(ofSeconds: 3600, from: .earliest, in: zone).description == "0001-01-01T10:00:00Z")
    #expect(office.end(ofDays: 0, from: start, in: zone) == start)
  }

  @Test func `a thousand years of holidays are soon passed`() throws {
    let first = try #require(CalendarDate("2026-12-01"))
    let closed = WorkingHours(holidays: (0..<365_000).map { first.adding(days: $0) })
    let start = try Self.instant("2026-12-01 10:00")
    let clock = ContinuousClock()
    let took = try clock.measure {
      let zone = try LengthTests.london()
      #expect(zone.localTime(at: closed.end(ofDays: 1, from: start, in: zone)).description == "3026-04-04 00:00")
    }
    #expect(took < .seconds(2))
  }

  @Test func `gaps are when nobody works`() throws {
    let office = try TestHours.office().week
    let hour = 3600
    #expect(WeeklyHours.gaps(between: [office, .always]) == [])
    let gaps = WeeklyHours.gaps(between: [office])
    #expect(gaps.first == 0..<9 * hour)
    #expect(gaps.last == 4 * 24 * hour + 17 * hour..<7 * 24 * hour)
    #expect(gaps.count == 6)
    let nights = try TestHours.nights().week
    #expect(WeeklyHours.gaps(between: [nights]).first == 6 * hour..<22 * hour)
    let days = try TestHours.hours([(Weekday.allCases, "06:00", "22:00")]).week
    #expect(WeeklyHours.gaps(between: [nights, days]) == [])
  }
}
