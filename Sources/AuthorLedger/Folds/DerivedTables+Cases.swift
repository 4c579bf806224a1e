import DecisionModel

// Which cases there are, how they stand with their authors, and which of them want something of somebody.
extension DerivedTables {
  /// A comment that is alone, and wants nothing of anybody, is a case without a row.
  func addToCase(_ comment: DecidedComment, _ event: LedgerEvent) throws {
    let number = comment.case ?? event.number
    guard comment.case != nil || comment.thread != nil || !comment.obligations.isEmpty else { return }
    // What opens a case has a number that no case has yet.
    let stored = comment.case == nil ? nil : try rows.cases.value(number)
    var known = stored ?? KnownCase(author: event.author, thread: comment.thread)
    if number != event.number { note(event.number, in: number) }
    known.standing.add(event.happening, at: event.at)
    if !comment.obligations.isEmpty { known.isPending = true }
    rows.cases.set(known, number)
    guard let thread = comment.thread, stored == nil else { return }
    let here = ThreadAuthor(thread: thread, author: event.author)
    if try rows.caseNumbers.value(here) == nil { rows.caseNumbers.set(number, here) }
  }

  /// What people did about a case, or that one of its comments was changed.
  func addToCase(_ event: LedgerEvent) throws {
    guard let number = try log.caseNumber(of: event.happening) else { return }
    note(event.number, in: number)
    guard var known = try rows.cases.value(number) else { return }
    known.standing.add(event.happening, at: event.at)
    known.isPending = try caseFile(number, event.author).isPending
    rows.cases.set(known, number)
  }

  private func note(_ event: Int64, in number: Int64) {
    session.gather([.integer(number), .integer(event)], .caseEvents)
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
}

extension CaseStanding {
  /// Reads it from the columns of a row from one on.
  init(_ row: StoredRow, from place: Int) throws {
    self.init()
    comments = try row.count(place)
    waitingSince = try row.optional(place + 1, row.instant)
    isTaken = try row.flag(place + 2)
    answeredAt = try row.optional(place + 3, row.instant)
    resolvedAt = try row.optional(place + 4, row.instant)
    isPrivate = try row.flag(place + 5)
  }
}
