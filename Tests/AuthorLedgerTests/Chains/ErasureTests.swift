import DecisionModel
import Foundation
import PlaybookPipeline
import TestSupport
import Testing

@testable import AuthorLedger

/// What is erased is gone, from the bytes of the files too, and the chain stays valid.
@Suite struct ErasureTests {
  @Test(arguments: Backend.all)
  func `erasing an author takes their texts from every byte, and keeps strikes and chain`(_ backend: Backend) throws {
    let test = try TestLedger(backend)
    let ledger = try test.open()
    let recorder = try Recorder(in: ledger, by: Sample.engine())
    let canaries = isLong ? 10_000 : 1_000
    for start in stride(from: 0, to: canaries, by: 250) {
      _ = try recorder.record(
        (start..<start + 250).map { comment("idiot CANARY-\($0)-YRANAC", id: "\($0)", by: "CANARYname") },
        at: minute(0))
    }
    _ = try recorder.record([comment("idiot KEPT", by: "bob")], at: minute(1))
    let name = Array("CANARYname".utf8)
    try ledger.appeal(against: 1, PersonalAct(by: "Ana", at: minute(2), note: "CANARY of the reason"))
    if backend == .sqlite { #expect(try countOfCanaries(in: test.folder) > canaries) }
    try ledger.erase(name, PersonalAct(by: "Ana", at: minute(3)))

    if backend == .sqlite { #expect(try countOfCanaries(in: test.folder) == 0) }
    try ledger.export { #expect(!String(decoding: $0, as: UTF8.self).contains("CANARY")) }
    let found = try ledger.verify()
    #expect(found.isSound, "\(found.problems)")
    #expect(found.sealed == 1, "what bob wrote is still there")
    #expect(try ledger.author(name, at: minute(4))?.standings.first?.strikes == canaries)
    #expect(try recorder.record([comment("idiot", by: "CANARYname")], at: minute(5)).first?.strikes == canaries + 1)
    // A comment that was erased and is handed in once more brings no second strike.
    let again = try #require(
      try recorder.record([comment("idiot CANARY-7-YRANAC", id: "7", by: "CANARYname")], at: minute(6)).first)
    #expect(again.isRepeat)
    #expect(again.strikes == 8)
  }

  @Test(arguments: Backend.all)
  func `erased with their standing, an author is a new one when they write again`(_ backend: Backend) throws {
    let test = try TestLedger(backend)
    let ledger = try test.open()
    try fill(ledger)
    let ann = Array("ann".utf8)
    try ledger.erase(ann, withStanding: true, PersonalAct(by: "Ana", at: minute(700)))
    #expect(try ledger.author(ann, at: minute(701)) == nil)
    let found = try ledger.verify()
    #expect(found.isSound, "\(found.problems)")
    let recorder = try Recorder(in: ledger, by: Sample.engine())
    #expect(try recorder.record([comment("idiot", by: "ann")], at: minute(702)).first?.strikes == 1)
  }

  @Test func `an erasure that was ended before the files were clean is finished by the next who opens the ledger`()
    throws
  {
    let test = try TestLedger(.sqlite)
    do {
      let ledger = try test.open()
      let recorder = try Recorder(in: ledger, by: Sample.engine())
      _ = try recorder.record([comment("idiot CANARY", by: "ann")], at: minute(0))
      try ledger.store.write { session in
        try session.execute("DELETE FROM sealed", [])
        try Ledger.owePurge(session)
      }
    }
    _ = try test.open()
    #expect(try countOfCanaries(in: test.folder) == 0)
  }

  @Test(arguments: Backend.all)
  func `texts and events expire as the playbook says, and what still counts is kept`(_ backend: Backend) throws {
    let test = try TestLedger(backend)
    let ledger = try test.open()
    try fill(ledger)
    var program = try Sample.compiled.get().program
    program.retention = RetentionRule(texts: Length(30, .days), events: Length(60, .days))
    let day = 60 * 24

    let texts = try ledger.expire(by: program, PersonalAct(by: "Ana", at: minute(day * 40)))
    #expect(texts.texts > 20 && texts.events == 0)
    #expect(try ledger.verify().isSound)
    try ledger.export { #expect(!String(decoding: $0, as: UTF8.self).contains("duck")) }
    let recorder = try Recorder(in: ledger, by: Sample.engine())
    #expect(
      try recorder.record([comment("idiot of ann", id: "ann0", by: "ann", in: "t0")], at: minute(day * 41)).first?
        .isRepeat == true, "a comment is known again when its text is gone")

    // Strikes live ninety days: nothing before the first live one is dropped.
    let before = try #require(try ledger.author(Array("bob".utf8), at: minute(day * 70))?.standings.first?.strikes)
    let some = try ledger.expire(by: program, PersonalAct(by: "Ana", at: minute(day * 70)))
    #expect(before > 0)
    #expect(try ledger.author(Array("bob".utf8), at: minute(day * 70))?.standings.first?.strikes == before)
    #expect(try ledger.verify().isSound, "\(some)")

    try settle(ledger, at: minute(day * 71))
    let rest = try ledger.expire(by: program, PersonalAct(by: "Ana", at: minute(day * 200)))
    #expect(rest.events > 10)
    let found = try ledger.verify()
    #expect(found.isSound, "\(found.problems)")
    #expect(try recorder.record([comment("idiot anew", by: "ann")], at: minute(day * 201)).first?.strikes == 1)
    #expect(try ledger.verify().isSound)
  }

  /// Ends every case that wants something.
  private func settle(_ ledger: Ledger, at: Instant) throws {
    for number in try ledger.cases(.pending) {
      try ledger.record(.resolved, inCase: number, PersonalAct(by: "Ana", at: at))
      for action in ["hide", "warn", "block", "remove", "lock"] {
        try ledger.recordDone(action, inCase: number, PersonalAct(by: "Ana", at: at))
        try ledger.record(.ended(action: action), inCase: number, PersonalAct(by: "Ana", at: at))
      }
    }
    #expect(try ledger.cases(.pending).isEmpty)
  }

  private func countOfCanaries(in folder: URL) throws -> Int {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.reduce(0) { try $0 + Data(contentsOf: $1).count(of: Data("CANARY".utf8)) }
  }
}

extension Data {
  fileprivate func count(of wanted: Data) -> Int {
    var (count, start) = (0, startIndex)
    while let found = range(of: wanted, in: start..<endIndex) {
      count += 1
      start = found.upperBound
    }
    return count
  }
}
