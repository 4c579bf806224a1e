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
  let session: GatheringSession
  let tables: DerivedTables
  private(set) var nextNumber: Int64
  private var heads: [Int64: ChainHead] = [:]
  private var unsaved: Set<Int64> = []
  private var authors: [LedgerKey: Int64] = [:]
  /// The identities of which it is known that nobody has them.
  private var strangers: Set<LedgerKey> = []
  private var greatestAuthor: Int64?

  init(_ ledger: Ledger, _ session: any LedgerSession) throws {
    let session = GatheringSession(session)
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
    let (commitment, did) = (sealed?.commitment, happening.json)
    head.hash = Chain.hash(after: head.hash, event.json(did: did), commitment)
    insert(event, did, program?.number, commitment, head.hash)
    if let sealed { insert(keepsSealed ? sealed : SealedPart(salt: sealed.salt), texts) }
    nextNumber += 1
    heads[author] = head
    unsaved.insert(author)
    try tables.add(event, texts)
    return event
  }

  private func insert(
    _ event: LedgerEvent, _ happening: [UInt8], _ program: Int64?, _ commitment: [UInt8]?, _ hash: [UInt8]
  ) {
    session.gather(
      [
        .integer(event.number), .integer(event.author), .integer(event.place), .instant(event.at), .text(event.actor),
        Cell(program), .bytes(happening), Cell(commitment), .bytes(hash),
      ], .events)
  }

  private func insert(_ sealed: SealedPart, _ texts: TextKeys?) {
    session.gather(
      [
        .integer(nextNumber), .bytes(sealed.salt), Cell(sealed.given), Cell(sealed.decision), Cell(sealed.note),
        Cell(texts?.written), Cell(texts?.normal),
      ], .sealed)
  }

  // MARK: Authors

  /// The number of an author, who is known from now on.
  func author(_ identity: LedgerKey) throws -> Int64 {
    if let known = try knownAuthor(identity) { return known }
    let greatest =
      try greatestAuthor ?? session.row("SELECT number FROM authors ORDER BY number DESC LIMIT 1")?.integer(0)
    let number = (greatest ?? 0) + 1
    insertAuthor(number, identity)
    authors[identity] = number
    return number
  }

  /// The number of an author of whom something is known.
  func knownAuthor(_ identity: LedgerKey) throws -> Int64? {
    if authors[identity] == nil { try know(authors: [identity]) }
    return authors[identity]
  }

  /// Reads at once what is known of authors.
  func know(authors identities: some Sequence<LedgerKey>) throws {
    let unknown = identities.filter { authors[$0] == nil && strangers.insert($0).inserted }
    try session.forEachRow(
      "SELECT number, place, hash, at FROM authors WHERE identity = $1 LIMIT 1", ofEach: unknown.map { [Cell($0)] }
    ) { place, row in
      let number = try row.integer(0)
      authors[unknown[place]] = number
      if heads[number] == nil {
        heads[number] = ChainHead(
          author: number, place: try row.integer(1), hash: try row.bytes(2), at: try row.instant(3))
      }
    }
  }

  private func insertAuthor(_ number: Int64, _ identity: LedgerKey) {
    let head = ChainHead(author: number)
    session.gather(
      [
        .integer(number), Cell(identity), .integer(head.place), .bytes(head.hash), .instant(head.at), .integer(0),
        .bytes(head.hash),
      ], .authors)
    if number > 0 { greatestAuthor = number }
    heads[number] = head
  }

  func head(of author: Int64) throws -> ChainHead {
    if let head = heads[author] { return head }
    let row = try session.row("SELECT place, hash, at FROM authors WHERE number = $1", [.integer(author)])
    guard let row else {
      // The ledger's own chain begins with its first event.
      precondition(author == 0, "an author has a number before there are events")
      insertAuthor(0, LedgerKey(bytes: []))
      return ChainHead(author: 0)
    }
    let head = ChainHead(author: author, place: try row.integer(0), hash: try row.bytes(1), at: try row.instant(2))
    heads[author] = head
    return head
  }

  /// Writes all that was gathered, and where the chains end. Nothing is appended afterwards.
  func finish() throws {
    for author in unsaved.sorted() {
      guard let head = heads[author] else { continue }
      session.gather(
        [.integer(author), .integer(head.place), .bytes(head.hash), .instant(head.at)], .heads)
    }
    unsaved = []
    try session.settle()
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
