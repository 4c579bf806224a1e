import DecisionEngine
import DecisionModel
import Foundation
import TestSupport
import Testing

@testable import AuthorLedger

/// Figures, not tests: run by `Benchmarks/ledger.sh`.
@Suite(.serialized, .enabled(if: wantsFigures, "figures are made by Benchmarks/ledger.sh"))
struct LedgerBenchmarks {
  private static let size =
    ProcessInfo.processInfo.environment["DECORUM_BENCH_EVENTS"].flatMap { Int($0) } ?? 10_000_000

  @Test(arguments: Backend.all)
  func `recorded decisions a second`(_ backend: Backend) throws {
    let test = try TestLedger(backend)
    let ledger = try test.open()
    let recorder = try Recorder(in: ledger, by: Sample.engine())
    var dice = SeededGenerator(seed: 7)
    let submissions = (0..<40_000).map { number in
      comment(
        ["idiot \(number)", "hello there \(number)", "my parcel is late \(number)", "Thanks"].randomElement(
          using: &dice) ?? "",
        id: "c\(number)", by: "author\(Int.random(in: 0..<5_000, using: &dice))")
    }
    let batch = 500
    let before = processorTime()
    let elapsed = try ContinuousClock().measure {
      for start in stride(from: 0, to: submissions.count, by: batch) {
        _ = try recorder.record(Array(submissions[start..<start + batch]), at: minute(start / batch))
      }
    }
    let rate = Double(submissions.count) / elapsed.seconds
    let work = (processorTime() - before) / Double(submissions.count) * 1e6
    print(
      "recorded on \(backend): \(Int(rate)) decisions a second, \(batch) a commit; \(Int(work)) µs of the processor each"
    )
    if case .server(let address) = test.address { try PgBench.run(on: address) }
  }

  @Test func `the query behind decorum author in a long log`() throws {
    let test = try TestLedger(.sqlite)
    let ledger = try test.open()
    let made = try LongLog.write(Self.size, to: ledger)
    print("made \(Self.size) events of \(made) authors")
    var dice = SeededGenerator(seed: 7)
    var times: [Double] = []
    for _ in 0..<20_000 {
      let name = Array("author\(Int.random(in: 1...made, using: &dice))".utf8)
      let elapsed = try ContinuousClock().measure {
        let file = try ledger.author(name, at: minute(60 * 24 * 10))
        #expect(file != nil)
      }
      times.append(elapsed.seconds * 1000)
    }
    times.sort()
    print(
      "author: p50 \(times[times.count / 2]) ms, p99 \(times[times.count * 99 / 100]) ms, worst \(times.last ?? 0) ms")
    let recorder = try Recorder(in: ledger, by: Sample.engine())
    let elapsed = try ContinuousClock().measure {
      for start in 0..<20 {
        _ = try recorder.record(
          (0..<500).map { comment("idiot \($0)", id: "new\(start)-\($0)", by: "author\($0 % 100)") },
          at: minute(60 * 24 * 11))
      }
    }
    print("recorded behind \(Self.size) events: \(Int(10_000 / elapsed.seconds)) decisions a second")
  }
}

private let wantsFigures = ProcessInfo.processInfo.environment["DECORUM_BENCH"] == "ledger"

/// Single inserts, each a transaction of its own, as a client makes them that knows nothing of groups.
private enum PgBench {
  static func run(on address: String) throws {
    let script = FileManager.default.temporaryDirectory.appending(path: "insert.sql")
    try Data("INSERT INTO singles (body) VALUES (repeat('x', 400)::bytea);".utf8).write(to: script)
    let tools = "cd /usr/lib/postgresql/*/bin"
    let line = """
      psql -q '\(address)' -c 'CREATE TABLE public.singles (number BIGSERIAL PRIMARY KEY, body BYTEA)' && \(tools) && \
      ./pgbench -n -f \(script.path) -c 1 -T 10 '\(address)' 2>/dev/null | grep -E 'tps|latency'
      """
    let process = try Process.run(URL(filePath: "/bin/sh"), arguments: ["-c", line])
    process.waitUntilExit()
  }
}

/// A log as long as one likes, written in bulk: chains are valid, strikes are those of the events.
private enum LongLog {
  /// - Returns: How many authors there are: a few of them have very much.
  static func write(_ count: Int, to ledger: Ledger) throws -> Int {
    let authors = max(10, count / 50)
    let engine = try Sample.engine()
    let program = try ledger.store.write {
      try StoredPlaybook(number: ledger.number(of: engine, $0), playbook: engine.playbook)
    }
    var heads = (0...authors).map { ChainHead(author: Int64($0)) }
    var totals = [Int64](repeating: 0, count: authors + 1)
    var number: Int64 = 0
    while number < Int64(count) {
      try ledger.store.write { session in
        for _ in 0..<min(50_000, (count - Int(number) + 1) / 2) {
          // Every tenth comment is by one of ten.
          let author = number % 20 == 0 ? Int(number / 20 % 10) + 1 : Int(number / 2 % Int64(authors)) + 1
          let at = minute(Int(number / 2000))
          var decided = DecidedComment(
            comment: LedgerKey(bytes: sha256(Array("\(number)".utf8))), posted: at, category: "abuse", stance: .enforce)
          decided.actions = ["hide", "monitor"]
          decided.clauses = ["category.abuse", "ladder.conduct.watch"]
          totals[author] += 1
          let strike = Strike(
            decision: number + 1, ladder: "conduct", weight: 1, at: at, strikes: Int(totals[author]), rung: "watch")
          for happening in [Happening.decided(decided), .strike(strike)] {
            number += 1
            try append(happening, number, at, program, &heads[author], session)
          }
          try session.execute(
            """
            INSERT INTO strikes (number, author, ladder, decision, weight, at, total, void)
            VALUES ($1, $2, $3, $4, 1, $5, $6, 0)
            """,
            [
              .integer(number), .integer(Int64(author)), .text("conduct"), .integer(number - 1), .instant(at),
              .integer(totals[author]),
            ])
        }
      }
    }
    try ledger.store.write { session in
      for head in heads where head.author > 0 {
        let key = ledger.keys.key(.author, Array("author\(head.author)".utf8))
        try session.execute(
          """
          INSERT INTO authors (number, identity, place, hash, at, kept_place, kept_hash) VALUES ($1, $2, $3, $4, $5, 0, $6)
          """,
          [
            .integer(head.author), Cell(key), .integer(head.place), .bytes(head.hash), .instant(head.at),
            .bytes(Chain.beginning),
          ])
        try session.execute(
          "INSERT INTO ladders (author, ladder, rung) VALUES ($1, $2, $3)",
          [.integer(head.author), .text("conduct"), .text("watch")])
      }
    }
    return authors
  }

  private static func append(
    _ happening: Happening, _ number: Int64, _ at: Instant, _ program: StoredPlaybook, _ head: inout ChainHead,
    _ session: any LedgerSession
  ) throws {
    head.place += 1
    head.at = at
    let event = LedgerEvent(
      number: number, author: head.author, place: head.place, at: at, actor: "decorum", playbook: program.playbook,
      happening: happening)
    head.hash = Chain.hash(after: head.hash, event, nil)
    try session.execute(
      """
      INSERT INTO events (number, author, place, at, actor, program, happening, commitment, hash)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      [
        .integer(number), .integer(head.author), .integer(head.place), .instant(at), .text("decorum"),
        .integer(program.number), .bytes(happening.json), .null, .bytes(head.hash),
      ])
  }
}

/// What this process has used of the processor, in seconds.
private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
