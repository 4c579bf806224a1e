public import DecisionEngine
public import DecisionModel

/// A comment that was decided: as it was given, with what the ledger knew of its author and its time then.
public struct RecordedComment: Sendable {
  private let line: [UInt8]
  private let known: JSONValue

  init(_ line: [UInt8], known: JSONValue) {
    self.line = line
    self.known = known
  }

  /// The comment as another policy reads it, which may not know every fact of then; nil where it cannot be read.
  public func comment(by decider: Decider) -> Comment? {
    guard let json = try? JSONValue(parsing: line), let comment = try? decider.comment(json, now: .earliest) else {
      return nil
    }
    return try? decider.filled(comment, known)
  }
}

extension Ledger {
  /// Hands on every comment that was decided and is still kept, in the order of the log: one that was edited as often as
  /// it was decided.
  ///
  /// - Returns: How many were erased, or never kept.
  public func forEachDecidedComment(_ body: (RecordedComment) throws -> Void) throws(LedgerProblem) -> Int {
    try store.read { session in
      var erased = 0
      try session.forEachEvent { stored in
        guard case .decided(let decided) = stored.event.happening else { return }
        let row = try session.row("SELECT given FROM sealed WHERE number = $1", [.integer(stored.event.number)])
        guard let line = try row.flatMap({ try $0.optional(0, $0.bytes) }) else { return erased += 1 }
        try body(RecordedComment(line, known: decided.known))
      }
      return erased
    }
  }
}
