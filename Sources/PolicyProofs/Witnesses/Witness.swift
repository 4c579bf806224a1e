public import DecisionModel

/// A comment that shows something, with the decision that the engine makes about it.
public struct Witness: Sendable {
  public let comment: Comment
  public let decision: Decision
  /// Whether it matters when the comment comes.
  public let isTimed: Bool

  public init(comment: Comment, decision: Decision, isTimed: Bool) {
    self.comment = comment
    self.decision = decision
    self.isTimed = isTimed
  }
}
