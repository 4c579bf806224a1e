/// One thing that a new policy decides otherwise, in a few words: `hide is ordered`.
///
/// Decisions that have the same changes are counted together, so the words name no instant and nothing of the comment.
public struct DecisionChange: Hashable, Sendable {
  /// Which way a change goes.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// More is done against the comment, more people hear of it, or something is due sooner.
    case stricter
    case looser
    case neither
  }

  public let words: String
  public let direction: Direction

  public init(_ words: String, _ direction: Direction = .neither) {
    self.words = words
    self.direction = direction
  }
}

/// Which way a whole decision goes that has several changes.
public enum MoveDirection: String, Hashable, Sendable, CaseIterable {
  case stricter, looser
  /// Stricter in one thing and looser in another.
  case both
  case neither

  public init(_ changes: some Sequence<DecisionChange>) {
    let directions = Set(changes.map(\.direction))
    switch (directions.contains(.stricter), directions.contains(.looser)) {
    case (true, true): self = .both
    case (true, false): self = .stricter
    case (false, true): self = .looser
    case (false, false): self = .neither
    }
  }
}
