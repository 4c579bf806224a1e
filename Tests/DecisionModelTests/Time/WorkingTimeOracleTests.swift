import DecisionModel
import TestSupport
import Testing

/// Working time, minute by minute: slow and obvious.
private struct MinuteByMinute {
  let hours: WorkingHours
  let zone: ZoneTable
  /// The first minute, at midnight of UTC.
  let first: Instant
  /// Whether the team works in each minute from the first on.
  private(set) var works: [Bool]

  init(_ hours: WorkingHours, _ zone: ZoneTable, from first: Instant, days: Int) {
    (self.hours, self.zone, self.first) = (hours, zone, first)
    works = Array(repeating: false, count: days * 1440)
    // By the clock: the minute at which it first shows each time.
    let shown = works.indices.map { zone.localTime(at: first.adding(seconds: Int64($0) * 60)) }
    var latest: LocalTime?
    var minutes: [LocalTime: Int] = [:]
    for (minute, time) in shown.enumerated() where latest.map({ time > $0 }) ?? true {
      minutes[time] = minute
      latest = time
    }
    func minute(of time: LocalTime) -> Int? { minutes[time] ?? shown.firstIndex { $0 >= time } }
    for day in Set(shown.map(\.date)) where !hours.holidays.contains(day) {
      for stretch in hours.week.stretches where stretch.days.contains(day.weekday) {
        let closing = stretch.closes > stretch.opens ? day : day.adding(days: 1)
        guard let opens = minute(of: LocalTime(date: day, time: stretch.opens)) else { continue }
        let closes = minute(of: LocalTime(date: closing, time: stretch.closes)) ?? works.count
        for minute in opens..<max(opens, closes) { works[minute] = true }
      }
    }
  }

  /// The minute after the so-manieth in which the team works, from a minute on; nil where it is not in the days looked at.
  func end(ofMinutes count: Int, from start: Int) -> Int? {
    var left = count
    for minute in start..<works.count where works[minute] {
      left -= 1
      if left == 0 { return minute + 1 }
    }
    return nil
  }
}

struct WorkingTimeOracleTests {
  /// London, New York, and a place whose clocks go by half an hour, at midnight, in the other half of the year.
  static func zones() throws -> [ZoneTable] {
    [
      .utc, try LengthTests.london(),
      try zone(-18_000, -14_400, (3, 2, 7200), (11, 1, 7200)),
      try zone(37_800, 39_600, (10, 1, 0), (4, 1, 0)),
      try zone(12_600, 16_200, (3, 4, 86_400), (9, 4, 86_400)),
    ]
  }

  private static func zone(
    _ standard: Int, _ daylight: Int, _ begins: (Int, Int, Int), _ ends: (Int, Int, Int)
  ) throws -> ZoneTable {
    func turn(_ turn: (Int, Int, Int)) -> DaylightRule.Turn? {
      DaylightRule.Turn(month: turn.0, week: turn.1, weekday: .sunday, time: turn.2)
    }
    let rule = DaylightRule(
      standardOffset: standard, daylightOffset: daylight, daylightBegins: try #require(turn(begins)),
      daylightEnds: try #require(turn(ends)))
    return try #require(ZoneTable(name: "Test", firstOffset: standard, lastRule: rule))
  }

  /// Days around which something happens: changes of the clocks in the zones above, and the turn of the year.
  static let moments = [
    "2027-03-28", "2026-10-25", "2027-03-14", "2026-11-01", "2026-10-04", "2027-04-04", "2026-12-31", "2028-02-29",
    "2027-03-21", "2026-09-27",
  ]

  @Test func `working time is what is counted minute by minute`() throws {
    var random = SeededGenerator(seed: propertySeed("working time"))
    let zones = try Self.zones()
    for _ in 0..<60 {
      let zone = try #require(zones.randomElement(using: &random))
      let middle = try #require(Self.moments.randomElement(using: &random).flatMap { CalendarDate($0) })
      let days = 70
      let first = Instant(seconds: Int64(middle.dayNumber - Int.random(in: 3...30, using: &random)) * 86_400)
      let hours = WorkingHours.random(around: middle, using: &random)
      let oracle = MinuteByMinute(hours, zone, from: first, days: days)
      for _ in 0..<12 {
        // From the third day on: what opened before the first is not known to the oracle.
        let start = Int.random(in: 2 * 1440..<(days - 8) * 1440, using: &random)
        let instant = first.adding(seconds: Int64(start) * 60)
        #expect(hours.isOpen(at: instant, in: zone) == oracle.works[start], "\(hours) at \(instant)")
        let count = Int.random(in: 1...(Bool.random(using: &random) ? 600 : 30_000), using: &random)
        guard let end = oracle.end(ofMinutes: count, from: start) else { continue }
        #expect(
          hours.end(ofSeconds: Int64(count) * 60, from: instant, in: zone) == first.adding(seconds: Int64(end) * 60),
          "\(count) minutes of \(hours) from \(instant) in \(zone)")
      }
    }
  }

  @Test func `working days are what is counted day by day`() throws {
    var random = SeededGenerator(seed: propertySeed("working days"))
    let zones = try Self.zones()
    for _ in 0..<300 {
      let zone = try #require(zones.randomElement(using: &random))
      let middle = try #require(Self.moments.randomElement(using: &random).flatMap { CalendarDate($0) })
      let hours = WorkingHours.random(around: middle, using: &random)
      let seconds = Int64.random(in: -900_000...900_000, using: &random)
      let start = Instant(seconds: Int64(middle.dayNumber) * 86_400 + seconds)
      let count = Int.random(in: 1...200, using: &random)
      var (day, left) = (zone.localTime(at: start).date, count)
      while left > 0 {
        day = day.adding(days: 1)
        let isWorked = hours.week.stretches.contains { $0.days.contains(day.weekday) }
        if isWorked && !hours.holidays.contains(day) { left -= 1 }
      }
      let closes = hours.week.stretches.filter { $0.days.contains(day.weekday) }.map { stretch in
        let closing = stretch.closes > stretch.opens ? day : day.adding(days: 1)
        return zone.instant(of: LocalTime(date: closing, time: stretch.closes))
      }
      #expect(hours.end(ofDays: Double(count), from: start, in: zone) == closes.max(), "\(count) days of \(hours)")
    }
  }

  @Test func `hours that were stored read back`() throws {
    var random = SeededGenerator(seed: propertySeed("stored hours"))
    for _ in 0..<40 {
      let day = CalendarDate(dayNumber: 20_000)
      let hours = WorkingHours.random(around: day, using: &random)
      #expect(Stored(hours).reread() == hours)
    }
  }
}

extension WorkingHours {
  /// One to three stretches of full minutes, some over midnight and some that overlap; a few holidays around a day.
  fileprivate static func random(around day: CalendarDate, using random: inout SeededGenerator) -> WorkingHours {
    if Int.random(in: 0..<10, using: &random) == 0 { return .always }
    let stretches = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      WeeklyHours.Stretch(
        days: Array(Weekday.allCases.shuffled(using: &random).prefix(Int.random(in: 1...7, using: &random))),
        opens: time(using: &random), closes: time(using: &random))
    }
    let holidays = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      day.adding(days: Int.random(in: -20...30, using: &random))
    }
    return WorkingHours(WeeklyHours(stretches), holidays: holidays)
  }

  private static func time(using random: inout SeededGenerator) -> TimeOfDay {
    let minute = Int.random(in: 0..<1440, using: &random)
    let quarter = Bool.random(using: &random) ? minute : minute / 15 * 15
    return TimeOfDay(secondsSinceMidnight: quarter * 60) ?? .midnight
  }
}
