public import DecisionModel

/// Who acts.
public struct Team: Sendable {
  public let definition: Definition
  public let contact: String?
  /// When the team works, as the author put it.
  public let hours: [String]
  /// What that means; nil where the author does not say, and then the team always works.
  public let week: WeeklyHours?
  /// The days on which this team is closed.
  public let holidays: [CalendarDate]
  /// Who acts outside the team's hours.
  public let cover: String?

  public init(
    definition: Definition, contact: String?, hours: [String], week: WeeklyHours? = nil,
    holidays: [CalendarDate] = [], cover: String?
  ) {
    self.definition = definition
    self.contact = contact
    self.hours = hours
    self.week = week
    self.holidays = holidays
    self.cover = cover
  }
}

/// What the caller may know beside the text.
public struct Fact: Sendable {
  public let definition: Definition
  public let type: FactType
  public let isRequired: Bool
  public let question: String?

  public init(definition: Definition, type: FactType, isRequired: Bool, question: String?) {
    self.definition = definition
    self.type = type
    self.isRequired = isRequired
    self.question = question
  }
}

/// A situation that people switch on and off, outside the playbook.
public struct Mode: Sendable {
  public let definition: Definition
  /// How long it may be on: for whoever switches it.
  public let atMost: Length?

  public init(definition: Definition, atMost: Length?) {
    self.definition = definition
    self.atMost = atMost
  }
}

/// Where comments stand and what can be done there.
public struct Channel: Sendable {
  public let definition: Definition
  /// The actions that it can do; empty where nothing is said, and so all of them.
  public let can: [String]
  public let longestReply: Int?
  public let fallback: String?
  public let postsWait: Bool

  public init(definition: Definition, can: [String], longestReply: Int?, fallback: String?, postsWait: Bool) {
    self.definition = definition
    self.can = can
    self.longestReply = longestReply
    self.fallback = fallback
    self.postsWait = postsWait
  }
}

/// Feeds in which mentions are looked for.
public struct Watch: Sendable {
  public let definition: Definition
  public let terms: [String]
  public let feeds: [String]
  public let every: Length?
  public let owner: String?

  public init(definition: Definition, terms: [String], feeds: [String], every: Length?, owner: String?) {
    self.definition = definition
    self.terms = terms
    self.feeds = feeds
    self.every = every
    self.owner = owner
  }
}

/// A row that the playbook must show to be covered.
public struct Practice: Sendable {
  public let definition: Definition
  public let text: String

  public init(definition: Definition, text: String) {
    self.definition = definition
    self.text = text
  }
}
