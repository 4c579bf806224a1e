import Foundation
import GRDB

/// A ledger in a file of SQLite: one writer at a time, readers beside it (WAL). A commit returns when the disk has it.
final class SQLiteStore: LedgerStore {
  private let queue: DatabaseQueue
  private let statements = SQLiteStatements()
  let name: String

  /// How long a writer waits for another one, in seconds.
  static let patience: TimeInterval = 60

  /// - Parameters:
  ///   - isNew: Whether the file is made where there is none.
  ///   - isLasting: Whether what is committed is there for good; of a file that is only scratch paper it need not be.
  init(path: String, isNew: Bool, isLasting: Bool = true) throws(LedgerProblem) {
    name = path
    guard isNew || FileManager.default.fileExists(atPath: path) else {
      throw LedgerProblem(.refused, "there is no ledger at \(path)")
    }
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    configuration.prepareDatabase { database in
      // FULL: a commit is on the disk when it returns, also after a loss of power. What is deleted is overwritten. Pages
      // are taken over from the log when there are 16 MiB of them, so that one which changes often is written once.
      try database.execute(
        sql: """
          PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
          PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 4096; PRAGMA cache_size = -65536
          """)
      if !isLasting { try database.execute(sql: "PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF") }
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw LedgerProblem(error, path)
    }
  }

  func write<Result>(_ body: (any LedgerSession) throws -> Result) throws(LedgerProblem) -> Result {
    try transaction(.immediate, body)
  }

  func read<Result>(_ body: (any LedgerSession) throws -> Result) throws(LedgerProblem) -> Result {
    try transaction(.deferred, body)
  }

  private func transaction<Result>(
    _ kind: Database.TransactionKind, _ body: (any LedgerSession) throws -> Result
  ) throws(LedgerProblem) -> Result {
    do {
      return try queue.writeWithoutTransaction { database in
        var result: Result?
        try database.inTransaction(kind) {
          result = try body(SQLiteSession(database, statements))
          return .commit
        }
        guard let result else { preconditionFailure("a transaction that was committed has a result") }
        return result
      }
    } catch {
      throw LedgerProblem(error, name)
    }
  }

  /// Everything is written anew, and the log before it is cut to nothing.
  func purge() throws(LedgerProblem) {
    do {
      try queue.writeWithoutTransaction { database in
        try Self.emptyLog(database)
        try database.execute(sql: "VACUUM")
        try Self.emptyLog(database)
      }
    } catch {
      throw LedgerProblem(error, name)
    }
  }

  private static func emptyLog(_ database: Database) throws {
    let row = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    if row?[0] != 0 {
      throw LedgerProblem(.passing, "another process reads the ledger, so that erased bytes still stand in its files")
    }
  }
}

/// A transaction of SQLite.
private final class SQLiteSession: LedgerSession {
  private let database: Database
  private let statements: SQLiteStatements

  init(_ database: Database, _ statements: SQLiteStatements) {
    self.database = database
    self.statements = statements
  }

  func execute(_ sql: String, _ values: [Cell]) throws { try forEachRow(sql, values) { _ in } }

  func forEachRow(_ sql: String, _ values: [Cell], _ body: (StoredRow) throws -> Void) throws {
    try statements.statement(sql, database).forEachRow(values, body)
  }

  func forEachRow(_ sql: String, ofEach values: [[Cell]], _ body: (Int, StoredRow) throws -> Void) throws {
    let statement = try statements.statement(sql, database)
    for (place, values) in values.enumerated() { try statement.forEachRow(values) { try body(place, $0) } }
  }

  func execute(_ write: RowWrite, _ rows: [[Cell]]) throws {
    let statement = try statements.statement(write.sql, database)
    for row in rows { try statement.forEachRow(row) { _ in } }
  }

  func forEachRowOfMany(_ sql: String, _ body: (StoredRow) throws -> Void) throws { try forEachRow(sql, [], body) }

  func hasTable(_ name: String) throws -> Bool { try database.tableExists(name) }

  func executeScript(_ sql: String) throws { try database.execute(sql: SchemaDialect.sqlite.spelled(sql)) }
}

extension LedgerProblem {
  /// What SQLite says, in words.
  fileprivate init(_ error: any Error, _ path: String) {
    if let problem = error as? LedgerProblem {
      self = problem
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.unusable, "\(path): \(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.passing, "another process has been writing to \(path) for \(Int(SQLiteStore.patience)) seconds")
    case .SQLITE_FULL: self.init(.disk, "the disk of \(path) is full: nothing of this was recorded")
    case .SQLITE_READONLY: self.init(.disk, "\(path) cannot be written")
    case .SQLITE_IOERR: self.init(.disk, "the disk of \(path) failed: nothing of this is sure to be recorded")
    case .SQLITE_CANTOPEN: self.init(.disk, "\(path) cannot be opened")
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self.init(.unusable, "\(path) is no ledger, or it is damaged")
    default: self.init(.unusable, "\(path): \(error.message ?? "SQLite says \(error.resultCode)")")
    }
  }
}
