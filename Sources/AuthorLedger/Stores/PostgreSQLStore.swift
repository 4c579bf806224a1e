import CPostgreSQL
import Foundation
import Synchronization

/// A ledger in a database of PostgreSQL, for several machines: in the schema `decorum`.
///
/// Whoever records takes a lock first, so that recordings take turns over all machines, and the log has no gaps. Where a
/// connection is lost, or the server wants it, the transaction is done again.
final class PostgreSQLStore: LedgerStore {
  let name: String
  private let address: String
  private let connection = Mutex<PostgreSQLConnection?>(nil)

  /// How long it is tried to reach a server that is not there, in seconds.
  static let patience: TimeInterval = 60

  init(_ address: String) throws(LedgerProblem) {
    self.address = address
    name = try PostgreSQLConnection.publicName(of: address)
  }

  func write<Result>(_ body: (any LedgerSession) throws -> Result) throws(LedgerProblem) -> Result {
    try transaction("BEGIN ISOLATION LEVEL READ COMMITTED") { session in
      try session.takeTurn()
      return try body(session)
    }
  }

  func read<Result>(_ body: (any LedgerSession) throws -> Result) throws(LedgerProblem) -> Result {
    try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
  }

  /// Writes the tables anew that hold what is erased. What a server keeps of its log is its administrator's.
  func purge() throws(LedgerProblem) {
    try again { connection in
      for table in ["sealed", "comments", "thread_texts", "authors"] {
        try connection.executeScript("VACUUM FULL \(table)")
      }
    }
  }

  // MARK: Trying again

  private func transaction<Result>(
    _ beginning: String, _ body: (PostgreSQLConnection) throws -> Result
  ) throws(LedgerProblem) -> Result {
    try again { connection in
      try connection.executeScript(beginning)
      do {
        let result = try body(connection)
        try connection.commit()
        return result
      } catch {
        connection.rollBack()
        throw error
      }
    }
  }

  private func again<Result>(
    _ body: (PostgreSQLConnection) throws -> Result
  ) throws(LedgerProblem) -> Result {
    let end = Date().addingTimeInterval(Self.patience)
    var pause = 0.01
    while true {
      do {
        return try connection.withLock { held throws -> SendableBox<Result> in
          let connection = try held ?? PostgreSQLConnection(address, name)
          held = connection
          do {
            return SendableBox(try body(connection))
          } catch {
            if !connection.isUsable { held = nil }
            throw error
          }
        }.value
      } catch {
        let problem = LedgerProblem(error, name)
        guard problem.kind == .passing, Date() < end else { throw problem }
      }
      // Several that failed together do not come back together.
      Thread.sleep(forTimeInterval: pause * Double.random(in: 0.5...1.5))
      pause = min(pause * 2, 0.5)
    }
  }
}

/// What a transaction gave leaves the lock with the thread that held it.
private struct SendableBox<Value>: @unchecked Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}

extension LedgerProblem {
  fileprivate init(_ error: any Error, _ name: String) {
    self = error as? LedgerProblem ?? LedgerProblem(.unusable, "\(name): \(error)")
  }
}
