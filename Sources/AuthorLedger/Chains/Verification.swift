import DecisionEngine
import DecisionModel
import Foundation

/// What a ledger was found to be when all of it was looked at.
public struct LedgerVerification: Sendable {
  public internal(set) var events = 0
  public internal(set) var authors = 0
  /// How many events still have what is personal of them, and hold to what they are committed to.
  public internal(set) var sealed = 0
  /// What is wrong, in sentences; the first of it, where there is much.
  public internal(set) var problems: [String] = []
  /// How much is wrong.
  public internal(set) var countOfProblems = 0
  /// What stands for the whole log: whoever notes it can tell later whether the log up to then was changed.
  public internal(set) var seal = ""

  public var isSound: Bool { countOfProblems == 0 }

  static let mostProblems = 100

  mutating func add(_ problem: String) {
    countOfProblems += 1
    if problems.count < Self.mostProblems { problems.append(problem) }
  }
}

extension Ledger {
  /// Looks at everything: each chain is walked, each commitment held against what it stands for, and the tables that
  /// follow from the log are made anew and compared.
  ///
  /// - Parameter note: Is told now and then how many events were looked at.
  public func verify(note: (Int) -> Void = { _ in }) throws(LedgerProblem) -> LedgerVerification {
    let folder = FileManager.default.temporaryDirectory.appending(path: "decorum-verify-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw LedgerProblem(.disk, "there is no room to make the tables anew: \(error.localizedDescription)")
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let beside = try SQLiteStore(path: folder.appending(path: "anew.sqlite").path, isNew: true, isLasting: false)
    return try store.read { session in
      try beside.write { anew in
        try anew.executeScript(Schema.steps.joined(separator: ";"))
        var walk = try ChainWalk(session, anew, self)
        try walk.walk(note)
        try walk.compareTables()
        return walk.found
      }
    }
  }
}

/// The walk over the whole log.
private struct ChainWalk {
  let session: any LedgerSession
  let anew: GatheringSession
  let tables: DerivedTables
  /// Whether older events were dropped, so that numbers have gaps.
  let hasGaps: Bool
  var heads: [Int64: ChainHead] = [:]
  var last: Int64 = 0
  var found = LedgerVerification()

  init(_ session: any LedgerSession, _ anew: any LedgerSession, _ ledger: Ledger) throws {
    let anew = GatheringSession(anew)
    self.session = session
    self.anew = anew
    tables = DerivedTables(anew, log: session) { try ledger.program(digest: $0.digest, session)?.engine.program }
    hasGaps = try session.row("SELECT 1 FROM authors WHERE kept_place > 0 LIMIT 1") != nil
  }

  mutating func walk(_ note: (Int) -> Void) throws {
    try session.forEachEvent { stored in
      try look(at: stored)
      if found.events % 10_000 == 0 { note(found.events) }
    }
    try session.forEachRowOfMany("SELECT number, place, hash FROM authors ORDER BY number") { row in
      let author = try row.integer(0)
      found.authors += author == 0 ? 0 : 1
      let head = try heads[author] ?? ChainHead(kept: author, session)
      let (place, hash) = (try row.integer(1), try row.bytes(2))
      if head.place != place || head.hash != hash {
        found.add("the chain of author \(author) ends at \(head.place), and should at \(place)")
      }
    }
    found.seal = seal
  }

  /// The hashes with which the chains end, in the order of the authors, under one.
  private var seal: String {
    let hashes = heads.sorted { $0.key < $1.key }.flatMap { $0.value.hash }
    return "sha256:" + hexadecimal(sha256(hashes))
  }

  private mutating func look(at stored: StoredEvent) throws {
    let event = stored.event
    found.events += 1
    if event.number != last + 1, !hasGaps {
      found.add("between the events \(last) and \(event.number) some are missing")
    }
    last = event.number
    var head = try heads[event.author] ?? ChainHead(kept: event.author, session)
    if event.place != head.place + 1 {
      found.add("event \(event.number) is the \(event.place). of author \(event.author), after the \(head.place).")
    }
    if event.at < head.at { found.add("event \(event.number) is before the one that precedes it in its chain") }
    if Chain.hash(after: head.hash, event, stored.commitment) != stored.hash {
      found.add("event \(event.number) was changed, or what stands before it in its chain")
    }
    (head.place, head.hash, head.at) = (event.place, stored.hash, event.at)
    heads[event.author] = head
    let texts = try lookAtSealed(of: stored)
    do {
      try tables.add(event, texts)
      try anew.settle()
    } catch let problem where !(problem is LedgerProblem) {
      found.add("event \(event.number) cannot have happened after those before it")
    }
  }

  private mutating func lookAtSealed(of stored: StoredEvent) throws -> TextKeys? {
    let row = try session.row(
      "SELECT salt, given, decision, note, written, text FROM sealed WHERE number = $1",
      [.integer(stored.event.number)])
    guard let row else { return nil }
    let sealed = SealedPart(
      given: try row.optional(1, row.bytes), decision: try row.optional(2, row.bytes),
      note: try row.optional(3, row.bytes), salt: try row.bytes(0))
    if sealed.given != nil || sealed.note != nil {
      if sealed.commitment == stored.commitment {
        found.sealed += 1
      } else {
        found.add("what is sealed of event \(stored.event.number) was changed")
      }
    }
    let normal = try row.optional(5, row.bytes)
    return try row.optional(4, row.bytes).map { TextKeys(written: $0, normal: normal) }
  }

  /// Holds every table that follows from the log against the one made anew.
  mutating func compareTables() throws {
    for table in Schema.derived {
      let query = "SELECT \(table.columns) FROM \(table.name) ORDER BY \(table.order)"
      let (kept, made) = (try digest(of: query, session), try digest(of: query, anew))
      if kept != made { found.add("the table \(table.name) does not follow from the log") }
    }
  }

  private func digest(of query: String, _ session: any LedgerSession) throws -> RowDigest {
    var digest = RowDigest()
    try session.forEachRowOfMany(query) { digest.add($0) }
    return digest
  }
}

extension ChainHead {
  /// What stands before the first event of a chain that is still there.
  init(kept author: Int64, _ session: any LedgerSession) throws {
    self.init(author: author)
    let row = try session.row("SELECT kept_place, kept_hash FROM authors WHERE number = $1", [.integer(author)])
    guard let row else { return }
    place = try row.integer(0)
    hash = try row.bytes(1)
  }
}
