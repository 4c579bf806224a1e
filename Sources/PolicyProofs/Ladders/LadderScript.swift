import DecisionEngine
import DecisionModel

/// A sequence of events as it is told: who does what at each moment, and which strikes are live then.
struct LadderScript {
  /// What one of the authors does, or what is done about one.
  enum Act {
    case comment(offence: Int, LadderGround.Outcome)
    /// A rung is carried out, by its place on the ladder.
    case done(Int)
    /// An appeal against a strike is upheld: which of those that fell, from 1; nil for the latest that stands.
    case appeal(Int?)
    case pardon
  }

  struct Moment {
    var acts: [(life: Int, act: Act)] = []
    /// The moment of the oldest strike that is live.
    var oldest: Int?
    /// The moment of the strike that was forgotten last.
    var forgotten: Int?
  }

  private let ground: LadderGround
  private(set) var moments: [Moment] = []
  private(set) var lives: Lives
  /// The moments of the live strikes, and which strike of each life they are.
  private var live: [(moment: Int, number: [Int])] = []
  private var fallen: [Int]
  private var forgotten: Int?

  /// What happens to one author.
  init(_ events: [LadderEvent], on ground: LadderGround) {
    self.ground = ground
    lives = Lives(tracked: ground.tracked.count)
    fallen = [0]
    for event in events { add(event) }
  }

  /// What happens to an author, and to another one who does one thing worse.
  init(
    _ before: [LadderEvent], _ difference: LadderComparison.Difference, _ after: [LadderEvent], on ground: LadderGround
  ) {
    self.ground = ground
    lives = Lives(2, tracked: ground.tracked.count)
    fallen = [0, 0]
    for event in before { add(event) }
    add(difference)
    for event in after { add(event) }
  }

  mutating func add(_ event: LadderEvent) {
    let all = 0..<lives.count
    switch event {
    case .comment(let offence): comment(all.map { _ in offence })
    case .done(let rung): carryOut(all.map { _ in 1 << rung })
    case .allDone: carryOut(all.map { lives.outstanding(in: $0) })
    case .lapse:
      forgotten = live.removeFirst().moment
      lives.forgetOldest()
    case .appeal(let strike): takeBack(strike, in: all)
    case .pardon: pardon(in: all)
    }
  }

  private mutating func add(_ difference: LadderComparison.Difference) {
    switch difference {
    case .extra(let offence): comment([nil, offence])
    case .instead(let mild, let worse): comment([mild, worse])
    case .noAppeal(let strike): takeBack(strike, in: 0..<1)
    case .noPardon: pardon(in: 0..<1)
    }
  }

  private mutating func tell(_ acts: [(life: Int, act: Act)]) {
    moments.append(Moment(acts: acts, oldest: live.first?.moment, forgotten: forgotten))
  }

  /// By life the kind of comment, where one is written.
  private mutating func comment(_ offences: [Int?]) {
    let outcomes = offences.enumerated().map { life, offence in
      offence.map { ground.outcomes(after: lives, life)[$0] }
    }
    tell(
      zip(offences, outcomes).enumerated().compactMap { life, pair in
        guard let offence = pair.0, let outcome = pair.1 else { return nil }
        return (life, .comment(offence: offence, outcome))
      })
    for (life, outcome) in outcomes.enumerated() where outcome.map({ $0.weight > 0 }) ?? false { fallen[life] += 1 }
    let weights = outcomes.map { (weight: $0?.weight ?? 0, order: $0?.order ?? 0) }
    guard weights.contains(where: { $0.weight > 0 }) else { return }
    if lives.count == 1 { lives.add(weights[0]) } else { lives.add(weights[0], weights[1]) }
    live.append((moments.count - 1, fallen))
  }

  /// By life which of the tracked rungs, as bits.
  private mutating func carryOut(_ rungs: [Int]) {
    var acts: [(life: Int, act: Act)] = []
    for (life, bits) in rungs.enumerated() {
      for rung in ground.tracked.indices where bits & 1 << rung != 0 && lives.outstanding(in: life) & 1 << rung != 0 {
        acts.append((life, .done(ground.tracked[rung])))
        lives.carryOut(rung, in: life)
      }
    }
    if !acts.isEmpty { tell(acts) }
  }

  private mutating func takeBack(_ strike: Int, in range: Range<Int>) {
    tell(
      range.map { life in
        let isLatest = (strike + 1..<lives.strikes).allSatisfy { lives.weight(of: $0, in: life) == 0 }
        return (life, .appeal(isLatest ? nil : live[strike].number[life]))
      })
    let before = lives
    lives.takeBack(strike, in: range)
    dropStrikesOfNobody(before, range, only: strike)
  }

  private mutating func pardon(in range: Range<Int>) {
    tell(range.map { ($0, .pardon) })
    let before = lives
    lives.pardon(in: range)
    dropStrikesOfNobody(before, range, only: nil)
  }

  private mutating func dropStrikesOfNobody(_ before: Lives, _ range: Range<Int>, only strike: Int?) {
    let others = (0..<before.count).filter { !range.contains($0) }
    live = live.enumerated().filter { place, _ in
      strike.map { $0 != place } ?? false || others.contains { before.weight(of: place, in: $0) > 0 }
    }.map(\.element)
  }
}

// When all this happens.
extension LadderScript {
  /// Instants for the moments, so many seconds apart or a multiple of that, at which just those strikes are live that are to be.
  ///
  /// That there are such instants follows from Roberts (1969): intervals none of which lies within another one can be
  /// drawn with one length. Each is put as early as what comes before it allows.
  ///
  /// - Returns: Nil where no instants were found; lapses so short that seconds are too coarse have none.
  func instants(from start: Instant, gap: Int64, in zone: ZoneTable) -> [Instant]? {
    let ladder = ground.ladder
    var instants = moments.indices.map { start.adding(seconds: Int64($0) * gap) }
    for _ in 0..<1000 {
      var changes = false
      func put(_ moment: Int, noEarlierThan instant: Instant) {
        guard instants[moment] < instant else { return }
        let steps = (instant.seconds(since: start) + gap - 1) / gap
        (instants[moment], changes) = (start.adding(seconds: steps * gap), true)
      }
      for (place, moment) in moments.enumerated() {
        if place > 0 { put(place, noEarlierThan: instants[place - 1].adding(seconds: gap)) }
        if let strike = moment.forgotten, let length = ladder.forgetAfter {
          put(place, noEarlierThan: length.ending(from: instants[strike], in: zone))
        }
        if let strike = moment.oldest {
          put(strike, noEarlierThan: ladder.earliestLive(at: instants[place], in: zone))
        }
      }
      if !changes { return instants }
    }
    return nil
  }
}
