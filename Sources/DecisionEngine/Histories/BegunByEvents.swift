public import DecisionModel

/// Something that is done later, whose time may begin only when something else has happened: a step of a plan, the end
/// of an action.
public protocol BegunByEvents {
  /// The team that owes it, in whose hours working time runs.
  var owner: String? { get }
  /// By when, or from when; nil until its time has begun.
  var due: Instant? { get set }
  /// What begins its time.
  var since: FollowUpRule.Start? { get }
  /// How long it takes from then on.
  var after: Allowance? { get }
  /// Whether it is done again and again until the case is resolved.
  var untilResolved: Bool { get }
}

extension FollowUp: BegunByEvents {}

extension BegunByEvents {
  /// Whether a case that is resolved wants it no longer.
  public func isEnded(by event: FollowUpRule.Start) -> Bool { untilResolved && event == .resolved }

  /// Its time begins, if that is what it waited for. What has begun does not begin again.
  ///
  /// - Returns: Whether it has begun now.
  @discardableResult
  public mutating func begin(with event: FollowUpRule.Start, at: Instant, in program: DecisionProgram) -> Bool {
    guard since == event, due == nil else { return false }
    due = ending(from: at, in: program)
    return true
  }

  /// When it is due whose time begins at an instant; at once where nothing is said.
  public func ending(from start: Instant, in program: DecisionProgram) -> Instant {
    let hours = program.teams.first { $0.name == owner }?.hours ?? .always
    return after?.ending(from: start, of: hours, in: program.zone) ?? start
  }
}
