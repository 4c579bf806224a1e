import DecisionModel

extension Ledger {
  /// Erases what is personal of an author: the comments as they were given, the decisions' bytes, the reasons, and the
  /// keys of texts. What was decided stays, under the key of their name: so strikes and blocks outlive the erasure.
  ///
  /// The bytes are gone from the files when this returns. Where a process is ended in the middle, the next one that
  /// opens the ledger finishes it.
  ///
  /// - Parameter withStanding: Whether strikes, what was carried out, and the key of the name are dropped, too: then the
  ///   author is a new one when they write again.
  public func erase(_ author: [UInt8], withStanding: Bool = false, _ act: PersonalAct) throws(LedgerProblem) {
    _ = try once(act) { journal in
      let session = journal.session
      let number = try self.number(of: author, journal)
      try session.forgetTexts(where: "author = $1", [.integer(number)])
      try session.execute(
        "DELETE FROM sealed WHERE number IN (SELECT number FROM events WHERE author = $1)", [.integer(number)])
      try session.execute("UPDATE comments SET written = NULL WHERE author = $1", [.integer(number)])
      if withStanding {
        try session.execute(
          "UPDATE authors SET identity = $2 WHERE number = $1", [.integer(number), .bytes(randomBytes(32))])
      }
      try Ledger.owePurge(session)
      return try journal.append(to: number, at: act.at, by: act.actor, .erased(withStanding: withStanding))
    }
    try finishPurge()
  }
}

extension LedgerSession {
  /// Drops the keys of the normal forms of comments' texts.
  func forgetTexts(where condition: String, _ values: [Cell]) throws {
    let rows = try rows("SELECT thread, text FROM comments WHERE \(condition) AND text IS NOT NULL", values)
    for row in rows where row.cells[0] != .null {
      try execute(
        "UPDATE thread_texts SET comments = comments - 1 WHERE thread = $1 AND text = $2", row.cells)
    }
    try execute("DELETE FROM thread_texts WHERE comments < 1", [])
    try execute("UPDATE comments SET text = NULL WHERE \(condition)", values)
  }
}
