import DecisionModel

// Which cases there are, how they stand with their authors, and which of them want something of somebody.
extension DerivedTables {
  /// A comment that is alone, and wants nothing of anybody, is a case without a row.
  func addToCase(_ comment: DecidedComment, _ event: LedgerEvent) throws {
    let number = comment.case ?? event.number
    guard comment.case != nil || comment.thread != nil || !comment.obligations.isEmpty else { return }
    try session.execute(
      """
      INSERT INTO cases (number, author, thread, comments, taken, private, pending) VALUES ($1, $2, $3, 0, 0, 0, 0)
      ON CONFLICT (number) DO NOTHING
      """, [.integer(number), .integer(event.author), Cell(comment.thread)])
    if number != event.number { try note(event.number, in: number) }
    try change(case: number, by: event)
    if !comment.obligations.isEmpty { try set(pending: true, case: number) }
  }

  /// What people did about a case, or that one of its comments was changed.
  func addToCase(_ event: LedgerEvent) throws {
    guard let number = try log.caseNumber(of: event.happening) else { return }
    try note(event.number, in: number)
    try change(case: number, by: event)
    try set(pending: try caseFile(number, event.author).isPending, case: number)
  }

  private func note(_ event: Int64, in number: Int64) throws {
    try session.execute(
      "INSERT INTO case_events (number, event) VALUES ($1, $2)", [.integer(number), .integer(event)])
  }

  private func change(case number: Int64, by event: LedgerEvent) throws {
    guard var standing = try session.standing(ofCase: number) else { return }
    standing.add(event.happening, at: event.at)
    try session.execute(
      """
      UPDATE cases SET comments = $2, waiting = $3, taken = $4, answered = $5, resolved = $6, private = $7
      WHERE number = $1
      """,
      [
        .integer(number), .integer(Int64(standing.comments)), Cell(standing.waitingSince), .flag(standing.isTaken),
        Cell(standing.answeredAt), Cell(standing.resolvedAt), .flag(standing.isPrivate),
      ])
  }

  private func set(pending: Bool, case number: Int64) throws {
    try session.execute("UPDATE cases SET pending = $2 WHERE number = $1", [.integer(number), .flag(pending)])
  }

  private func caseFile(_ number: Int64, _ author: Int64) throws -> CaseFile {
    var problem: (any Error)?
    let later = try session.rows("SELECT event FROM case_events WHERE number = $1 ORDER BY event", [.integer(number)])
    let events = try ([number] + later.map { try $0.integer(0) }).compactMap { try log.event($0)?.event }
    let file = CaseFile(number: number, author: author, events: events) { playbook in
      do { return try program(playbook) } catch { problem = error }
      return nil
    }
    if let problem { throw problem }
    return file
  }
}

extension LedgerSession {
  /// The case that something happened in; an edit names none, and belongs to that of the earlier decision.
  func caseNumber(of happening: Happening) throws -> Int64? {
    switch happening {
    case .edited(let decision): try caseNumber(ofDecision: decision)
    case .done(_, let number): number
    case .handled(_, let number): number
    default: nil
    }
  }

  func caseNumber(ofDecision decision: Int64) throws -> Int64? {
    guard case .decided(let comment) = try event(decision)?.event.happening else { return nil }
    return comment.case ?? decision
  }

  /// How a case stands with its author; nil where it has no row.
  func standing(ofCase number: Int64) throws -> CaseStanding? {
    try row(
      "SELECT comments, waiting, taken, answered, resolved, private FROM cases WHERE number = $1", [.integer(number)]
    ).map(CaseStanding.init)
  }

  /// The author's case in a thread.
  func caseNumber(of author: Int64, in thread: LedgerKey) throws -> Int64? {
    try row(
      "SELECT number FROM cases WHERE author = $1 AND thread = $2 ORDER BY number LIMIT 1",
      [.integer(author), Cell(thread)])?.integer(0)
  }
}

extension CaseStanding {
  fileprivate init(_ row: StoredRow) throws {
    self.init()
    comments = try row.count(0)
    waitingSince = try row.optional(1, row.instant)
    isTaken = try row.flag(2)
    answeredAt = try row.optional(3, row.instant)
    resolvedAt = try row.optional(4, row.instant)
    isPrivate = try row.flag(5)
  }
}
