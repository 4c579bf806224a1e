import DecisionEngine
import DecisionModel

/// The end of an author's chain.
struct ChainHead: Hashable, Sendable {
  let author: Int64
  var place: Int64 = 0
  var hash = Chain.beginning
  /// The instant of the latest event.
  var at = Instant.earliest
}

/// The keys of a comment's text: as it was written, and in its normal form; nil where that was dropped.
struct TextKeys: Hashable, Sendable {
  let written: [UInt8]
  let normal: [UInt8]?
}

/// Appends to the log in one transaction, and keeps the tables beside it.
final class Journal {
  let ledger: Ledger
  let session: any LedgerSession
  private(set) var nextNumber: Int64
  private let tables: DerivedTables
  private var heads: [Int64: ChainHead] = [:]
  private var unsaved: Set<Int64> = []
  private var authors: [LedgerKey: Int64] = [:]
  private var greatestAuthor: Int64?

  init(_ ledger: Ledger, _ session: any LedgerSession) throws {
    self.ledger = ledger
    self.session = session
    nextNumber = 1 + (try session.row("SELECT number FROM events ORDER BY number DESC LIMIT 1")?.integer(0) ?? 0)
    tables = DerivedTables(session, log: session) { try ledger.program(digest: $0.digest, session)?.engine.program }
  }

  /// Appends an event to the chain of an author. Its instant is never before that of the chain's latest.
  ///
  /// - Parameter keepsSealed: Whether more than the commitment and the salt is kept of what is sealed.
  @discardableResult
  func append(
    to author: Int64, at now: Instant, by actor: String = "decorum", program: StoredPlaybook? = nil,
    _ happening: Happening, sealed: SealedPart? = nil, texts: TextKeys? = nil, keepsSealed: Bool = true
  ) throws -> LedgerEvent {
    var head = try head(of: author)
    head.place += 1
    head.at = max(head.at, now)
    let event = LedgerEvent(
      number: nextNumber, author: author, place: head.place, at: head.at, actor: actor, playbook: program?.playbook,
      happening: happening)
    let commitment = sealed?.commitment
    head.hash = Chain.hash(after: head.hash, event, commitment)
    try insert(event, program?.number, commitment, head.hash)
    if let sealed { try insert(keepsSealed ? sealed : SealedPart(salt: sealed.salt), texts) }
    nextNumber += 1
    heads[author] = head
    unsaved.insert(author)
    try tables.add(event, texts)
    return event
  }

  private func insert(_ event: LedgerEvent, _ program: Int64?, _ commitment: [UInt8]?, _ hash: [UInt8]) throws {
    try session.execute(
      """
      INSERT INTO events (number, author, place, at, actor, program, happening, commitment, hash)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      [
        .integer(event.number), .integer(event.author), .integer(event.place), .instant(event.at), .text(event.actor),
        Cell(program), .bytes(event.happening.json), Cell(commitment), .bytes(hash),
      ])
  }

  private func insert(_ sealed: SealedPart, _ texts: TextKeys?) throws {
    try session.execute(
      """
      INSERT INTO sealed (number, salt, given, decision, note, written, text) VALUES ($1, $2, $3, $4, $5, $6, $7)
      """,
      [
        .integer(nextNumber), .bytes(sealed.salt), Cell(sealed.given), Cell(sealed.decision), Cell(sealed.note),
        Cell(texts?.written), Cell(texts?.normal),
      ])
  }

  // MARK: Authors

  /// The number of an author, who is known from now on.
  func author(_ identity: LedgerKey) throws -> Int64 {
    if let known = try knownAuthor(identity) { return known }
    let greatest =
      try greatestAuthor ?? session.row("SELECT number FROM authors ORDER BY number DESC LIMIT 1")?.integer(0)
    let number = (greatest ?? 0) + 1
    try insertAuthor(number, identity)
    authors[identity] = number
    return number
  }

  /// The number of an author of whom something is known.
  func knownAuthor(_ identity: LedgerKey) throws -> Int64? {
    if let number = authors[identity] { return number }
    let row = try session.row("SELECT number, place, hash, at FROM authors WHERE identity = $1", [Cell(identity)])
    guard let row else { return nil }
    let number = try row.integer(0)
    authors[identity] = number
    if heads[number] == nil {
      heads[number] = ChainHead(
        author: number, place: try row.integer(1), hash: try row.bytes(2), at: try row.instant(3))
    }
    return number
  }

  private func insertAuthor(_ number: Int64, _ identity: LedgerKey) throws {
    try session.execute(
      """
      INSERT INTO authors (number, identity, place, hash, at, kept_place, kept_hash) VALUES ($1, $2, 0, $3, $4, 0, $3)
      """, [.integer(number), Cell(identity), .bytes(Chain.beginning), .instant(.earliest)])
    if number > 0 { greatestAuthor = number }
    heads[number] = ChainHead(author: number)
  }

  func head(of author: Int64) throws -> ChainHead {
    if let head = heads[author] { return head }
    let row = try session.row("SELECT place, hash, at FROM authors WHERE number = $1", [.integer(author)])
    guard let row else {
      // The ledger's own chain begins with its first event.
      precondition(author == 0, "an author has a number before there are events")
      try insertAuthor(0, LedgerKey(bytes: []))
      return ChainHead(author: 0)
    }
    let head = ChainHead(author: author, place: try row.integer(0), hash: try row.bytes(1), at: try row.instant(2))
    heads[author] = head
    return head
  }

  /// Saves where the chains end. Nothing is appended afterwards.
  func finish() throws {
    for author in unsaved.sorted() {
      guard let head = heads[author] else { continue }
      try session.execute(
        "UPDATE authors SET place = $2, hash = $3, at = $4 WHERE number = $1",
        [.integer(author), .integer(head.place), .bytes(head.hash), .instant(head.at)])
    }
    unsaved = []
  }
}

/// A playbook under which something happens, and the number of its program in the ledger.
struct StoredPlaybook: Hashable, Sendable {
  let number: Int64
  let playbook: PlaybookVersion
}

extension Ledger {
  /// Appends to the log: all of it happens, or nothing.
  func append<Result>(_ body: (Journal) throws -> Result) throws(LedgerProblem) -> Result {
    try store.write { session in
      let journal = try Journal(self, session)
      let result = try body(journal)
      try journal.finish()
      return result
    }
  }
}
