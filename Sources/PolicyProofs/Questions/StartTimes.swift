import DecisionModel

/// Instants at which comments come, one for each way in which the hours of teams, the tests of `post.at` and answers
/// that are late can fall together.
enum StartTimes {
  static func telling(
    apart asked: AskedTests, post tests: [InstantTest], late answers: [AnswerTime], in program: DecisionProgram
  ) -> [Instant] {
    let noon = program.provedNoon
    let teams = asked.teams.sorted().map { program.teams[$0].hours }
    let points = answers.isEmpty ? [] : program.turningPoints(of: Array(Set(teams + answers.map(\.hours))))
    var seen: Set<[Bool]> = []
    return (candidates(around: noon, teams, tests, program.zone) + points).filter { instant in
      let signs =
        teams.map { $0.isOpen(at: instant, in: program.zone) } + tests.map { $0.passes(instant) }
        + answers.map { $0.isLate(from: instant, in: program.zone) }
      return seen.insert(signs).inserted
    }
  }

  /// The hours are those of a week, but for holidays, each of which may change its own day and the next; so the openings
  /// and closings of a week beside each bound and around each holiday are all that there is.
  private static func candidates(
    around noon: Instant, _ teams: [WorkingHours], _ tests: [InstantTest], _ zone: ZoneTable
  ) -> [Instant] {
    let bounds = tests.flatMap(\.bounds).sorted()
    let beside = bounds.flatMap { bound in [-1, 0, 1].map { bound.adding(seconds: $0) } }
    guard !teams.isEmpty else { return [noon] + beside }
    let day = { (instant: Instant) in zone.localTime(at: instant).date }
    let middles = zip(bounds, bounds.dropFirst()).map { $0.adding(seconds: $1.seconds(since: $0) / 2) }
    var days = ([noon] + bounds + middles).flatMap { instant in (-8...8).map { day(instant).adding(days: $0) } }
    days += teams.flatMap(\.holidays).flatMap { holiday in (-1...1).map { holiday.adding(days: $0) } }
    let stretches = teams.flatMap(\.week.stretches)
    let times = Set(stretches.flatMap { [$0.opens, $0.closes] }.map(\.secondsSinceMidnight) + [0, 43_200]).sorted()
    return [noon] + beside
      + Set(days).sorted().flatMap { day in
        times.flatMap { seconds -> [Instant] in
          let instant = zone.instant(of: LocalTime(date: day, time: .midnight)).adding(seconds: Int64(seconds))
          return [instant, instant.adding(seconds: -1)]
        }
      }
  }
}
