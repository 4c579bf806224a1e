/// Something that is to be done later.
public struct FollowUp: Hashable, Sendable {
  public enum Deed: Hashable, Sendable {
    /// A step of a plan, by its name or `id`.
    case step(String)
    /// The end of an action that lasts a while.
    case endOf(String)
  }

  public let deed: Deed
  public var owner: String?
  /// By when, or from when; nil where only an event begins its time.
  public var due: Instant?
  /// What must happen before its time begins, or ends it.
  public var since: FollowUpRule.Start?
  /// How long it takes from its start, and until it is done again.
  public var after: Allowance?
  /// Whether it is done again and again until the case is resolved.
  public var untilResolved = false
  /// Whether the author may ask for the end.
  public var onRequest = false

  public init(_ deed: Deed, owner: String? = nil, due: Instant? = nil) {
    self.deed = deed
    self.owner = owner
    self.due = due
  }

  public var name: String {
    switch deed {
    case .step(let name), .endOf(let name): name
    }
  }
}

/// A yes that an action waits for.
public struct DecidedApproval: Hashable, Sendable {
  public let action: String
  public let approval: Approval

  public init(action: String, approval: Approval) {
    self.action = action
    self.approval = approval
  }
}

/// An action that the comment's channel cannot do.
public struct UnavailableAction: Hashable, Sendable {
  public let action: String
  /// What is done in its place.
  public let fallback: String?

  public init(action: String, fallback: String?) {
    self.action = action
    self.fallback = fallback
  }
}
