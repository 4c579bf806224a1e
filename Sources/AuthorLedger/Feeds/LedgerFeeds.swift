public import DecisionModel

/// An entry of a feed that is to be decided about, and of which a person may have to know.
public struct FoundEntry: Sendable {
  /// How the entry is named as a comment.
  public let id: [UInt8]
  /// The entry as a comment: a line of JSON.
  public let comment: [UInt8]
  /// What is kept of the entry until a person was told of it, in whatever form tells it.
  public let notice: [UInt8]

  public init(id: [UInt8], comment: [UInt8], notice: [UInt8]) {
    self.id = id
    self.comment = comment
    self.notice = notice
  }
}

/// An entry of which nobody was told yet.
public struct UntoldEntry: Sendable {
  /// The number of the decision about it.
  public let decision: Int64
  public let notice: [UInt8]
  /// The decision in its canonical form.
  public let decided: [UInt8]
  public let at: Instant
}

extension Recorder {
  /// Decides and records an entry, and that a person is to be told of it, in one step.
  ///
  /// - Parameter concernsPerson: Whether a decision, in its canonical form, is something that a person must know of.
  public func record(
    _ entry: FoundEntry, at now: Instant, concernsPerson: (_ decision: [UInt8]) -> Bool
  ) throws(LedgerProblem) -> Recording {
    let submission = Submission(entry.comment)
    return try append { journal, batch in
      let recording = try batch.record(submission, at: now)
      if !recording.isRepeat {
        let key = journal.ledger.keys.key(.comment, entry.id)
        // What was to be told of the entry before it was changed is so no more.
        try journal.session.execute("DELETE FROM untold WHERE comment = $1", [Cell(key)])
        if concernsPerson(recording.decision) {
          try journal.session.execute(
            "INSERT INTO untold (comment, number, at, notice, decision) VALUES ($1, $2, $3, $4, $5)",
            [Cell(key), .integer(recording.number), .instant(now), .bytes(entry.notice), .bytes(recording.decision)])
        }
      }
      return recording
    }
  }
}

// How far feeds were read, and who is still to be told of what was found in them.
extension Ledger {
  /// What is remembered of a feed, as it was kept; nil where nothing is.
  public func stateOfFeed(_ feed: [UInt8]) throws(LedgerProblem) -> [UInt8]? {
    try store.read { try $0.row("SELECT state FROM feeds WHERE feed = $1", [.bytes(feed)])?.bytes(0) }
  }

  public func keepState(_ state: [UInt8], ofFeed feed: [UInt8]) throws(LedgerProblem) {
    try store.write { session in
      try session.execute(
        "INSERT INTO feeds (feed, state) VALUES ($1, $2) ON CONFLICT (feed) DO UPDATE SET state = excluded.state",
        [.bytes(feed), .bytes(state)])
    }
  }

  /// The entries of which nobody was told yet, oldest first.
  public func untoldEntries() throws(LedgerProblem) -> [UntoldEntry] {
    try store.read { session in
      try session.rows("SELECT number, notice, decision, at FROM untold ORDER BY number").map { row in
        UntoldEntry(
          decision: try row.integer(0), notice: try row.bytes(1), decided: try row.bytes(2), at: try row.instant(3))
      }
    }
  }

  /// Somebody was told of an entry: it was printed, or a server took it. What was decided anew since then stays untold.
  public func told(_ decision: Int64) throws(LedgerProblem) {
    try store.write { try $0.execute("DELETE FROM untold WHERE number = $1", [.integer(decision)]) }
  }
}
