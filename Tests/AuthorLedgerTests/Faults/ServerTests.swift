import Foundation
import TestSupport
import Testing

@testable import AuthorLedger

/// A server of PostgreSQL that stops, crashes, and ends connections while several record.
@Suite(.serialized, .enabled(if: PostgreSQLServer.isInstalled, "PostgreSQL is not installed"))
struct ServerTests {
  /// Foundation waits for a process of another test until all ends of a socket are closed.
  @Test func `what lives on holds none of the tests' own files open`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let sleeper = try PostgreSQLServer.spawn(["/bin/sleep", "60"])
    defer {
      kill(sleeper, SIGKILL)
      waitpid(sleeper, nil, 0)
    }
    close(ends[1])
    var watched = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
    #expect(poll(&watched, 1, 0) == 1)
  }

  @Test func `a server that stops and crashes under load loses nothing and doubles nothing`() throws {
    var dice = SeededGenerator(seed: propertySeed("faults of PostgreSQL"))
    let server = try PostgreSQLServer()
    let address = LedgerAddress(try server.newDatabase())
    _ = try Ledger(at: address, isNew: true)
    let load = StrikeLoad(isLong ? 40_000 : 3_000)
    let faults = isLong ? 100 : 6
    let acknowledged = Acknowledged()
    // Threads of their own: whoever waits for a server must not keep the faults from happening.
    let writers = DispatchGroup()
    for part in 0..<3 {
      DispatchQueue.global().async(group: writers) {
        acknowledged.add(from: { take in try record(load, part, in: address, take) })
      }
    }
    for fault in 0..<faults {
      try acknowledged.wait(for: load.lines.count * (fault + 1) / (faults + 1))
      try happen(.random(in: 0..<3, using: &dice), to: server)
    }
    writers.wait()
    try load.check(try Ledger(at: address), acknowledged: Set(try acknowledged.wait(for: 0)), isWhole: true)
  }

  /// Every third comment, five in a transaction.
  private func record(
    _ load: StrikeLoad, _ part: Int, in address: LedgerAddress, _ take: ([[UInt8]]) -> Void
  ) throws {
    let recorder = try Recorder(in: Ledger(at: address), by: Sample.engine())
    let mine = load.lines.indices.filter { $0 % 3 == part }.map { load.lines[$0] }
    for start in stride(from: 0, to: mine.count, by: 5) {
      let some = mine[start..<min(start + 5, mine.count)].map(Submission.init)
      take(try recorder.record(some, at: minute(60)).compactMap { StrikeLoad.id(of: $0.decision) })
    }
  }

  private func happen(_ kind: Int, to server: PostgreSQLServer) throws {
    guard kind < 2 else {
      return try server.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'ledger%'")
    }
    try server.stop(kind == 0 ? "immediate" : "fast")
    try server.start()
  }

  @Test func `what is no address, no server or no ledger is said in a sentence`() throws {
    #expect(throws: LedgerProblem.self) { try Ledger(at: .server("postgres://%zz")) }
    let empty = LedgerAddress(try PostgreSQLServer.shared.get().newDatabase())
    let problem = #expect(throws: LedgerProblem.self) { try Ledger(at: empty) }
    #expect(problem?.description.contains("is no ledger") == true)
  }
}

/// What was acknowledged so far, seen by all threads, and what kept a writer from going on.
private final class Acknowledged: @unchecked Sendable {
  private let lock = NSLock()
  private var comments: [[UInt8]] = []
  private var problem: (any Error)?

  /// Runs a writer, and keeps what it hands over.
  func add(from writer: (_ take: ([[UInt8]]) -> Void) throws -> Void) {
    do {
      try writer { some in lock.withLock { self.comments += some } }
    } catch {
      lock.withLock { problem = error }
    }
  }

  /// Waits until there are so many.
  @discardableResult
  func wait(for count: Int) throws -> [[UInt8]] {
    while true {
      let (comments, problem): ([[UInt8]], (any Error)?) = lock.withLock { (self.comments, self.problem) }
      if let problem { throw problem }
      if comments.count >= count { return comments }
      Thread.sleep(forTimeInterval: 0.002)
    }
  }
}
