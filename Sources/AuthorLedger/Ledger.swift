import DecisionEngine
import DecisionModel
import Synchronization

/// The memory of authors and cases: an append-only log in a database, and what follows from it.
///
/// Any number of threads and processes may have one ledger open. What is recorded takes turns; what is acknowledged is
/// on the disk.
public final class Ledger: Sendable {
  let store: any LedgerStore
  let keys: LedgerKeys
  let programs = ProgramShelf()

  /// Opens a ledger. One of an earlier release is brought to the form of this one; one of a later release is refused.
  ///
  /// - Parameter isNew: Whether it is made where there is none.
  /// - Throws: `LedgerProblem`, with a sentence.
  public convenience init(at address: LedgerAddress, isNew: Bool = false) throws(LedgerProblem) {
    switch address {
    case .file(let path): try self.init(in: SQLiteStore(path: path, isNew: isNew), isNew: isNew)
    case .server(let address): try self.init(in: PostgreSQLStore(address), isNew: isNew)
    }
  }

  init(in store: any LedgerStore, isNew: Bool) throws(LedgerProblem) {
    self.store = store
    let secret = try Self.prepare(store, isNew: isNew)
    keys = LedgerKeys(secret: secret)
    try finishPurge()
  }

  /// What people call it: the file, or the server and the database.
  public var name: String { store.name }

  // MARK: Its form

  /// - Returns: The secret of the ledger.
  private static func prepare(_ store: any LedgerStore, isNew: Bool) throws(LedgerProblem) -> [UInt8] {
    let found = try store.read { session in
      try session.hasTable("meta") ? (try version(session), try session.meta("secret")) : nil
    }
    if let found, found.0 == Schema.version, let secret = found.1 { return secret }
    if let found, found.0 > Schema.version {
      throw LedgerProblem(
        .unusable, "\(store.name) is a ledger of a later release, of form \(found.0); this one knows \(Schema.version)")
    }
    if found == nil && !isNew { throw LedgerProblem(.refused, "\(store.name) is no ledger") }
    return try store.write { session in try migrate(session) }
  }

  private static func version(_ session: any LedgerSession) throws -> Int64 {
    guard let bytes = try session.meta("version"), let version = Int64(String(decoding: bytes, as: UTF8.self)) else {
      throw LedgerProblem.damaged("it does not say of which form it is")
    }
    return version
  }

  /// Another process may have done it meanwhile.
  private static func migrate(_ session: any LedgerSession) throws -> [UInt8] {
    let before = try session.hasTable("meta") ? try version(session) : 0
    for step in Schema.steps.dropFirst(Int(before)) { try session.executeScript(step) }
    try session.setMeta("version", Array(String(Schema.version).utf8))
    if let secret = try session.meta("secret") { return secret }
    let secret = randomBytes(32)
    try session.setMeta("secret", secret)
    return secret
  }
}

extension LedgerSession {
  func meta(_ name: String) throws -> [UInt8]? {
    try row("SELECT value FROM meta WHERE name = $1", [.text(name)])?.bytes(0)
  }

  func setMeta(_ name: String, _ value: [UInt8]) throws {
    try execute(
      "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [.text(name), .bytes(value)])
  }

  func dropMeta(_ name: String) throws { try execute("DELETE FROM meta WHERE name = $1", [.text(name)]) }
}

/// The programs that were looked up, by their digest.
final class ProgramShelf: Sendable {
  private let programs = Mutex<[String: StoredProgram]>([:])

  subscript(digest: String) -> StoredProgram? {
    get { programs.withLock { $0[digest] } }
    set { programs.withLock { $0[digest] = newValue } }
  }
}

/// A program as the ledger keeps it, so that every decision can be made again.
struct StoredProgram: Sendable {
  let number: Int64
  let engine: Engine

  var playbook: PlaybookVersion { engine.playbook }
}
