import DecisionEngine
public import DecisionModel

/// A case: the comments of one author in one thread, and what they want of people. It is a fold over the case's events
/// in their order, and says nothing that does not follow from them.
///
/// One deed meets all that asks for it: an answer answers every comment of the case that waits for one.
public struct CaseFile: Hashable, Sendable {
  /// The number of the event that opened it.
  public let number: Int64
  public let author: Int64
  public private(set) var thread: LedgerKey?
  public private(set) var standing = CaseStanding()
  /// In the order of the decisions, and within one in that of `Decision.obligations`.
  public private(set) var duties: [CaseDuty] = []
  /// What the latest comment was.
  public private(set) var category: String?
  public private(set) var channel: String?
  public private(set) var lastCommentAt: Instant
  /// The decisions that stand: one for each comment.
  private(set) var decisions: Set<Int64> = []
  /// The playbook of the latest decision, by which working hours run.
  public private(set) var playbook: PlaybookVersion?

  /// What one event changed.
  public struct Change: Hashable, Sendable {
    /// What was met by it or ended; of what is done again and again, the occasion that was met.
    public internal(set) var settled: [CaseDuty] = []
    /// Since when the author had waited who was answered by it.
    public internal(set) var answeredSince: Instant?
  }

  /// An empty case, before its first event is added. What a decision opens has the number of that event.
  public init(number: Int64, author: Int64) {
    self.number = number
    self.author = author
    lastCommentAt = .earliest
  }

  /// The case that its events make, in their order.
  public init(
    number: Int64, author: Int64, events: some Sequence<LedgerEvent>, programs: (PlaybookVersion) -> DecisionProgram?
  ) {
    self.init(number: number, author: author)
    for event in events { add(event, programs: programs) }
  }

  /// Adds the next event of the case; other events change nothing.
  ///
  /// - Parameter programs: The program of a playbook, for its teams' hours; without it, all work always.
  @discardableResult
  public mutating func add(_ event: LedgerEvent, programs: (PlaybookVersion) -> DecisionProgram?) -> Change {
    guard isMine(event) else { return Change() }
    var change = Change()
    if case .handled(.replied, _) = event.happening { change.answeredSince = standing.waitingSince }
    let wasResolved = standing.resolvedAt != nil
    standing.add(event.happening, at: event.at)
    let program = (event.playbook ?? playbook).flatMap(programs)
    switch event.happening {
    case .decided(let comment): open(comment, event, reopens: wasResolved)
    case .edited(let decision):
      decisions.remove(decision)
      end(.edited, at: event.at, &change) { $0.decision == decision }
    case .done(let deed, _): done(deed, event, program, &change)
    case .handled(let deed, _): handle(deed, event, program, &change)
    default: break
    }
    return change
  }

  /// Whether it still wants something of somebody, or may.
  public var isPending: Bool { duties.contains(where: \.isPending) }

  /// Drops what is met or ended, for whoever only looks at what is not.
  public mutating func forgetSettled() { duties.removeAll { !$0.isPending } }

  /// An edit names no case: it belongs to the one that has the decision.
  private func isMine(_ event: LedgerEvent) -> Bool {
    if case .edited(let decision) = event.happening { return decisions.contains(decision) }
    return event.case == number
  }

  // MARK: Comments

  private mutating func open(_ comment: DecidedComment, _ event: LedgerEvent, reopens: Bool) {
    thread = thread ?? comment.thread
    (category, channel, lastCommentAt) = (comment.category, comment.channel, max(lastCommentAt, comment.posted))
    playbook = event.playbook ?? playbook
    decisions.insert(event.number)
    if reopens { waitAgain() }
    duties += comment.obligations.map { CaseDuty($0, of: event.number, at: comment.posted) }
  }

  /// What began when the case was resolved waits until it is resolved again.
  private mutating func waitAgain() {
    for place in duties.indices where duties[place].isOpen && duties[place].obligation.since == .resolved {
      (duties[place].state, duties[place].obligation.due) = (.waiting, nil)
    }
  }

  // MARK: What people do

  private mutating func handle(
    _ deed: CaseDeed, _ event: LedgerEvent, _ program: DecisionProgram?, _ change: inout Change
  ) {
    switch deed {
    case .taken(let team): meet(event, program, &change) { $0.isTaken(by: team, in: program) }
    case .replied:
      meet(event, program, &change) { if case .reply = $0.obligation.duty { true } else { false } }
      for answer in Obligation.answers { overtake(answer, at: event.at, &change) }
      begin(.replied, event, program)
    case .movedToPrivate: meet(event, program, &change) { $0.obligation.duty == .step("take_offline") }
    case .approved(let action, let team): approve(action, .init(team: team, by: event.actor), event, program, &change)
    case .refused(let action, let team): refuse(action, team, at: event.at, &change)
    case .followedUp(let step): meet(event, program, &change) { $0.obligation.duty == .step(step) }
    case .ended(let action): meet(event, program, &change) { $0.obligation.duty == .endOf(action: action) }
    case .resolved: resolve(event, program, &change)
    }
  }

  /// A rung stands for the actions that it orders.
  private mutating func done(
    _ deed: String, _ event: LedgerEvent, _ program: DecisionProgram?, _ change: inout Change
  ) {
    let rungs = program?.ladders.flatMap(\.rungs).filter { $0.name == deed } ?? []
    let actions = [deed] + rungs.flatMap(\.must).map(\.action)
    meet(event, program, &change) { duty in
      if case .deed(let action) = duty.obligation.duty { actions.contains(action) } else { false }
    }
    for action in actions { overtake(action, at: event.at, &change) }
  }

  private mutating func approve(
    _ action: String, _ yes: CaseDuty.Yes, _ event: LedgerEvent, _ program: DecisionProgram?, _ change: inout Change
  ) {
    for place in duties.indices where duties[place].isPending && duties[place].isAbout(action) {
      if duties[place].note(yes) { meet(place, event, program, &change) }
    }
  }

  /// A no ends the approval, and what waited for it: the action and its end.
  private mutating func refuse(_ action: String, _ team: String, at: Instant, _ change: inout Change) {
    guard duties.contains(where: { $0.isPending && $0.isAbout(action) && $0.asks(team) }) else { return }
    end(.refused, at: at, &change) { $0.isAbout(action) }
  }

  /// What was done needs no yes any more.
  private mutating func overtake(_ action: String, at: Instant, _ change: inout Change) {
    end(.overtaken, at: at, &change) { duty in
      if case .approval = duty.obligation.duty { duty.isAbout(action) } else { false }
    }
  }

  /// What is resolved needs no answer, nobody who takes it over, and nothing that was done until then.
  private mutating func resolve(_ event: LedgerEvent, _ program: DecisionProgram?, _ change: inout Change) {
    end(.resolved, at: event.at, &change) { duty in
      switch duty.obligation.duty {
      case .reply, .takeOver: true
      case .approval(let action, _, _): Obligation.answers.contains(action)
      case .deed, .step, .endOf: duty.obligation.isEnded(by: .resolved)
      }
    }
    begin(.resolved, event, program)
  }

  // MARK: Obligations

  private mutating func begin(_ start: FollowUpRule.Start, _ event: LedgerEvent, _ program: DecisionProgram?) {
    for place in duties.indices where duties[place].state == .waiting {
      if duties[place].obligation.begin(with: start, at: event.at, in: program ?? .alwaysOpen) {
        (duties[place].state, duties[place].began) = (.open, event.at)
      }
    }
  }

  private mutating func meet(
    _ event: LedgerEvent, _ program: DecisionProgram?, _ change: inout Change, where isMeant: (CaseDuty) -> Bool
  ) {
    for place in duties.indices where duties[place].isPending && isMeant(duties[place]) {
      meet(place, event, program, &change)
    }
  }

  /// What is done until the case is resolved is wanted again after as long.
  private mutating func meet(
    _ place: Int, _ event: LedgerEvent, _ program: DecisionProgram?, _ change: inout Change
  ) {
    var met = duties[place]
    met.meet(at: event.at, by: event.actor)
    change.settled.append(met)
    guard met.obligation.untilResolved, met.obligation.after != nil, standing.resolvedAt == nil else {
      return duties[place] = met
    }
    duties[place].obligation.due = met.obligation.ending(from: event.at, in: program ?? .alwaysOpen)
    (duties[place].state, duties[place].began) = (.open, event.at)
  }

  private mutating func end(
    _ ending: CaseDuty.Ending, at: Instant, _ change: inout Change, where isMeant: (CaseDuty) -> Bool
  ) {
    for place in duties.indices where duties[place].isPending && isMeant(duties[place]) {
      duties[place].end(at: at, ending)
      change.settled.append(duties[place])
    }
  }
}

extension DecisionProgram {
  /// Nothing is known of teams: all work always, on the clocks of UTC.
  fileprivate static let alwaysOpen = DecisionProgram(playbook: "", version: nil, zone: .utc)
}

extension LedgerEvent {
  /// The case that it is about, where it is about one.
  public var `case`: Int64? {
    switch happening {
    case .decided(let comment): comment.case ?? number
    case .done(_, let number): number
    case .handled(_, let number): number
    default: nil
    }
  }
}
