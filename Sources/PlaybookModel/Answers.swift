public import DecisionModel
public import Diagnostics

/// A plan of how a comment is answered.
public struct Response: Sendable {
  public let definition: Definition
  public let owner: String?
  public let reply: Reply?
  public let steps: [Step]
  public let standards: [String]
  /// Who says yes before the answer is sent.
  public var approval: Approval?

  public init(definition: Definition, owner: String?, reply: Reply?, steps: [Step], standards: [String]) {
    self.definition = definition
    self.owner = owner
    self.reply = reply
    self.steps = steps
    self.standards = standards
  }

  /// Whether the plan orders an answer. One that only has things to do later does not.
  public var answers: Bool { reply != nil || steps.contains { !$0.isFollowUp } }
}

/// By when and where an answer stands.
public struct Reply: Sendable {
  public let within: Allowance?
  /// Where `within` stands.
  public let withinSpan: Span?
  public let notBefore: Length?
  public let place: ReplyPlace
  public let isOptional: Bool

  public init(
    within: Allowance?, withinSpan: Span? = nil, notBefore: Length?, place: ReplyPlace, isOptional: Bool
  ) {
    self.within = within
    self.withinSpan = withinSpan
    self.notBefore = notBefore
    self.place = place
    self.isOptional = isOptional
  }
}

/// Something that an answer does.
public struct Step: Sendable {
  public let name: String
  public let id: String?
  public let span: Span
  public let about: String?
  public let wordings: [Wording]
  /// Where each of the wordings stands.
  public let wordingSpans: [Span]
  public let clause: Clause?
  public let within: Allowance?
  public let after: Allowance?
  public let since: String?
  public let owner: String?
  /// Whether it is done again and again until the case is resolved.
  public var untilResolved = false

  public init(
    name: String, id: String?, span: Span, about: String?, wordings: [Wording], clause: Clause?, within: Allowance?,
    after: Allowance?, since: String?, owner: String?, wordingSpans: [Span] = []
  ) {
    self.name = name
    self.id = id
    self.span = span
    self.about = about
    self.wordings = wordings
    self.wordingSpans = wordingSpans
    self.clause = clause
    self.within = within
    self.after = after
    self.since = since
    self.owner = owner
  }

  /// Whether the step is a later deed and no part of the answer's text.
  public var isFollowUp: Bool { within != nil || after != nil || since != nil || untilResolved }
}

/// A response step that the playbook adds to those of the language.
public struct StepDefinition: Sendable {
  public let definition: Definition
  public let shownBy: String?

  public init(definition: Definition, shownBy: String?) {
    self.definition = definition
    self.shownBy = shownBy
  }
}

/// What a clause orders: `do` must be done, `may` is left to the person's judgement.
public struct Orders: Sendable {
  public let must: [OrderedAction]
  public let may: [OrderedAction]
  /// Who says yes before any of it is done.
  public let approval: Approval?

  public static let none = Orders(must: [], may: [], approval: nil)

  public init(must: [OrderedAction], may: [OrderedAction], approval: Approval?) {
    self.must = must
    self.may = may
    self.approval = approval
  }
}

/// An action with what is ordered of it.
public struct OrderedAction: Sendable {
  public let name: String
  public let span: Span
  /// The team that `notify` names.
  public let team: String?
  public let terms: ActionTerms
  /// Whether it ends by itself, or can be asked to.
  public var hasEnd: Bool { terms.duration != nil || terms.lift != nil }

  public init(name: String, span: Span, team: String?, terms: ActionTerms = ActionTerms()) {
    self.name = name
    self.span = span
    self.team = team
    self.terms = terms
  }
}

/// What a drafted reply is held to.
public struct Standard: Sendable {
  public let definition: Definition
  public let avoid: Condition?
  public let question: String?
  public let instead: String?
  public let holdsForEveryPlan: Bool
  /// How much it matters.
  public let severity: Diagnostic.Severity
  /// Drafts that break it, and drafts that do not.
  public var examples = Examples.none

  public init(
    definition: Definition, avoid: Condition?, question: String?, instead: String?, holdsForEveryPlan: Bool,
    severity: Diagnostic.Severity = .error
  ) {
    self.definition = definition
    self.avoid = avoid
    self.question = question
    self.instead = instead
    self.holdsForEveryPlan = holdsForEveryPlan
    self.severity = severity
  }
}
