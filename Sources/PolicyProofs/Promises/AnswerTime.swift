public import DecisionModel

/// How long an answer may take, and how long it was promised to take at the most. Whether it is late hangs on when the
/// comment comes, where one of the two is working time.
struct AnswerTime: Hashable {
  let within: Allowance
  let most: Allowance
  /// Those of the team that answers.
  let hours: WorkingHours

  /// Whether it is not the same for all instants.
  var dependsOnStart: Bool { within.dependsOnStart || most.dependsOnStart }

  func isLate(from start: Instant, in zone: ZoneTable) -> Bool {
    most.ending(from: start, of: hours, in: zone) < within.ending(from: start, of: hours, in: zone)
  }

  /// How many seconds pass until the answer is due.
  func seconds(from start: Instant, in zone: ZoneTable) -> Int64 {
    within.ending(from: start, of: hours, in: zone).seconds(since: start)
  }
}

extension Allowance {
  /// Whether it lasts longer from some instants than from others.
  var dependsOnStart: Bool { isWorkingTime || length.unit == .months }
}

extension DecisionProgram {
  /// When comments come whose hour does not matter: noon of the day on which the playbook takes effect, or else
  /// 2026-01-01T12:00:00Z.
  var provedNoon: Instant { effectiveNoon ?? Instant(seconds: 1_767_268_800) }

  /// The days over which deadlines are proved: two years from the day on which the playbook takes effect, or else from
  /// 1 January 2026.
  public var provedDays: ClosedRange<CalendarDate> {
    let first = zone.localTime(at: provedNoon).date
    return first...max(first, first.adding(months: 24).adding(days: -1))
  }

  /// The instants of these days at which time begins to run otherwise, and the seconds before them: teams open and
  /// close, days begin, clocks are changed.
  ///
  /// Between two of them a team is open or closed throughout. While it is open, an answer takes the longer the later the
  /// comment comes, since what is left of it goes over the closed hours; while it is closed, and within a day where days
  /// are counted, it takes the shorter the later. So the longest and the shortest answer of each stretch belong to one
  /// of its ends.
  func turningPoints(of teams: [WorkingHours]) -> [Instant] {
    let stretches = teams.flatMap(\.week.stretches)
    let times = Set(stretches.flatMap { [$0.opens, $0.closes] } + [.midnight]).sorted()
    var points: [Instant] = []
    var day = provedDays.lowerBound
    var midnight = zone.instant(of: LocalTime(date: day, time: .midnight))
    while day <= provedDays.upperBound {
      points += times.map { zone.instant(of: LocalTime(date: day, time: $0)) }
      day = day.adding(days: 1)
      let next = zone.instant(of: LocalTime(date: day, time: .midnight))
      points += changeOfClocks(after: midnight, until: next)
      midnight = next
    }
    return points.flatMap { [$0, $0.adding(seconds: -1)] }
  }

  /// The instant at which clocks are changed in a stretch of time, and the one at which they show again what they showed
  /// then, where they were set back.
  private func changeOfClocks(after start: Instant, until end: Instant) -> [Instant] {
    let difference = zone.offset(at: end) - zone.offset(at: start)
    guard difference != 0 else { return [] }
    var (before, change) = (start, end)
    while change.seconds(since: before) > 1 {
      let middle = before.adding(seconds: change.seconds(since: before) / 2)
      if zone.offset(at: middle) == zone.offset(at: start) { before = middle } else { change = middle }
    }
    return [change, change.adding(seconds: Int64(abs(difference)))]
  }
}
