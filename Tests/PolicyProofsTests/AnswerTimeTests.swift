import DecisionModel
import Testing

@testable import PolicyProofs

/// The instants at which an answer takes longest, held against every minute.
@Suite struct AnswerTimeTests {
  private static let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

  private static func hours(_ opens: Int, _ closes: Int, _ days: [Weekday] = weekdays) -> WeeklyHours.Stretch {
    WeeklyHours.Stretch(
      days: days, opens: TimeOfDay(hour: opens, minute: 0) ?? .noon, closes: TimeOfDay(hour: closes, minute: 0) ?? .noon
    )
  }

  /// Hours of the day, of the night, with a break at noon, and every day.
  static let weeks: [WeeklyHours] = [
    WeeklyHours([hours(9, 17)]), WeeklyHours([hours(22, 6)]), WeeklyHours([hours(8, 12), hours(13, 18, [.saturday])]),
    .always,
  ]

  static let lengths: [Length?] = [Length(30, .minutes), Length(4, .hours), Length(20, .hours), Length(1, .days)]

  /// The ten days around the end of summer time, around its beginning and around two holidays.
  static let stretches = ["2026-10-21", "2027-03-24", "2026-12-21"].compactMap { CalendarDate($0) }

  @Test(arguments: weeks, stretches)
  func `no minute is worse than the worst turning point`(_ week: WeeklyHours, _ first: CalendarDate) throws {
    let hours = WorkingHours(week, holidays: ["2026-12-25", "2026-12-28"].compactMap { CalendarDate($0) })
    let program = try program(from: first)
    let start = program.zone.instant(of: LocalTime(date: first, time: .midnight))
    let end = start.adding(seconds: 10 * 86_400)
    let points = program.turningPoints(of: [hours]).filter { start <= $0 && $0 < end }
    let minutes = stride(from: start.seconds, to: end.seconds, by: 60).map { Instant(seconds: $0) }
    for length in Self.lengths.compactMap({ $0 }) {
      let time = AnswerTime(
        within: Allowance(length, isWorkingTime: true), most: Allowance(length), hours: hours)
      let lengths = { (instants: [Instant]) in instants.map { time.seconds(from: $0, in: program.zone) } }
      #expect(lengths(points).max() == lengths(minutes).max(), "\(length)")
      // A point may be the second before a minute.
      #expect((lengths(minutes).min() ?? 0) - (lengths(points).min() ?? 0) < 60, "\(length)")
      #expect((lengths(points).min() ?? 0) <= (lengths(minutes).min() ?? 0), "\(length)")
    }
  }

  /// Each team beside each other one, in working time and in plain time.
  @Test(arguments: weeks, stretches)
  func `no minute makes a team later than the worst instant that is found`(
    _ week: WeeklyHours, _ first: CalendarDate
  ) throws {
    let program = try program(from: first)
    let start = program.zone.instant(of: LocalTime(date: first, time: .midnight))
    let minutes = stride(from: start.seconds, to: start.adding(seconds: 10 * 86_400).seconds, by: 300)
      .map { Instant(seconds: $0) }
    let allowances = Self.lengths.compactMap { $0 }.flatMap { [Allowance($0), Allowance($0, isWorkingTime: true)] }
    let holidays = ["2026-12-25", "2026-12-28"].compactMap { CalendarDate($0) }
    for quickWeek in Self.weeks {
      for (slow, quick) in zip(allowances, allowances.dropFirst(3) + allowances) {
        let race = Race(
          slow: slow, WorkingHours(week, holidays: holidays), quick: quick, WorkingHours(quickWeek, holidays: holidays))
        let worst = minutes.map { race.delay(from: $0, in: program.zone) }.max() ?? 0
        let found = race.lateInstants(in: program).first.map { race.delay(from: $0, in: program.zone) } ?? 0
        #expect(max(worst, 0) <= found, "\(slow) and \(quick)")
      }
    }
  }

  @Test func `deadlines are looked at for two years from the day on which the playbook takes effect`() throws {
    let days = try program(from: try #require(CalendarDate("2026-12-01"))).provedDays
    #expect("\(days.lowerBound) \(days.upperBound)" == "2026-12-01 2028-11-30")
    let without = DecisionProgram(playbook: "shop", version: nil, zone: .utc).provedDays
    #expect("\(without.lowerBound) \(without.upperBound)" == "2026-01-01 2027-12-31")
  }

  /// In force from a day on, by the clocks of London.
  private func program(from day: CalendarDate) throws -> DecisionProgram {
    let begins = try #require(DaylightRule.Turn(month: 3, week: 5, weekday: .sunday, time: 3600))
    let ends = try #require(DaylightRule.Turn(month: 10, week: 5, weekday: .sunday, time: 7200))
    let rule = DaylightRule(standardOffset: 0, daylightOffset: 3600, daylightBegins: begins, daylightEnds: ends)
    let zone = try #require(ZoneTable(name: "Europe/London", firstOffset: 0, lastRule: rule))
    var program = DecisionProgram(playbook: "shop", version: nil, zone: zone)
    program.effectiveNoon = zone.instant(of: LocalTime(date: day, time: .noon))
    return program
  }
}
