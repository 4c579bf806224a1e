import Foundation
import TestSupport
import Testing

@testable import AuthorLedger

/// A writer that is ended at any moment, without warning (kill -9).
@Suite(.serialized) struct KillTests {
  @Test func `killed at random moments, nothing acknowledged is lost and nothing is doubled`() throws {
    var dice = SeededGenerator(seed: propertySeed("kill -9 of writers"))
    let test = try TestLedger(.sqlite)
    let program = try sampleProgram(in: test.folder)
    let kills = isLong ? 10_000 : 500
    var load = StrikeLoad(kills * 4)
    var (acknowledged, hits) = (Set<[UInt8]>(), 0)
    // Moments of all the time that a writer takes, and of the time after its first acknowledgement, since on some machines
    // most of the time goes by before that. The first one is left alone.
    let whole = try ContinuousClock().measure {
      let writer = try Writer(program: program, ledger: "\(test.address)", at: "2026-12-01T10:00:00Z")
      writer.feed(Array(load.lines.prefix(60)), [])
      acknowledged.formUnion(writer.finish().0.compactMap(StrikeLoad.id))
    }
    let longest = UInt32(clamping: Int64(whole / .microseconds(1)))
    for kill in 0..<kills {
      let writer = try Writer(program: program, ledger: "\(test.address)", at: "2026-12-01T10:00:00Z")
      let rest = load.lines(without: acknowledged)
      // Some that were acknowledged are handed in once more.
      let again = (0..<3).compactMap { _ in load.lines.randomElement(using: &dice) }
      writer.feed(again + rest.prefix(60), (0..<40).map { _ in Int.random(in: 1...6, using: &dice) })
      let isWriting = Bool.random(using: &dice)
      if isWriting { writer.waitForAcknowledgement() }
      usleep(UInt32.random(in: 0...(isWriting ? longest / 32 : longest), using: &dice))
      writer.kill()
      let (lines, status) = writer.finish()
      hits += !lines.isEmpty && status == SIGKILL ? 1 : 0
      acknowledged.formUnion(lines.compactMap(StrikeLoad.id))
      if kill % 250 == 249 { try load.check(try test.open(), acknowledged: acknowledged, isWhole: false) }
      if rest.count < 100 { load = load.longer() }
    }
    #expect(hits > kills / 10, "many writers were killed while they recorded")
    let last = try Writer(program: program, ledger: "\(test.address)", at: "2026-12-01T10:00:00Z")
    last.feed(load.lines, [])
    let (lines, status) = last.finish()
    #expect(status == 0 && lines.count == load.lines.count)
    try load.check(try test.open(), acknowledged: Set(lines.compactMap(StrikeLoad.id)), isWhole: true)
  }

  @Test(arguments: Backend.all)
  func `two processes that hand in the same at the same instant get the same, and one strike each`(
    _ backend: Backend
  ) throws {
    let test = try TestLedger(backend)
    let program = try sampleProgram(in: test.folder)
    let load = StrikeLoad(isLong ? 5_000 : 400, authors: 1)
    let writers = try (0..<2).map { _ in
      try Writer(program: program, ledger: "\(test.address)", at: "2026-12-01T10:00:00Z")
    }
    for writer in writers { writer.feed(load.lines, Array(repeating: 7, count: 1000)) }
    let outcomes = writers.map { $0.finish() }
    #expect(outcomes.allSatisfy { $0.status == 0 && $0.acknowledged.count == load.lines.count })
    #expect(outcomes[0].acknowledged == outcomes[1].acknowledged)
    try load.check(try test.open(), acknowledged: [], isWhole: true)
  }

  @Test(arguments: Backend.all)
  func `two processes with eight tasks strike one author, and every count is reached once`(_ backend: Backend)
    async throws
  {
    let test = try TestLedger(backend)
    let (tasks, each) = (8, isLong ? 5_000 : 100)
    let program = try sampleProgram(in: test.folder)
    let others = try (0..<2).map { _ in
      try Writer(program: program, ledger: "\(test.address)", at: "2026-12-01T10:00:00Z")
    }
    for (place, writer) in others.enumerated() {
      writer.feed(StrikeLoad(each, authors: 1, named: "p\(place)-").lines, Array(repeating: 3, count: each))
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<tasks {
        group.addTask {
          let recorder = try Recorder(in: test.open(), by: Sample.engine())
          for number in 0..<each {
            _ = try recorder.record([comment("idiot", id: "\(task)-\(number)", by: "author0")], at: minute(60))
          }
        }
      }
      try await group.waitForAll()
    }
    for writer in others { #expect(writer.finish().status == 0) }
    let ledger = try test.open()
    var counts: [Int] = []
    try ledger.forEachEvent(from: nil, to: nil) { event in
      if case .strike(let strike) = event.happening { counts.append(strike.strikes) }
    }
    #expect(counts == Array(1...(tasks + 2) * each))
    #expect(try ledger.verify().isSound)
  }
}
