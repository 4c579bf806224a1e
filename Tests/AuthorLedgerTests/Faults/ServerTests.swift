import Foundation
import TestSupport
import Testing

@testable import AuthorLedger

/// A server of PostgreSQL that stops, crashes, and ends connections while several record.
@Suite(.serialized, .enabled(if: PostgreSQLServer.isInstalled, "PostgreSQL is not installed"))
struct ServerTests {
  @Test func `a server that stops and crashes under load loses nothing and doubles nothing`() async throws {
    var dice = SeededGenerator(seed: propertySeed("faults of PostgreSQL"))
    let server = try PostgreSQLServer()
    let address = LedgerAddress(try server.newDatabase())
    _ = try Ledger(at: address, isNew: true)
    let load = StrikeLoad(isLong ? 40_000 : 3_000)
    let faults = isLong ? 100 : 6
    let acknowledged = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      let end = Flag()
      for part in 0..<3 {
        group.addTask {
          let recorder = try Recorder(in: Ledger(at: address), by: Sample.engine())
          var acknowledged: [[UInt8]] = []
          let mine = load.lines.indices.filter { $0 % 3 == part }.map { load.lines[$0] }
          for start in stride(from: 0, to: mine.count, by: 5) {
            let some = mine[start..<min(start + 5, mine.count)].map(Submission.init)
            acknowledged += try recorder.record(some, at: minute(60)).compactMap { StrikeLoad.id(of: $0.decision) }
          }
          end.raise()
          return acknowledged
        }
      }
      let kinds = (0..<faults).map { _ in Int.random(in: 0..<3, using: &dice) }
      var met = 0
      for kind in kinds where !end.isRaised {
        try await Task.sleep(for: .milliseconds(200))
        met += 1
        switch kind {
        case 0: try server.stop("immediate")
        case 1: try server.stop("fast")
        default:
          try server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'ledger%'")
          continue
        }
        try server.start()
      }
      print("faults of PostgreSQL: \(met) while some were recording")
      #expect(met > faults / 2, "all was recorded before most of the faults")
      return try await group.reduce(into: []) { $0 += $1 }
    }
    try load.check(try Ledger(at: address), acknowledged: Set(acknowledged), isWhole: true)
  }

  @Test func `what is no address, no server or no ledger is said in a sentence`() throws {
    #expect(throws: LedgerProblem.self) { try Ledger(at: .server("postgres://%zz")) }
    let empty = LedgerAddress(try PostgreSQLServer.shared.get().newDatabase())
    let problem = #expect(throws: LedgerProblem.self) { try Ledger(at: empty) }
    #expect(problem?.description.contains("is no ledger") == true)
  }
}

/// Something that has happened, seen by all tasks.
private final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var raised = false

  var isRaised: Bool { lock.withLock { raised } }
  func raise() { lock.withLock { raised = true } }
}
