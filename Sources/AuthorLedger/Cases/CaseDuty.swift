public import DecisionModel

/// An obligation of a case, and what became of it.
public struct CaseDuty: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    /// Its time begins when something else has happened.
    case waiting
    case open
    /// It was done, by whom, and whether that was too late.
    case met(at: Instant, by: String, isLate: Bool)
    /// It is wanted no longer.
    case ended(at: Instant, Ending)
  }

  /// Why something is wanted no longer that was not done.
  public enum Ending: String, Hashable, Sendable, CaseIterable {
    /// The comment was changed, and decided about anew.
    case edited
    case resolved
    /// A person who was asked said no.
    case refused
    /// What waited for it was done without.
    case overtaken
  }

  /// The event of the decision that wants it.
  public let decision: Int64
  public internal(set) var obligation: Obligation
  public internal(set) var state: State
  /// Since when its time runs.
  public internal(set) var began: Instant
  /// Who said yes so far, for which team.
  public internal(set) var yeses: [Yes] = []

  public struct Yes: Hashable, Sendable {
    public let team: String
    public let by: String
  }

  init(_ obligation: Obligation, of decision: Int64, at began: Instant) {
    self.obligation = obligation
    self.decision = decision
    self.began = began
    // What ends only when the author asks is wanted of nobody until then.
    let waits = obligation.isEnd || (obligation.since ?? .post) != .post
    state = obligation.due == nil && waits ? .waiting : .open
  }

  public var isOpen: Bool { state == .open }

  /// Whether it may still be met.
  public var isPending: Bool { state == .open || state == .waiting }

  /// The teams whose word it waits for, each of which may let it go or stop it.
  public var heldBy: [String] {
    obligation.heldBy.filter { team in !yeses.contains { $0.team == team } }
  }

  /// By when it was to be done at first: an escalation is late when its first team is.
  func isLate(at: Instant) -> Bool { obligation.due.map { at > $0 } ?? false }

  mutating func meet(at: Instant, by actor: String) {
    precondition(isPending, "an obligation is met at most once")
    state = .met(at: at, by: actor, isLate: isLate(at: at))
  }

  mutating func end(at: Instant, _ ending: Ending) {
    precondition(isPending, "what is met or ended does not end again")
    state = .ended(at: at, ending)
  }
}

extension CaseDuty {
  /// The action that it is about: an answer is a `reply` or a `message`.
  func isAbout(_ action: String) -> Bool {
    switch obligation.duty {
    case .reply: Obligation.answers.contains(action)
    case .deed(let own), .endOf(let own): own == action
    case .approval(let own, _, _):
      own == action || Obligation.answers.contains(own) && Obligation.answers.contains(action)
    case .takeOver, .step: false
    }
  }

  /// Notes a yes; whether that was the last one that an approval needs.
  ///
  /// Each person counts once, and each team, where several are asked.
  mutating func note(_ yes: Yes) -> Bool {
    guard case .approval(_, let teams, let count) = obligation.duty else {
      if obligation.heldBy.contains(yes.team), !yeses.contains(yes) { yeses.append(yes) }
      return false
    }
    let isKnown = yeses.contains { $0.by == yes.by || teams.count > 1 && $0.team == yes.team }
    guard asks(yes.team), !isKnown else { return false }
    yeses.append(yes)
    return yeses.count >= count
  }

  /// Whether a team's word is asked for.
  func asks(_ team: String) -> Bool {
    if case .approval(_, let teams, _) = obligation.duty { return teams.isEmpty || teams.contains(team) }
    return obligation.heldBy.contains(team)
  }

  /// Whether somebody who takes the case over for a team takes this on: one of its teams, or one that covers for them.
  func isTaken(by team: String?, in program: DecisionProgram?) -> Bool {
    guard obligation.duty == .takeOver else { return false }
    guard let team, !obligation.levels.isEmpty else { return true }
    return obligation.levels.contains { level in
      level.team == team || program?.teams.first { $0.name == level.team }?.cover == team
    }
  }
}
