public import DecisionModel

/// Something that a policy promises of every decision about some comments.
public enum Commitment: Hashable, Sendable {
  /// An answer is sent within so much time; working time is that of the team that answers.
  case answer(within: Allowance)
  /// The action is ordered.
  case always(String)
  /// The action is neither ordered nor left to a person.
  case never(String)
  /// Wherever the action is ordered or allowed, a rung of that name, or one that orders an action of that name, was
  /// carried out before.
  case before(String, first: String)
}

/// A promise: what decisions commit to, and about which comments.
public struct PromiseRule: Sendable {
  public let name: String
  /// It may ask for the category and for the escalations that hold.
  public let scope: Clause
  public let commitments: [Commitment]

  public init(name: String, scope: Clause, commitments: [Commitment]) {
    self.name = name
    self.scope = scope
    self.commitments = commitments
  }
}

/// What is known of a promise before the first comment arrives.
public enum PromiseVerdict: Sendable {
  /// No comment breaks it.
  case kept
  case broken(PromiseBreach)
  /// Neither was found: a sentence says what stood in the way.
  case undecided(String)
}

/// A comment whose decision breaks a promise.
public struct PromiseBreach: Sendable {
  public let commitment: Commitment
  public let witness: Witness
  /// The instant from which the deadlines of the decision count.
  public let start: Instant
}
