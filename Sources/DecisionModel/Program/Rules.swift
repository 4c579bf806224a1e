/// What a clause orders.
public struct ActionOrder: Hashable, Sendable {
  public let action: String
  /// The team that `notify` names.
  public let team: String?
  public let terms: ActionTerms

  public init(action: String, team: String? = nil, terms: ActionTerms = ActionTerms()) {
    self.action = action
    self.team = team
    self.terms = terms
  }
}

public struct CategoryRule: Hashable, Sendable {
  public let name: String
  public let title: String
  public let place: ClausePlace
  /// Nil for the last category, which holds where none above does.
  public let clause: Clause?
  public let plan: String?
  public let must: [ActionOrder]
  public let may: [ActionOrder]
  public let ladder: String?
  public var wordings: [Wording] = []
  /// How many strikes a comment of the category counts for, where the rung of `noLowerThan` does not take more.
  public var strikes = 1
  /// The rung that is taken at the least.
  public var noLowerThan: String?

  public init(
    name: String, title: String, place: ClausePlace, clause: Clause?, plan: String?, must: [ActionOrder],
    may: [ActionOrder], ladder: String?
  ) {
    self.name = name
    self.title = title
    self.place = place
    self.clause = clause
    self.plan = plan
    self.must = must
    self.may = may
    self.ladder = ladder
  }
}

public struct PlanRule: Hashable, Sendable {
  public let name: String
  public let title: String
  public let owner: String?
  public let within: Allowance?
  /// The pause before the answer.
  public let notBefore: Length?
  public let replyPlace: ReplyPlace?
  public let isOptional: Bool
  public let steps: [StepRule]
  /// What is done after the answer.
  public var followUps: [FollowUpRule] = []
  /// What drafts of the answer are held to, beside what holds for every plan.
  public var standards: [String] = []
  /// Whether the plan orders an answer; one that only has things to do later does not.
  public var answers = true
  /// Who says yes before the answer is sent.
  public var approvals: [Approval] = []

  public init(
    name: String, title: String, owner: String?, within: Allowance?, notBefore: Length? = nil,
    replyPlace: ReplyPlace?, isOptional: Bool, steps: [StepRule]
  ) {
    self.name = name
    self.title = title
    self.owner = owner
    self.within = within
    self.notBefore = notBefore
    self.replyPlace = replyPlace
    self.isOptional = isOptional
    self.steps = steps
  }
}

/// A step of an answer. What is done later is a `FollowUpRule`.
public struct StepRule: Hashable, Sendable {
  public let name: String
  /// `response.service-recovery.acknowledge`
  public let anchor: String
  public let clause: Clause?
  public let wordings: [Wording]
  /// What the author says of it.
  public var about: String?

  public init(name: String, anchor: String, clause: Clause?, wordings: [Wording]) {
    self.name = name
    self.anchor = anchor
    self.clause = clause
    self.wordings = wordings
  }
}

/// A step that is taken later than the answer.
public struct FollowUpRule: Hashable, Sendable {
  /// The instant from which its time counts.
  public enum Start: String, Hashable, Sendable, CaseIterable {
    case post, replied, resolved
  }

  /// The name of the step, or its `id`.
  public let name: String
  public let clause: Clause?
  public let owner: String?
  /// By when it is done, and not before when, counted from its start.
  public let within: Allowance?
  public let after: Allowance?
  public let since: Start
  public let untilResolved: Bool

  public init(
    name: String, clause: Clause?, owner: String?, within: Allowance?, after: Allowance?, since: Start,
    untilResolved: Bool
  ) {
    self.name = name
    self.clause = clause
    self.owner = owner
    self.within = within
    self.after = after
    self.since = since
    self.untilResolved = untilResolved
  }
}

public struct LadderRule: Hashable, Sendable {
  public let name: String
  public let title: String
  public let forgetAfter: Length?
  public let rungs: [RungRule]
  /// Whether it is on trial: its rungs are reported and not taken.
  public var isShadow = false

  public init(name: String, title: String, forgetAfter: Length?, rungs: [RungRule]) {
    self.name = name
    self.title = title
    self.forgetAfter = forgetAfter
    self.rungs = rungs
  }
}

public struct RungRule: Hashable, Sendable {
  public let name: String
  public let place: ClausePlace
  /// Nil where no number of strikes reaches it.
  public let strikes: Int?
  public let needs: String?
  public let must: [ActionOrder]
  public let may: [ActionOrder]
  public let wordings: [Wording]

  public init(
    name: String, place: ClausePlace, strikes: Int?, needs: String?, must: [ActionOrder], may: [ActionOrder],
    wordings: [Wording]
  ) {
    self.name = name
    self.place = place
    self.strikes = strikes
    self.needs = needs
    self.must = must
    self.may = may
    self.wordings = wordings
  }

  /// Whether so many strikes reach it.
  public func isReached(by count: Int) -> Bool { strikes.map { $0 <= count } ?? false }
}

public struct EscalationRule: Hashable, Sendable {
  public let name: String
  public let title: String
  public let place: ClausePlace
  public let clause: Clause
  public let levels: [LevelRule]
  public let holdsReply: Bool
  public let plan: String?
  public let must: [ActionOrder]
  public let may: [ActionOrder]
  public var wordings: [Wording] = []

  public init(
    name: String, title: String, place: ClausePlace, clause: Clause, levels: [LevelRule], holdsReply: Bool,
    plan: String?,
    must: [ActionOrder], may: [ActionOrder]
  ) {
    self.name = name
    self.title = title
    self.place = place
    self.clause = clause
    self.levels = levels
    self.holdsReply = holdsReply
    self.plan = plan
    self.must = must
    self.may = may
  }
}

public struct LevelRule: Hashable, Sendable {
  public let team: String
  public let within: Allowance?

  public init(team: String, within: Allowance?) {
    self.team = team
    self.within = within
  }
}
