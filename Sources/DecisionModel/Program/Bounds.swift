/// What can be done on a channel.
public struct ChannelRule: Hashable, Sendable {
  public let name: String
  public let title: String
  /// The actions that it can do, of those that a channel may lack; nil where it can do all of them.
  public let can: [String]?
  /// What is done in place of what it cannot do.
  public let fallback: String?
  /// Whether a comment waits for a decision before it is shown.
  public let postsWait: Bool
  /// How many characters a reply may have.
  public var longestReply: Int?

  public init(name: String, title: String, can: [String]?, fallback: String?, postsWait: Bool) {
    self.name = name
    self.title = title
    self.can = can
    self.fallback = fallback
    self.postsWait = postsWait
  }

  /// Whether an action can be done here. A warning is a reply or a message; what no channel does is done elsewhere.
  public func can(_ action: String) -> Bool {
    guard let can else { return true }
    let ways = action == "warn" ? ["warn", "reply", "message"] : [action]
    return !Self.actions.contains(action) || ways.contains { can.contains($0) }
  }

  /// The actions that are done on a channel, and that it may lack.
  public static let actions = ["reply", "message", "warn", "hide", "remove", "mute", "lock", "block", "report"]
}

/// A bound that stops a runaway: over it an action waits for a person.
public struct BrakeRule: Hashable, Sendable {
  public let action: String
  /// So many times in the window, those that wait not counted.
  public let atMost: Int
  public let window: Length
  public let team: String

  public init(action: String, atMost: Int, window: Length, team: String) {
    self.action = action
    self.atMost = atMost
    self.window = window
    self.team = team
  }
}

/// How long a ledger keeps what it knows; for ever, where nothing is said.
public struct RetentionRule: Hashable, Sendable {
  /// Comments as they were given, and all else that is personal.
  public var texts: Length?
  /// Events that count for nothing any more.
  public var events: Length?

  public init(texts: Length? = nil, events: Length? = nil) {
    self.texts = texts
    self.events = events
  }
}

/// A category or an escalation on trial: it is judged and reported, and changes nothing.
public struct ShadowRule: Hashable, Sendable {
  public let place: ClausePlace
  public let clause: Clause
  public let isEscalation: Bool

  public init(place: ClausePlace, clause: Clause, isEscalation: Bool) {
    self.place = place
    self.clause = clause
    self.isEscalation = isEscalation
  }
}
