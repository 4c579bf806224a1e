import DecisionModel
import Foundation
import Testing

@testable import AuthorLedger

/// What is found of a ledger that somebody has changed, and what can be read of one that nobody has.
@Suite struct VerificationTests {
  @Test(arguments: Backend.all)
  func `a ledger that nobody changed is sound, and its seal stands for it`(_ backend: Backend) throws {
    let (ledger, _) = try filled(backend)
    let found = try ledger.verify()
    #expect(found.isSound, "\(found.problems)")
    #expect(found.events > 20 && found.authors == 3 && found.sealed > 10)
    #expect(try ledger.verify().seal == found.seal)
    try ledger.turn("crisis", on: true, PersonalAct(by: "Ana", at: minute(900)))
    #expect(try ledger.verify().seal != found.seal)
  }

  @Test(arguments: [
    "UPDATE events SET at = at - 1 WHERE number = 3", "UPDATE events SET actor = hash WHERE number = 4",
    "UPDATE events SET happening = (SELECT happening FROM events WHERE number = 1) WHERE number = 5",
    "UPDATE events SET place = 99 WHERE number = 6", "DELETE FROM events WHERE number = 4",
    "DELETE FROM events WHERE number = (SELECT max(number) FROM events)",
    "UPDATE sealed SET given = decision WHERE number = 1", "UPDATE sealed SET salt = decision WHERE number = 1",
    "UPDATE sealed SET note = salt WHERE note IS NOT NULL", "UPDATE authors SET hash = kept_hash WHERE number = 1",
    "UPDATE strikes SET weight = 2 WHERE number = 2", "UPDATE strikes SET total = 9", "DELETE FROM strikes",
    "UPDATE ladders SET rung = ladder", "DELETE FROM deeds", "DELETE FROM said", "UPDATE said SET wording = 7",
    "UPDATE comments SET posted = posted + 1", "DELETE FROM comments", "DELETE FROM taken",
    "UPDATE threads SET authors = 9", "DELETE FROM thread_authors", "UPDATE cases SET comments = 9",
    "UPDATE cases SET pending = 1 - pending", "DELETE FROM case_events", "DELETE FROM modes",
    "UPDATE appeals SET upheld = 0",
  ])
  func `a change is found`(_ change: String) throws {
    for backend in Backend.all {
      let (ledger, _) = try filled(backend)
      try ledger.store.write { try $0.execute(change, []) }
      #expect(!(try ledger.verify().isSound), "\(backend): \(change)")
    }
  }

  @Test(arguments: Backend.all)
  func `an export is the whole log, and each of its lines an event`(_ backend: Backend) throws {
    let (ledger, _) = try filled(backend)
    var lines: [[UInt8]] = []
    try ledger.export { lines.append($0) }
    var events: [LedgerEvent] = []
    try ledger.forEachEvent(from: nil, to: nil) { events.append($0) }
    #expect(try lines.map { try LedgerEvent(json: JSONValue(parsing: $0)) } == events)
    #expect(lines.contains { String(decoding: $0, as: UTF8.self).contains("I meant a duck") })
    var redacted: [[UInt8]] = []
    try ledger.export(withSealed: false) { redacted.append($0) }
    #expect(!redacted.contains { String(decoding: $0, as: UTF8.self).contains("idiot") })
    var mine: [[UInt8]] = []
    try ledger.export(author: Array("bob".utf8)) { mine.append($0) }
    #expect(!mine.isEmpty && mine.count < lines.count)
  }

  @Test(arguments: Backend.all)
  func `every decision is made again, the same bytes; one that was changed is found`(_ backend: Backend) throws {
    let (ledger, _) = try filled(backend)
    let replayed = try ledger.replay()
    #expect(replayed.countOfDifferent == 0 && replayed.same > 10 && replayed.erased == 0)
    try ledger.store.write { try $0.execute("UPDATE sealed SET decision = given WHERE number = 1", []) }
    #expect(try ledger.replay().different == [1])
  }

  @Test(arguments: Backend.all)
  func `without texts nothing personal is kept, and a comment handed in again gets the same bytes`(
    _ backend: Backend
  ) throws {
    let test = try TestLedger(backend)
    let ledger = try test.open()
    let recorder = try Recorder(in: ledger, by: Sample.engine(), keeping: .nothingPersonal)
    let submissions = [comment("idiot", id: "1"), comment("late", id: "2"), comment("idiot!", id: "3")]
    let first = try recorder.record(submissions, at: minute(0))
    let again = try recorder.record(submissions.reversed(), at: minute(99))
    #expect(again.map(\.decision) == first.map(\.decision).reversed())
    #expect(again.allSatisfy { $0.isRepeat })
    #expect(try ledger.replay().erased == 3)
    #expect(try ledger.verify().isSound)
    try ledger.export { #expect(!String(decoding: $0, as: UTF8.self).contains("idiot")) }
  }

  /// A ledger in which everything has happened.
  private func filled(_ backend: Backend) throws -> (Ledger, TestLedger) {
    let test = try TestLedger(backend)
    let ledger = try test.open()
    try fill(ledger)
    return (ledger, test)
  }
}

/// Lets everything happen in a ledger.
func fill(_ ledger: Ledger) throws {
  let recorder = try Recorder(in: ledger, by: Sample.engine())
  let texts = ["idiot", "late again", "hello", "idiot!", "burn it", "late", "x1", "x2"]
  var first: Recording?
  for (place, text) in texts.enumerated() {
    for author in ["ann", "bob", "cy"] {
      let submission = comment("\(text) of \(author)", id: "\(author)\(place)", by: author, in: "t\(place % 2)")
      let recording = try recorder.record([submission], at: minute(place * 60)).first
      first = first ?? recording
    }
  }
  guard let first else { return }
  try ledger.recordDone("warn", to: Array("ann".utf8), PersonalAct(by: "Ana", at: minute(600)))
  _ = try recorder.record([comment("idiot, edited", id: "bob0", by: "bob", in: "t0")], at: minute(601))
  try ledger.record(.replied, inCase: first.number, PersonalAct(by: "Ana", at: minute(602), note: "Dear Ann"))
  try ledger.appeal(against: first.number, PersonalAct(by: "Ana", at: minute(603), note: "I meant a duck"))
  _ = try ledger.settleAppeal(against: first.number, isUpheld: true, PersonalAct(by: "Bo", at: minute(604)))
  try ledger.pardon(Array("cy".utf8), on: "conduct", PersonalAct(by: "Bo", at: minute(605), note: "a good reason"))
  try ledger.turn("crisis", on: true, PersonalAct(by: "Bo", at: minute(606)))
  _ = try recorder.record([comment("idiot, at last", id: "last", by: "cy", in: "t0")], at: minute(607))
}
