/// What kind of value a fact has, and so which TEST it takes.
public enum FactType: String, Hashable, Sendable, CaseIterable {
  case number
  case yesNo = "yes_no"
  case word
  case words
  case text
  case duration
  case instant
  /// Opaque bytes that name a comment, an author or a thread: compared as they came. Not for declared facts.
  case identity

  /// The types that a playbook may declare.
  public static let declarable: [FactType] = [.number, .yesNo, .word, .words, .text, .duration, .instant]
}

/// A value that the caller gave for a fact.
public enum FactValue: Hashable, Sendable {
  case number(Double)
  case yesNo(Bool)
  /// One or more words in their normal form (`CommentText.normalised`), and as they were written.
  case words([GivenWord])
  /// A text or an identity: bytes as they came.
  case bytes([UInt8])
  /// A duration in seconds.
  case duration(Double)
  case instant(Instant)
}

/// A word as it was given and as it is compared.
public struct GivenWord: Hashable, Sendable {
  public let written: [UInt8]
  public let normal: [UInt8]

  public init(written: [UInt8], normal: [UInt8]) {
    self.written = written
    self.normal = normal
  }
}
