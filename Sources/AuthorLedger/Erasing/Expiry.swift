import DecisionEngine
public import DecisionModel

/// What was dropped since the playbook keeps it no longer.
public struct ExpiredParts: Hashable, Sendable {
  /// How many events lost their texts.
  public internal(set) var texts = 0
  /// How many events were dropped.
  public internal(set) var events = 0
}

extension Ledger {
  /// Drops the texts and events that a playbook keeps no longer.
  ///
  /// Of each author the oldest events go, up to the first that is not old enough or still counts: for a live strike, a
  /// case that wants something, or an appeal that is not decided. The chain then begins behind them. Switched modes stay.
  public func expire(by program: DecisionProgram, _ act: PersonalAct) throws(LedgerProblem) -> ExpiredParts {
    guard let retention = program.retention else { return ExpiredParts() }
    let parts = try append { journal in
      var parts = ExpiredParts()
      if let texts = retention.texts {
        let before = texts.earliestStart(endingAfter: act.at, in: program.zone)
        parts.texts = try journal.session.dropTexts(before: before)
        if parts.texts > 0 { try journal.append(to: 0, at: act.at, by: act.actor, .expired(.texts, before: before)) }
      }
      if let events = retention.events {
        let before = events.earliestStart(endingAfter: act.at, in: program.zone)
        parts.events = try EventExpiry(journal.session, program, before: before, now: act.at).drop()
        if parts.events > 0 {
          try self.deriveAnew(journal.session)
          try journal.append(to: 0, at: act.at, by: act.actor, .expired(.events, before: before))
        }
      }
      if parts != ExpiredParts() { try Ledger.owePurge(journal.session) }
      return parts
    }
    try finishPurge()
    return parts
  }

  /// Makes the tables that follow from the log anew.
  private func deriveAnew(_ session: GatheringSession) throws {
    for table in Schema.derived.map(\.name) + ["thread_texts"] { try session.execute("DELETE FROM \(table)", []) }
    let tables = DerivedTables(session, log: session) { try self.program(digest: $0.digest, session)?.engine.program }
    try session.forEachEvent { stored in
      let row = try session.row("SELECT written, text FROM sealed WHERE number = $1", [.integer(stored.event.number)])
      let normal = try row.flatMap { try $0.optional(1, $0.bytes) }
      let written = try row.flatMap { try $0.optional(0, $0.bytes) }
      try tables.add(stored.event, written.map { TextKeys(written: $0, normal: normal) })
    }
    try session.settleAndForget()
  }
}

extension LedgerSession {
  /// Drops what is personal of events before an instant, but for the key by which a comment is known again that is
  /// handed in once more.
  fileprivate func dropTexts(before: Instant) throws -> Int {
    let old = "number IN (SELECT number FROM events WHERE at < $1)"
    let count = try row(
      "SELECT count(*) FROM sealed WHERE \(old) AND (given IS NOT NULL OR note IS NOT NULL)", [.instant(before)])
    try forgetTexts(where: old, [.instant(before)])
    try execute(
      """
      UPDATE sealed SET salt = $2, given = NULL, decision = NULL, note = NULL, text = NULL
      WHERE \(old) AND (given IS NOT NULL OR note IS NOT NULL OR text IS NOT NULL)
      """, [.instant(before), .bytes([])])
    return try count?.count(0) ?? 0
  }
}

/// The events that a playbook keeps no longer.
private struct EventExpiry {
  let session: any LedgerSession
  let program: DecisionProgram
  let before: Instant
  let now: Instant

  init(_ session: any LedgerSession, _ program: DecisionProgram, before: Instant, now: Instant) {
    self.session = session
    self.program = program
    self.before = before
    self.now = now
  }

  /// - Returns: How many were dropped.
  func drop() throws -> Int {
    let old = try session.rows(
      "SELECT DISTINCT author FROM events WHERE at < $1 AND author > 0 ORDER BY author", [.instant(before)])
    return try old.reduce(0) { try $0 + drop(ofAuthor: $1.integer(0)) }
  }

  private func drop(ofAuthor author: Int64) throws -> Int {
    let bound = try firstKept(ofAuthor: author)
    let last = try session.row(
      "SELECT place, hash FROM events WHERE author = $1 AND number < $2 ORDER BY place DESC LIMIT 1",
      [.integer(author), .integer(bound)])
    guard let last else { return 0 }
    let gone = "FROM events WHERE author = $1 AND number < $2"
    let whose: [Cell] = [.integer(author), .integer(bound)]
    let count = try session.row("SELECT count(*) \(gone)", whose)?.count(0) ?? 0
    try session.execute("DELETE FROM sealed WHERE number IN (SELECT number \(gone))", whose)
    try session.execute("DELETE FROM receipts WHERE number IN (SELECT number \(gone))", whose)
    try session.execute("DELETE \(gone)", whose)
    try session.execute(
      "UPDATE authors SET kept_place = $2, kept_hash = $3 WHERE number = $1", [.integer(author)] + last.cells)
    return count
  }

  /// The number of the first event of an author that is not old enough, or still counts.
  private func firstKept(ofAuthor author: Int64) throws -> Int64 {
    let whose: [Cell] = [.integer(author)]
    var firsts = [
      try session.row(
        "SELECT number FROM events WHERE author = $1 AND at >= $2 ORDER BY place LIMIT 1", whose + [.instant(before)]),
      try session.row("SELECT number FROM cases WHERE author = $1 AND pending = 1 ORDER BY number LIMIT 1", whose),
      try session.row(
        """
        SELECT decision FROM appeals WHERE settled IS NULL
        AND decision IN (SELECT number FROM events WHERE author = $1) ORDER BY decision LIMIT 1
        """, whose),
    ]
    for row in try session.rows("SELECT ladder FROM ladders WHERE author = $1", whose) {
      let ladder = try program.ladders.first { try $0.name == row.text(0) }
      let live = ladder?.earliestLive(at: now, in: program.zone) ?? .earliest
      firsts.append(
        try session.row(
          """
          SELECT decision FROM strikes WHERE author = $1 AND ladder = $2 AND void = 0 AND at >= $3
          ORDER BY number LIMIT 1
          """, whose + [row.cells[0], .instant(live)]))
    }
    return try firsts.compactMap { try $0?.integer(0) }.min() ?? .max
  }
}
