public import DecisionEngine
public import DecisionModel

extension Obligation: BegunByEvents {}

extension Decision {
  /// What the decision wants of people, in the order in which they come to it: somebody takes the comment over, says yes,
  /// answers, does what is ordered, and what is later.
  ///
  /// Records (`monitor`, `capture`) and notices are the caller's own doing; they are wanted of people only where they have
  /// a deadline or wait for somebody. What may be done obliges nobody, but for an optional answer: that has its deadline.
  public func obligations(in program: DecisionProgram) -> [Obligation] {
    takeOvers + yeses + [answer].compactMap { $0 } + deeds(in: program) + followUps.map(Obligation.init)
  }

  /// One for each team that is first in line. What the playbook could not settle is anybody's.
  private var takeOvers: [Obligation] {
    let escalations = actions.filter { !$0.levels.isEmpty }.map { action in
      Obligation(
        .takeOver, owner: action.levels.first?.team, due: action.levels.first?.due, levels: action.levels)
    }
    return escalations + (trouble == nil && ask.isEmpty ? [] : [Obligation(.takeOver)])
  }

  private var answer: Obligation? {
    guard let reply else { return nil }
    return Obligation(
      .reply(plan: reply.plan), owner: reply.owner, due: reply.due, notBefore: reply.notBefore, heldBy: reply.heldBy,
      isOptional: may.contains { Obligation.answers.contains($0.action) })
  }

  private func deeds(in program: DecisionProgram) -> [Obligation] {
    actions.filter { isCarriedOutByPeople($0, in: program) }.map { action in
      Obligation(.deed(action: action.action), owner: action.to, due: action.due, heldBy: action.heldBy)
    }
  }

  private func isCarriedOutByPeople(_ action: DecidedAction, in program: DecisionProgram) -> Bool {
    if !action.levels.isEmpty || Obligation.answers.contains(action.action) { return false }
    let kind = program.actions.first { $0.name == action.action }?.kind
    return kind == .speak || kind == .enforce || action.due != nil || !action.awaiting.isEmpty
  }

  // MARK: Who says yes

  /// Every yes that an action waits for: those that the playbook asks for, and that of a brake's team.
  private var yeses: [Obligation] {
    approvals.map { yes($0.action, of: $0.approval.teams, $0.approval.count) }
      + (actions + may.filter { Obligation.answers.contains($0.action) }).flatMap { action in
        let asked = approvals.filter { $0.action == action.action }.flatMap(\.approval.teams)
        return action.awaiting.filter { !asked.contains($0) }.map { yes(action.action, of: [$0], 1) }
      }
  }

  /// A yes is due when what waits for it is.
  private func yes(_ action: String, of teams: [String], _ count: Int) -> Obligation {
    let due = Obligation.answers.contains(action) ? reply?.due : actions.first { $0.action == action }?.due
    return Obligation(
      .approval(action: action, teams: teams, count: count), owner: teams.first, due: due,
      isOptional: may.contains { $0.action == action })
  }
}

extension Obligation {
  /// The actions that a plan orders: an answer in public, and one in private.
  static let answers = ["reply", "message"]

  fileprivate init(_ followUp: FollowUp) {
    let duty: Duty =
      switch followUp.deed {
      case .step(let name): .step(name)
      case .endOf(let action): .endOf(action: action)
      }
    self.init(
      duty, owner: followUp.owner, due: followUp.due, since: followUp.since, after: followUp.after,
      untilResolved: followUp.untilResolved)
  }
}

// Who acts at an instant. An escalation moves on by itself: that is a function of the time alone.
extension Obligation {
  /// The level of an escalation that is in force: the first whose time is not over yet, else the last.
  public func level(at now: Instant) -> DecidedLevel? {
    levels.first { now <= $0.due } ?? levels.last
  }

  /// The team that owes it at an instant.
  public func owner(at now: Instant) -> String? { level(at: now)?.team ?? owner }

  /// By when that team does it.
  public func due(at now: Instant) -> Instant? { level(at: now)?.due ?? due }
}
