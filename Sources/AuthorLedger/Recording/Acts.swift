public import DecisionModel

/// What a person does in the ledger: who, when, why.
///
/// It has a token, so that it is recorded once, however often it is handed in.
public struct PersonalAct: Sendable {
  public let actor: String
  public let at: Instant
  /// The reason, or what was written to the author: sealed, as it may name somebody.
  public let note: String?
  let token: [UInt8]

  public init(by actor: String, at: Instant, note: String? = nil) {
    self.actor = actor
    self.at = at
    self.note = note
    token = randomBytes(16)
  }

  fileprivate var sealed: SealedPart? { note.map { SealedPart(note: Array($0.utf8)) } }
}

// What people do.
extension Ledger {
  /// Somebody did something about a case.
  @discardableResult
  public func record(_ deed: CaseDeed, inCase number: Int64, _ act: PersonalAct) throws(LedgerProblem) -> LedgerEvent {
    try once(act) { journal in
      let opening = try self.opening(ofCase: number, journal)
      return try journal.append(act, to: opening.author, under: opening.playbook, .handled(deed, case: number))
    }
  }

  /// A rung, or an action of one, was really carried out: the warning was sent, the block was set.
  @discardableResult
  public func recordDone(_ deed: String, inCase number: Int64, _ act: PersonalAct) throws(LedgerProblem) -> LedgerEvent
  {
    try once(act) { journal in
      let opening = try self.opening(ofCase: number, journal)
      return try journal.append(act, to: opening.author, under: opening.playbook, .done(deed: deed, case: number))
    }
  }

  /// The same of an author, where it belongs to no case.
  @discardableResult
  public func recordDone(_ deed: String, to author: [UInt8], _ act: PersonalAct) throws(LedgerProblem) -> LedgerEvent {
    try once(act) { journal in
      let number = try self.number(of: author, journal)
      let latest = try journal.session.latestPlaybook(of: number)
      return try journal.append(act, to: number, under: latest, .done(deed: deed, case: nil))
    }
  }

  /// The earlier strikes of an author are forgiven, on one ladder or on all.
  @discardableResult
  public func pardon(_ author: [UInt8], on ladder: String?, _ act: PersonalAct) throws(LedgerProblem) -> LedgerEvent {
    try once(act) { journal in
      try journal.append(act, to: self.number(of: author, journal), .pardoned(ladder: ladder))
    }
  }

  /// A mode of the playbook is switched on or off.
  @discardableResult
  public func turn(_ mode: String, on isOn: Bool, _ act: PersonalAct) throws(LedgerProblem) -> LedgerEvent {
    try once(act) { journal in try journal.append(act, to: 0, .mode(mode, isOn: isOn)) }
  }

  /// The author appeals against a decision.
  @discardableResult
  public func appeal(against decision: Int64, _ act: PersonalAct) throws(LedgerProblem) -> LedgerEvent {
    try once(act) { journal in
      let decided = try self.decision(decision, journal.session)
      if try AppealRow(decision, journal.session) != nil {
        throw LedgerProblem(.refused, "there is an appeal against decision \(decision) already")
      }
      return try journal.append(act, to: decided.author, under: decided.playbook, .appealed(decision: decision))
    }
  }

  /// An appeal is decided. One that nobody has filed is filed with it.
  ///
  /// - Returns: What is no longer due, where it is upheld: the strikes of the decision never were, and later rungs are
  ///   judged again.
  public func settleAppeal(
    against decision: Int64, isUpheld: Bool, _ act: PersonalAct
  ) throws(LedgerProblem) -> [NoLongerDue] {
    let event = try once(act) { journal in
      let decided = try self.decision(decision, journal.session)
      let filed = try AppealRow(decision, journal.session)
      if filed?.isSettled == true { throw LedgerProblem(.refused, "the appeal against \(decision) was decided before") }
      if filed == nil {
        try journal.append(
          to: decided.author, at: act.at, by: act.actor, program: decided.stored(journal),
          .appealed(decision: decision))
      }
      return try journal.append(
        act, to: decided.author, under: decided.playbook, .appealSettled(decision: decision, upheld: isUpheld))
    }
    return isUpheld ? try noLongerDue(after: event, without: decision) : []
  }

  // MARK: Once

  /// Does what a person does, once.
  func once(_ act: PersonalAct, _ body: (Journal) throws -> LedgerEvent) throws(LedgerProblem) -> LedgerEvent {
    try append { journal in
      let token = Cell.bytes(act.token)
      if let known = try journal.session.row("SELECT number FROM receipts WHERE token = $1", [token]),
        let event = try journal.session.event(known.integer(0))?.event
      {
        return event
      }
      let event = try body(journal)
      try journal.session.execute(
        "INSERT INTO receipts (token, number) VALUES ($1, $2)", [token, .integer(event.number)])
      return event
    }
  }

  // MARK: What is named

  /// The number of an author of whom something is known.
  func number(of author: [UInt8], _ journal: Journal) throws -> Int64 {
    guard let number = try journal.knownAuthor(keys.key(.author, author)) else {
      throw LedgerProblem(.refused, "the ledger knows nobody of this name")
    }
    return number
  }

  /// The event of a decision.
  func decision(_ number: Int64, _ session: any LedgerSession) throws -> LedgerEvent {
    guard let event = try session.event(number)?.event, case .decided = event.happening else {
      throw LedgerProblem(.refused, "there is no decision \(number)")
    }
    return event
  }

  private func opening(ofCase number: Int64, _ journal: Journal) throws -> LedgerEvent {
    guard let event = try journal.session.event(number)?.event, case .decided(let comment) = event.happening,
      comment.case == nil
    else { throw LedgerProblem(.refused, "there is no case \(number)") }
    return event
  }
}

/// How an appeal stands.
struct AppealRow {
  let isSettled: Bool

  init?(_ decision: Int64, _ session: any LedgerSession) throws {
    let row = try session.row("SELECT settled FROM appeals WHERE decision = $1", [.integer(decision)])
    guard let row else { return nil }
    isSettled = row.cells[0] != .null
  }
}

extension LedgerEvent {
  fileprivate func stored(_ journal: Journal) throws -> StoredPlaybook? { try journal.stored(playbook) }
}

extension Journal {
  fileprivate func append(
    _ act: PersonalAct, to author: Int64, under playbook: PlaybookVersion? = nil, _ happening: Happening
  ) throws -> LedgerEvent {
    try append(
      to: author, at: act.at, by: act.actor, program: stored(playbook), happening, sealed: act.sealed)
  }

  fileprivate func stored(_ playbook: PlaybookVersion?) throws -> StoredPlaybook? {
    guard let playbook, let program = try ledger.program(digest: playbook.digest, session) else { return nil }
    return StoredPlaybook(number: program.number, playbook: program.playbook)
  }
}

extension LedgerSession {
  /// The playbook under which something of an author was decided last.
  func latestPlaybook(of author: Int64) throws -> PlaybookVersion? {
    try events("WHERE e.author = $1 AND e.program IS NOT NULL ORDER BY e.place DESC LIMIT 1", [.integer(author)])
      .first?.event.playbook
  }
}
