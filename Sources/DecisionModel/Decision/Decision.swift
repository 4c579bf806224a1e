/// What is to be done about one comment, and why.
///
/// Decisions are compared by their bytes (`json`): what a person wrote may stand in them, and Swift compares text by
/// canonical equivalence.
public struct Decision: Sendable {
  public var playbook: PlaybookVersion
  /// How the platform names the comment.
  public var comment: [UInt8]?
  /// The decision in plain words.
  public var summary: String
  public var stance: Stance
  public var category: String?
  /// Later categories that the comment would have been in too.
  public var also: [String] = []
  /// What must be done, from silent to final.
  public var actions: [DecidedAction] = []
  /// What is left to a person's judgement.
  public var may: [DecidedAction] = []
  public var reply: DecidedReply?
  /// The escalations that hold, in the order of the playbook.
  public var escalations: [String] = []
  public var ladders: [LadderStanding] = []
  /// What is to be done later, in the order of the plan, then of the actions.
  public var followUps: [FollowUp] = []
  /// Every yes that something waits for, in the order of the actions.
  public var approvals: [DecidedApproval] = []
  /// Facts that somebody must give before the decision stands.
  public var ask: [Question] = []
  /// The clauses that made the decision: the category, the rung, the escalations.
  public var because: [Reason] = []
  /// The facts that were not given and could have changed the decision, sorted.
  public var assumed: [String] = []
  /// What was ordered and the comment's channel cannot do.
  public var unavailable: [UnavailableAction] = []
  /// Clauses on trial that hold, and what they found.
  public var shadow: [Reason] = []
  /// Where the author stands on a ladder on trial: for whoever keeps the history, and no part of the data.
  public var shadowLadders: [LadderStanding] = []
  /// Which wording of each clause is said, by the clause's anchor, where there are several to choose from: for whoever
  /// keeps the history, and no part of the data.
  public var said: [String: Int] = [:]
  /// Whether only the beginning of the text was judged.
  public var wasCut = false
  /// Why the comment could not be judged.
  public var trouble: String?

  public init(playbook: PlaybookVersion, comment: [UInt8]?, summary: String, stance: Stance) {
    self.playbook = playbook
    self.comment = comment
    self.summary = summary
    self.stance = stance
  }

  /// The decision about what is no comment, or none that can be read: a person looks at it.
  public static func trouble(_ sentence: String, playbook: PlaybookVersion, comment: [UInt8]? = nil) -> Decision {
    let summary = "A person decides: this comment could not be read."
    var decision = Decision(playbook: playbook, comment: comment, summary: summary, stance: .hold)
    decision.trouble = sentence
    return decision
  }
}

/// The playbook by which something was decided.
public struct PlaybookVersion: Hashable, Sendable {
  public let name: String
  public let version: String?
  /// The digest of the program, with the name of the method: `sha256:…`.
  public let digest: String

  public init(name: String, version: String?, digest: String) {
    self.name = name
    self.version = version
    self.digest = digest
  }
}

/// How a decision meets the comment, in one word.
public enum Stance: String, Sendable, CaseIterable {
  /// Something waits for a person.
  case hold
  case enforce
  case respond
  case observe
}

/// A fact that the playbook demands, and the question that asks for it.
public struct Question: Hashable, Sendable {
  public let fact: String
  public let question: String?

  public init(fact: String, question: String?) {
    self.fact = fact
    self.question = question
  }
}
