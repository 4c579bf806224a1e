public import DecisionModel

/// What a draft lacks of the answer that a playbook orders, and what it breaks.
public struct Review: Sendable {
  public let playbook: PlaybookVersion
  /// What is answered.
  public var comment: [UInt8]?
  /// The plan that the draft was held to; nil where no answer is ordered.
  public var plan: String?
  /// Where the answer stands, by whom and by when it is sent, where a comment says it.
  public var reply: DecidedReply?
  public var isPrivate = false
  public var findings: [ReviewFinding] = []
  /// The steps that the draft shows, in the order of the plan.
  public var shown: [ShownStep] = []
  /// What only a person can tell.
  public var questions: [String] = []
  /// Why the draft could not be reviewed.
  public var trouble: String?

  public init(playbook: PlaybookVersion) { self.playbook = playbook }

  /// Whether nothing stands against sending it: no error.
  public var passes: Bool { trouble == nil && !findings.contains { $0.severity == .error } }

  /// The standards that it breaks, and the steps that it lacks, by their names.
  public var brokenStandards: [String] { findings.compactMap(\.standard) }
  public var missingSteps: [String] { findings.compactMap(\.step) }
}

/// A step that a draft shows, and by what.
public struct ShownStep: Sendable {
  public let step: String
  public let title: String
  /// The words that show it; empty where they are the playbook's own.
  public let found: [Found]
}

/// Something that stands against a draft.
public struct ReviewFinding: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The playbook orders no answer; the answer waits for somebody's word.
    case notOrdered = "reply-not-ordered"
    case held = "reply-held"
    case empty = "empty-reply"
    case missingStep = "missing-step"
    case missingName = "missing-name"
    case brokenStandard = "broken-standard"
    case unfilledBlank = "unfilled-blank"
    case tooLong = "too-long"
    case repeatedWording = "repeated-wording"
  }

  public let kind: Kind
  public var severity: ReviewSeverity
  /// What is wrong, as a sentence.
  public let message: String
  /// What to write instead.
  public var instead: String?
  public var step: String?
  public var standard: String?
  /// The words that it is about, and what else was found.
  public var found: [Found] = []
  /// Places in the draft that no condition found: blanks.
  public var places: [TextHit] = []
  /// The earlier reply that is meant, and how much of its wording is the same, from 0 to 1.
  public var earlier: EarlierReply?

  init(_ kind: Kind, _ severity: ReviewSeverity, _ message: String, instead: String? = nil) {
    self.kind = kind
    self.severity = severity
    self.message = message
    self.instead = instead
  }
}

/// A reply that was sent before.
public struct EarlierReply: Sendable {
  /// Its place among those that were given, from 1 on.
  public let number: Int
  public let text: [UInt8]
  /// The share of the runs of words that are the same, from 0 to 1.
  public let resemblance: Double
}
