/// What a drafted reply is held to.
public struct StandardRule: Hashable, Sendable {
  public let name: String
  public let title: String
  public let place: ClausePlace
  /// The condition on a draft that breaks it; nil where only a person can tell.
  public let avoid: Condition?
  /// The question that a reviewer ticks.
  public let question: String?
  /// What to write instead.
  public let instead: String?
  public let severity: ReviewSeverity
  public let holdsForEveryPlan: Bool

  public init(
    name: String, title: String, place: ClausePlace, avoid: Condition?, question: String?, instead: String?,
    severity: ReviewSeverity, holdsForEveryPlan: Bool
  ) {
    self.name = name
    self.title = title
    self.place = place
    self.avoid = avoid
    self.question = question
    self.instead = instead
    self.severity = severity
    self.holdsForEveryPlan = holdsForEveryPlan
  }
}

/// How much it matters what a review finds. A draft with an error does not pass.
public enum ReviewSeverity: String, Hashable, Sendable, CaseIterable {
  case error, warning, note
}

/// How a draft shows a step of an answer.
public struct StepMarker: Hashable, Sendable {
  public let step: String
  public let title: String
  /// The lexicon one term of which shows it; nil where the playbook names none.
  public let lexicon: String?

  public init(step: String, title: String, lexicon: String?) {
    self.step = step
    self.title = title
    self.lexicon = lexicon
  }
}

/// What is looked for in feeds.
public struct WatchRule: Hashable, Sendable {
  public let name: String
  public let title: String
  /// Phrases, one of which is enough.
  public let terms: [String]
  /// The addresses of the feeds.
  public let feeds: [String]
  /// How often each is asked; nil where the playbook does not say.
  public let every: Length?
  /// Who is told.
  public let owner: String?

  public init(
    name: String, title: String, terms: [String], feeds: [String] = [], every: Length? = nil, owner: String?
  ) {
    self.name = name
    self.title = title
    self.terms = terms
    self.feeds = feeds
    self.every = every
    self.owner = owner
  }
}
