import DecisionModel
import Testing

@testable import AuthorLedger

/// What people do: appeals, pardons, and that each is recorded once.
@Suite struct AppealTests {
  @Test(arguments: Backend.all)
  func `an appeal that is upheld takes the strike back and names what is no longer due`(_ backend: Backend) throws {
    let test = try TestLedger(backend)
    let ledger = try test.open()
    let recorder = try Recorder(in: ledger, by: Sample.engine())
    let ann = Array("ann".utf8)
    func strike(_ text: String, _ minutes: Int) throws -> Recording {
      try #require(try recorder.record([comment(text)], at: minute(minutes)).first)
    }
    let first = try strike("idiot", 0)
    let second = try strike("idiot!", 30)
    try ledger.recordDone("warn", to: ann, PersonalAct(by: "Ana", at: minute(31)))
    let third = try strike("idiot!!", 60)
    #expect([first, second, third].map(\.rung) == ["watch", "warn", "block"])
    let threat = try strike("burn", 90)

    try ledger.appeal(against: first.number, PersonalAct(by: "ann", at: minute(100), note: "I meant a duck"))
    #expect(throws: LedgerProblem.self) {
      try ledger.appeal(against: first.number, PersonalAct(by: "ann", at: minute(100)))
    }
    let changes = try ledger.settleAppeal(
      against: first.number, isUpheld: true, PersonalAct(by: "Ana", at: minute(101)))
    #expect(
      changes.map { [String($0.decision), $0.rung, $0.insteadOf ?? "-"] + $0.actions } == [
        [String(first.number), "watch", "-", "monitor"], [String(second.number), "warn", "watch", "warn"],
        [String(third.number), "block", "warn", "block"],
      ], "\(threat.number) is no lower than block")
    #expect(try ledger.author(ann, at: minute(102))?.standings.first?.strikes == 5, "three for the threat")
    #expect(throws: LedgerProblem.self) {
      try ledger.settleAppeal(against: first.number, isUpheld: false, PersonalAct(by: "Ana", at: minute(101)))
    }
  }

  @Test(arguments: Backend.all)
  func `a pardon forgives the strikes on one ladder or on all`(_ backend: Backend) throws {
    let test = try TestLedger(backend)
    let ledger = try test.open()
    let recorder = try Recorder(in: ledger, by: Sample.engine())
    _ = try recorder.record([comment("idiot"), comment("idiot 2")], at: minute(0))
    let ann = Array("ann".utf8)
    try ledger.pardon(ann, on: "another", PersonalAct(by: "Ana", at: minute(1)))
    #expect(try ledger.author(ann, at: minute(2))?.standings.first?.strikes == 2)
    try ledger.pardon(ann, on: nil, PersonalAct(by: "Ana", at: minute(2)))
    #expect(try ledger.author(ann, at: minute(2))?.standings.first?.strikes == 0)
    #expect(try recorder.record([comment("idiot 3")], at: minute(3)).first?.strikes == 1)
    #expect(throws: LedgerProblem.self) {
      try ledger.pardon(Array("nobody".utf8), on: nil, PersonalAct(by: "Ana", at: minute(2)))
    }
  }

  @Test(arguments: Backend.all)
  func `an act that is handed in twice is recorded once`(_ backend: Backend) throws {
    let test = try TestLedger(backend)
    let ledger = try test.open()
    let recorder = try Recorder(in: ledger, by: Sample.engine())
    let recording = try #require(try recorder.record([comment("late", in: "t")], at: minute(0)).first)
    let act = PersonalAct(by: "Ana", at: minute(5), note: "Dear Ann")
    let one = try ledger.record(.replied, inCase: recording.number, act)
    #expect(try ledger.record(.replied, inCase: recording.number, act) == one)
    #expect(try ledger.events(ofCase: recording.number).count == 2)
    #expect(try ledger.caseFile(recording.number)?.isPending == false)
    #expect(try ledger.cases(.pending).isEmpty)
  }
}
