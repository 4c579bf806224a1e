public import DecisionModel

/// What repeated misconduct leads to: warn, then block.
public struct Ladder: Sendable {
  public let definition: Definition
  public let isPublished: Bool
  public let forgetAfter: Length?
  public let rungs: [Rung]
  public var status = ClauseStatus.active

  public init(definition: Definition, isPublished: Bool, forgetAfter: Length?, rungs: [Rung]) {
    self.definition = definition
    self.isPublished = isPublished
    self.forgetAfter = forgetAfter
    self.rungs = rungs
  }
}

public struct Rung: Sendable {
  public let definition: Definition
  /// Nil where only `no_lower_than` takes it.
  public let strikes: Int?
  public let needs: String?
  public let orders: Orders
  public let wordings: [Wording]
  public let appeal: Appeal?

  public init(
    definition: Definition, strikes: Int?, needs: String?, orders: Orders, wordings: [Wording], appeal: Appeal?
  ) {
    self.definition = definition
    self.strikes = strikes
    self.needs = needs
    self.orders = orders
    self.wordings = wordings
    self.appeal = appeal
  }
}

/// How an author can object.
public struct Appeal: Sendable {
  public let to: String
  public let within: Allowance?
  public let answeredWithin: Allowance?

  public init(to: String, within: Allowance?, answeredWithin: Allowance?) {
    self.to = to
    self.within = within
    self.answeredWithin = answeredWithin
  }
}

/// Who else must know.
public struct Escalation: Sendable {
  public let definition: Definition
  public let clause: Clause
  public let levels: [Level]
  public let holdsReply: Bool
  public let response: String?
  public let orders: Orders
  /// What is said to the author.
  public var wordings: [Wording] = []
  public var status = ClauseStatus.active
  /// Where the parts of the clause stand.
  public var spans: ClauseSpans?

  public init(
    definition: Definition, clause: Clause, levels: [Level], holdsReply: Bool, response: String?, orders: Orders
  ) {
    self.definition = definition
    self.clause = clause
    self.levels = levels
    self.holdsReply = holdsReply
    self.response = response
    self.orders = orders
  }
}

/// A team that takes over, and by when.
public struct Level: Sendable {
  public let team: String
  public let within: Allowance?

  public init(team: String, within: Allowance?) {
    self.team = team
    self.within = within
  }
}

/// What is kept on every input.
public struct Promise: Sendable {
  public let definition: Definition
  public let when: Condition?
  public let unless: Condition?
  public let replyWithin: Allowance?
  public let alwaysActions: [String]
  public let neverActions: [String]
  /// Pairs of an action and what must have been done before it.
  public let before: [Precedence]

  /// An action and the rung or action that comes before it.
  public struct Precedence: Sendable {
    public let action: String
    public let first: String

    public init(action: String, first: String) {
      self.action = action
      self.first = first
    }
  }

  public init(
    definition: Definition, when: Condition?, unless: Condition?, replyWithin: Allowance?, alwaysActions: [String],
    neverActions: [String], before: [Precedence]
  ) {
    self.definition = definition
    self.when = when
    self.unless = unless
    self.replyWithin = replyWithin
    self.alwaysActions = alwaysActions
    self.neverActions = neverActions
    self.before = before
  }
}

/// What is known of a playbook's promises before the first comment arrives.
public struct JudgedPromises: Sendable {
  public enum Verdict: Sendable { case kept, broken, undecided }

  /// By promise, in their order.
  public let verdicts: [Verdict]
  /// The days over which deadlines were looked at.
  public let days: ClosedRange<CalendarDate>

  public init(verdicts: [Verdict], days: ClosedRange<CalendarDate>) {
    self.verdicts = verdicts
    self.days = days
  }
}
