import DecisionModel

/// The same author twice: as things went, and with one thing worse. What follows happens to both.
///
/// Where the worse life was treated harder at a comment that both wrote, or came to a higher rung, it is followed no
/// further: who was blocked and is then only warned is not better off than who was warned and is then blocked.
struct LadderComparison {
  private let exploration: LadderExploration
  private var ground: LadderGround { exploration.ground }
  let climb: Climb
  private(set) var search = SequenceSearch<Lives, Event>(most: mostPairs)
  private(set) var reversals: [Reversal.Kind: Reversal] = [:]

  static let mostPairs = 40_000

  /// What leads to two lives that differ, or what happens to both.
  enum Event: Hashable {
    /// From a state of the exploration.
    case parted(after: Int, Difference)
    case common(LadderEvent)
  }

  /// What is worse in the second life.
  enum Difference: Hashable, Sendable {
    /// The author wrote one comment more.
    case extra(Int)
    /// A comment that counts more, or leads higher, in place of another one.
    case instead(mild: Int, worse: Int)
    /// No appeal was upheld against a strike.
    case noAppeal(Int)
    case noPardon
  }

  /// Two lives of which the worse ends milder, with the same comment.
  struct Reversal {
    enum Kind: Hashable {
      /// A later rung is milder than an earlier one: by the later one.
      case weakerRung(Int)
      /// Anything else: with worse conduct, or without an appeal that was upheld.
      case other
    }

    let kind: Kind
    let state: Int
    let offence: Int
    let milder: LadderGround.Outcome
    let worse: LadderGround.Outcome
  }

  init(_ exploration: LadderExploration) {
    self.exploration = exploration
    climb = Climb(exploration.ground)
    var (place, start, length) = (0, 0, 0)
    let starts = exploration.search
    while place < search.states.count || start < starts.states.count {
      while start < starts.states.count, starts.lengths[start] <= length {
        part(at: start)
        start += 1
      }
      let reached = search.states.count
      while place < reached {
        follow(place)
        place += 1
      }
      length += 1
    }
  }

  /// What happens in the one life, then what parts the other one from it, then what happens to both.
  func events(to reversal: Reversal) -> (before: [LadderEvent], difference: Difference, after: [LadderEvent])? {
    let events = search.events(to: reversal.state)
    guard case .parted(let start, let difference) = events.first else { return nil }
    let after = events.dropFirst().compactMap { event -> LadderEvent? in
      if case .common(let event) = event { event } else { nil }
    }
    return (exploration.search.events(to: start), difference, after + [.comment(reversal.offence)])
  }

  /// The differences that there can be after a state.
  private mutating func part(at start: Int) {
    let before = exploration.search.states[start]
    guard before.total() <= ground.top else { return }
    for difference in differences(after: before) {
      let both = ground.parted(before, by: difference)
      if !both.agree { search.begin(with: both, by: .parted(after: start, difference)) }
    }
  }

  private func differences(after lives: Lives) -> [Difference] {
    let outcomes = ground.outcomes(after: lives)
    var differences: [Difference] = ground.offences.indices.map { .extra($0) }
    for (mild, worse) in ground.worse where !outcomes[worse].isHarder(than: outcomes[mild]) {
      differences.append(.instead(mild: mild, worse: worse))
    }
    guard lives.strikes > 0 else { return differences }
    return differences + (0..<lives.strikes).reversed().map { .noAppeal($0) } + [.noPardon]
  }

  private mutating func follow(_ place: Int) {
    let lives = search.states[place]
    func reached(_ event: LadderEvent, _ change: (inout Lives) -> Void) {
      var next = lives
      change(&next)
      if !next.agree { search.reach(next, from: place, by: .common(event)) }
    }
    let (total, totalOfWorse) = (lives.total(), lives.total(in: 1))
    let outcomes = zip(ground.outcomes(after: lives), ground.outcomes(after: lives, 1))
    for (offence, (milder, worse)) in outcomes.enumerated() {
      guard isGoneOnWith(milder, worse, at: place, offence),
        max(total + milder.weight, totalOfWorse + worse.weight) <= ground.horizon
      else { continue }
      reached(.comment(offence)) { $0.add((milder.weight, milder.order), (worse.weight, worse.order)) }
    }
    if lives.outstanding() | lives.outstanding(in: 1) != 0 { reached(.allDone) { ground.carryOutAll(&$0) } }
    if ground.ladder.forgetAfter != nil, lives.strikes > 0 { reached(.lapse) { $0.forgetOldest() } }
    for strike in (0..<lives.strikes).reversed()
    where lives.weight(of: strike) > 0 && lives.weight(of: strike, in: 1) > 0 {
      reached(.appeal(strike)) { $0.takeBack(strike, in: 0..<2) }
    }
  }

  /// Whether what follows is still to be looked at. What both are ordered is compared.
  private mutating func isGoneOnWith(
    _ milder: LadderGround.Outcome, _ worse: LadderGround.Outcome, at place: Int, _ offence: Int
  ) -> Bool {
    guard let one = milder.severity, let other = worse.severity, other < one else {
      return !worse.isHarder(than: milder)
    }
    let kind = kind(of: milder, worse)
    if reversals[kind] == nil, kind != .other || !isPassedOver(search.states[place]) {
      reversals[kind] = Reversal(kind: kind, state: place, offence: offence, milder: milder, worse: worse)
    }
    return false
  }

  /// Of an author to whom a rung is closed, because what it needs was passed over, another finding tells.
  private func isPassedOver(_ lives: Lives) -> Bool {
    climb.isStuck(lives, in: 1) && climb.closedRung(for: lives, in: 1) != nil
  }

  private func kind(of milder: LadderGround.Outcome, _ worse: LadderGround.Outcome) -> Reversal.Kind {
    if milder.category == worse.category, let rung = worse.rung, rung > milder.rung ?? -1 { return .weakerRung(rung) }
    return .other
  }
}

extension LadderGround.Outcome {
  /// Whether an author is treated harder by it, or is on a higher rung.
  fileprivate func isHarder(than other: Self) -> Bool {
    if let mine = severity, let theirs = other.severity, mine != theirs { return mine > theirs }
    return rung ?? -1 > other.rung ?? -1
  }
}

extension LadderGround {
  /// The life twice, the second one with what is worse.
  func parted(_ before: Lives, by difference: LadderComparison.Difference) -> Lives {
    var both = Lives(twice: before)
    switch difference {
    case .extra(let offence):
      let outcome = outcomes(after: before)[offence]
      both.add((0, 0), (outcome.weight, outcome.order))
    case .instead(let mild, let worse):
      let outcomes = outcomes(after: before)
      let (one, other) = (outcomes[mild], outcomes[worse])
      both.add((one.weight, one.order), (other.weight, other.order))
    case .noAppeal(let strike): both.takeBack(strike, in: 0..<1)
    case .noPardon: both.pardon(in: 0..<1)
    }
    return both
  }

  func carryOutAll(_ lives: inout Lives) {
    for life in 0..<lives.count {
      let outstanding = lives.outstanding(in: life)
      for rung in tracked.indices where outstanding & 1 << rung != 0 { lives.carryOut(rung, in: life) }
    }
  }
}
