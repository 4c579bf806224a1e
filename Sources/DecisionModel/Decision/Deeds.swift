/// An action that a decision orders or allows.
public struct DecidedAction: Sendable {
  public var action: String
  /// How long it lasts.
  public var duration: ActionDuration?
  /// How far back the author's earlier comments on the ladder are included.
  public var alsoLast: Length?
  /// The team that is told.
  public var to: String?
  /// Who takes it over, and by when.
  public var levels: [DecidedLevel] = []
  /// What to say, with blanks such as `[what happened]` that a person fills in.
  public var say: String?
  /// The ladder whose comments `alsoLast` means.
  public var ladder: String?
  /// By when it is done; of what is asked for first, when.
  public var due: Instant?
  /// The teams whose word it waits for.
  public var heldBy: [String] = []
  /// The teams whose yes it waits for.
  public var awaiting: [String] = []

  public init(_ action: String, to: String? = nil, levels: [DecidedLevel] = []) {
    self.action = action
    self.to = to
    self.levels = levels
  }
}

/// A team that takes a comment over if nobody before it has, and from when.
public struct DecidedLevel: Hashable, Sendable {
  public var team: String
  public var due: Instant

  public init(team: String, due: Instant) {
    self.team = team
    self.due = due
  }
}

/// An answer that is to be written.
public struct DecidedReply: Sendable {
  public var plan: String
  /// The team that answers: where the plan's own is closed, the one that covers for it.
  public var owner: String?
  public var isPrivate: Bool
  public var notBefore: Instant?
  public var due: Instant?
  /// The teams whose word it waits for.
  public var heldBy: [String] = []
  public var steps: [DecidedStep] = []

  public init(plan: String, owner: String?, isPrivate: Bool, due: Instant?) {
    self.plan = plan
    self.owner = owner
    self.isPrivate = isPrivate
    self.due = due
  }

  /// Where it stands: `public` or `private`.
  public var place: ReplyPlace { isPrivate ? .privately : .publicly }
}

/// A step of an answer, with words for it where the playbook has some.
public struct DecidedStep: Sendable {
  public let step: String
  public let say: String?

  public init(step: String, say: String?) {
    self.step = step
    self.say = say
  }
}

/// Where the author stands on a ladder with this comment.
public struct LadderStanding: Hashable, Sendable {
  public let ladder: String
  /// Live strikes, this one included.
  public let strikes: Int
  /// The rung taken, where one is reached.
  public let rung: String?
  public let next: String?
  /// When this comment's strike ends to count.
  public let forgottenAt: Instant?

  public init(ladder: String, strikes: Int, rung: String?, next: String?, forgottenAt: Instant?) {
    self.ladder = ladder
    self.strikes = strikes
    self.rung = rung
    self.next = next
    self.forgottenAt = forgottenAt
  }
}
