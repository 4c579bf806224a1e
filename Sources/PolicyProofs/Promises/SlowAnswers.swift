import DecisionEngine
public import DecisionModel

/// How long a team may take.
public struct TeamTime: Hashable, Sendable {
  public let within: Allowance
  /// Nil for no team in particular, whose hours are all hours.
  public let team: String?

  public init(_ within: Allowance, of team: String?) {
    self.within = within
    self.team = team
  }
}

extension PolicyProofs {
  /// Whether a comment that a question asks for can come when one team may take longer than another.
  ///
  /// - Parameter shows: Whether a decision shows that.
  public mutating func answer(
    _ question: PolicyQuestion, whereSlower slow: TeamTime, thanQuicker quick: TeamTime, _ shows: (Decision) -> Bool
  ) -> PolicyAnswer {
    let race = Race(
      slow: slow.within, program.hours(of: slow.team), quick: quick.within, program.hours(of: quick.team))
    let instants = late[race] ?? race.lateInstants(in: program)
    late[race] = instants
    guard !instants.isEmpty else { return .impossible(question) }
    let anyTime = answer(question)
    guard case .possible(let witness) = anyTime else { return anyTime }
    if shows(witness.decision) { return .possible(witness) }
    for instant in instants {
      let moved = judged(witness.comment, at: instant)
      if moved.decision.shows(question, in: program), shows(moved.decision) { return .possible(moved) }
    }
    return .notDecided("the comments for which it would matter come when it does not")
  }

  /// The comment at another instant, also where it says when it was posted.
  mutating func judged(_ comment: Comment, at instant: Instant) -> Witness {
    var comment = comment
    comment.now = instant
    if let posted = formula.space.names.facts["post.at"], comment.facts[posted] != nil {
      comment.facts[posted] = .instant(instant)
    }
    return judged(comment, isTimed: true)
  }
}

/// Two teams that begin at the same instant.
struct Race: Hashable {
  let slow: Allowance
  let slowHours: WorkingHours
  let quick: Allowance
  let quickHours: WorkingHours

  /// So many instants are remembered.
  private static let most = 400

  init(slow: Allowance, _ slowHours: WorkingHours, quick: Allowance, _ quickHours: WorkingHours) {
    (self.slow, self.slowHours, self.quick, self.quickHours) = (slow, slowHours, quick, quickHours)
  }

  /// How many seconds the slow one ends after the quick one.
  func delay(from start: Instant, in zone: ZoneTable) -> Int64 {
    slow.ending(from: start, of: slowHours, in: zone).seconds(
      since: quick.ending(from: start, of: quickHours, in: zone))
  }

  /// Instants from which the slow one ends later: the longest delays first, and of those full minutes.
  ///
  /// Either end moves on with the start or stands still, but for the instants at which it jumps over closed hours. So the
  /// greatest delay belongs to a turning point, to such an instant, or to the second before one.
  func lateInstants(in program: DecisionProgram) -> [Instant] {
    if isNeverLate { return [] }
    let zone = program.zone
    let starts =
      dependsOnStart
      ? instants(among: program.turningPoints(of: [slowHours, quickHours]), in: zone)
      : [program.provedNoon]
    let late = starts.map { (start: $0, delay: delay(from: $0, in: zone)) }.filter { $0.delay > 0 }
      .sorted { ($1.delay, $0.start.seconds % 60, $0.start) < ($0.delay, $1.start.seconds % 60, $1.start) }
    return late.prefix(Self.most).map(\.start)
  }

  /// Working hours take at least as long as others, and of one team the more of them the longer.
  private var isNeverLate: Bool {
    guard let slowest = slow.length.seconds, let quickest = quick.length.seconds, slowest <= quickest else {
      return false
    }
    let isCounted = [slow, quick].contains { $0.isWorkingTime && $0.length.unit == .days }
    return !isCounted && (!slow.isWorkingTime || quick.isWorkingTime && slowHours == quickHours)
  }

  private var dependsOnStart: Bool { slow.dependsOnStart || quick.dependsOnStart }

  private func instants(among turningPoints: [Instant], in zone: ZoneTable) -> [Instant] {
    let points = Set(turningPoints).sorted()
    let jumps = [(slow, slowHours), (quick, quickHours)].flatMap { allowance, hours in
      zip(points, points.dropFirst()).flatMap { start, end in
        Self.jumps(from: start, to: end) { allowance.ending(from: $0, of: hours, in: zone) }
      }
    }
    return points + jumps.flatMap { [$0, $0.adding(seconds: -1)] }
  }

  /// The instants of a stretch at which an end moves on by more than the start does.
  private static func jumps(from start: Instant, to end: Instant, _ ending: (Instant) -> Instant) -> [Instant] {
    var jumps: [Instant] = []
    var from = start
    let last = ending(end)
    while from < end, last.seconds(since: ending(from)) > end.seconds(since: from) {
      var (before, jump) = (from, end)
      let first = ending(from)
      while jump.seconds(since: before) > 1 {
        let middle = before.adding(seconds: jump.seconds(since: before) / 2)
        if ending(middle).seconds(since: first) > middle.seconds(since: from) { jump = middle } else { before = middle }
      }
      jumps.append(jump)
      from = jump
    }
    return jumps
  }
}
