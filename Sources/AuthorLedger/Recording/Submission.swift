import DecisionModel

/// A comment that is to be decided and recorded: a line of JSON as `CommentDecider` reads it.
///
/// It may be handed in as often as one likes: it is recorded once.
public struct Submission: Sendable {
  public let line: [UInt8]
  /// What names the comment where it names itself not: the same as often as this submission is handed in.
  let spareID: [UInt8]

  public init(_ line: [UInt8]) {
    self.line = line
    spareID = Array(hexadecimal(randomBytes(12)).utf8)
  }
}

/// What became of a submission.
public struct Recording: Sendable {
  /// The number by which the decision is appealed against and stated.
  public let number: Int64
  /// The decision in its canonical form.
  public let decision: [UInt8]
  /// Whether it was decided before, and this is the decision that was made then.
  public var isRepeat = false
  /// Whether it was decided before about another text, and this is the decision about the new one.
  public var isEdit = false
  /// Whether the clock was behind the latest that is known of the author, whose time stood still therefore.
  public var isClockBehind = false
  /// Why the comment could not be read.
  public var trouble: String?
  /// Keys of the comment that the language does not have.
  public var unknownKeys: [String] = []
}
