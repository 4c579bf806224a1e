public import DecisionModel

/// How a case stands with its author, in a few words that a ledger can keep beside it.
public struct CaseStanding: Hashable, Sendable {
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Nobody has turned to it.
    case open
    case taken, answered, resolved
  }

  /// How many comments it has; one that was edited counts once.
  public var comments = 0
  /// Since when an answer is waited for: the instant of the first comment that asks for one and has none.
  public var waitingSince: Instant?
  public var isTaken = false
  /// When it was last answered.
  public var answeredAt: Instant?
  public var resolvedAt: Instant?
  public var isPrivate = false

  public init() {}

  public var state: State {
    if resolvedAt != nil { return .resolved }
    if waitingSince == nil, answeredAt != nil { return .answered }
    return isTaken ? .taken : .open
  }

  /// A new comment opens a case again that was resolved.
  mutating func add(_ happening: Happening, at: Instant) {
    switch happening {
    case .decided(let comment):
      comments += 1
      if resolvedAt != nil { (resolvedAt, isTaken) = (nil, false) }
      if comment.wantsAnswer { waitingSince = waitingSince ?? comment.posted }
    case .edited: comments = max(0, comments - 1)
    case .handled(.taken, _): isTaken = true
    case .handled(.replied, _): (waitingSince, answeredAt) = (nil, at)
    case .handled(.movedToPrivate, _): isPrivate = true
    case .handled(.resolved, _): (waitingSince, resolvedAt) = (nil, at)
    default: break
    }
  }
}

extension DecidedComment {
  /// Whether its plan asks for an answer, or allows one.
  var wantsAnswer: Bool {
    obligations.contains { if case .reply = $0.duty { true } else { false } }
  }
}

// What the next decision is told.
extension CaseStanding {
  /// What is known of an author's case before their next comment, as the members of a comment's `case`. A comment that
  /// opens a case has the facts of `CaseStanding()`.
  ///
  /// The new comment is counted, as it is among an author's comments. Lengths of time are in seconds.
  public func facts(at now: Instant) -> [JSONMember] {
    let isOpen = comments > 0 && resolvedAt == nil
    let times = [("unanswered_for", waitingSince), ("resolved_for", resolvedAt)].compactMap { name, since in
      since.map { JSONMember(name, .number(Double(max(0, now.seconds(since: $0))))) }
    }
    return [JSONMember("open", .bool(isOpen)), JSONMember("comments", .number(Double(comments + 1)))] + times
  }
}
