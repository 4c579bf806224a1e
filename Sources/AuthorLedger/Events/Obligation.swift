public import DecisionModel

/// Something that a decision wants of people.
public struct Obligation: Hashable, Sendable {
  public enum Duty: Hashable, Sendable {
    /// An answer by a plan.
    case reply(plan: String)
    /// Somebody takes the comment over: the first team, and the next one if nobody has by then.
    case takeOver
    /// An action that people carry out: warn, hide, block.
    case deed(action: String)
    /// A yes that an action waits for, from so many teams of these.
    case approval(action: String, teams: [String], count: Int)
    /// A later step of the plan.
    case step(String)
    /// The end of an action that lasts.
    case endOf(action: String)
  }

  public var duty: Duty
  /// The team that owes it; for `takeOver` that of the first level.
  public var owner: String?
  /// By when; nil where an event begins its time, or nothing limits it.
  public var due: Instant?
  /// Not before when.
  public var notBefore: Instant?
  /// The levels of an escalation, growing in time.
  public var levels: [DecidedLevel]
  /// What must happen before its time begins, and how long it takes then.
  public var since: FollowUpRule.Start?
  public var after: Allowance?
  /// Whether it is done again and again until the case is resolved.
  public var untilResolved: Bool
  /// The teams whose word it waits for.
  public var heldBy: [String]
  /// Whether it is left to a person's judgement.
  public var isOptional: Bool

  public init(
    _ duty: Duty, owner: String? = nil, due: Instant? = nil, notBefore: Instant? = nil, levels: [DecidedLevel] = [],
    since: FollowUpRule.Start? = nil, after: Allowance? = nil, untilResolved: Bool = false, heldBy: [String] = [],
    isOptional: Bool = false
  ) {
    self.duty = duty
    self.owner = owner
    self.due = due
    self.notBefore = notBefore
    self.levels = levels
    self.since = since
    self.after = after
    self.untilResolved = untilResolved
    self.heldBy = heldBy
    self.isOptional = isOptional
  }
}
