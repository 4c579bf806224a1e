public import DecisionModel
public import PolicyImpact

/// What changes between two versions of a policy, for every comment that there can be.
public struct PolicyChanges: Sendable {
  /// Comments that come into another category.
  public internal(set) var moves: [ShownMove] = []
  /// Escalations that begin to hold, or hold no longer.
  public internal(set) var escalations: [EscalationMove] = []
  /// Clauses of the same name that order something else.
  public internal(set) var orders: [OrderChange] = []
  /// What was found neither so nor otherwise, each in a sentence.
  public internal(set) var undecided: [String] = []

  /// Whether every comment is decided alike: this is proved, and not only not found otherwise.
  public var isNone: Bool { moves.isEmpty && escalations.isEmpty && orders.isEmpty && undecided.isEmpty }
}

/// A comment that shows a change, with what each version decides about it.
public struct ChangeWitness: Sendable {
  /// As a playbook's tests write it.
  public let comment: String
  public let before: Decision
  public let after: Decision
  /// What is decided otherwise.
  public let changes: [DecisionChange]

  public var direction: MoveDirection { MoveDirection(changes) }
}

/// Comments of a category that are now in another one.
public struct ShownMove: Sendable {
  public let from: String
  public let to: String
  public let witness: ChangeWitness
}

/// Comments for which an escalation holds in one version alone.
public struct EscalationMove: Sendable {
  public let escalation: String
  /// Whether it is the later version in which it holds.
  public let begins: Bool
  public let witness: ChangeWitness
}

/// A clause that orders something else than before.
public struct OrderChange: Hashable, Sendable {
  /// What it is: `category`, `escalation`, `ladder`, …
  public let kind: String
  public let name: String
  /// What is otherwise, each in a few words: "answered within 60 minutes; before, 4 hours".
  public let details: [String]
}
