public import DecisionModel

/// A reply that somebody has written and not yet sent.
public struct Draft: Sendable {
  /// The reply in UTF-8.
  public var text: [UInt8]
  /// The plan that it is held to; where nil, the one that the decision about the comment orders.
  public var plan: String?
  /// What is answered.
  public var comment: Comment?
  /// The channel on which it will stand, where no comment says it.
  public var channel: String?
  /// Replies that were sent before, in UTF-8.
  public var earlier: [[UInt8]] = []
  /// Keys of its JSON that no draft has.
  public var unknownKeys: [String] = []

  public init(text: [UInt8], plan: String? = nil, comment: Comment? = nil) {
    self.text = text
    self.plan = plan
    self.comment = comment
  }
}
