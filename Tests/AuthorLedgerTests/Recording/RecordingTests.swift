import DecisionEngine
import DecisionModel
import Foundation
import TestSupport
import Testing

@testable import AuthorLedger

/// Comments that are decided with what the ledger knows, and recorded: on SQLite and on PostgreSQL.
@Suite struct RecordingTests {
  @Test(arguments: Backend.all)
  func `an author is warned, then blocked, and in the end all is forgotten`(_ backend: Backend) throws {
    let (ledger, recorder) = try ready(backend)
    func say(_ text: String, at now: Instant) throws -> Recording {
      try #require(try recorder.record([comment(text)], at: now).first)
    }
    #expect(try say("idiot", at: minute(0)).rung == "watch")
    #expect(try say("idiot!", at: minute(1)).rung == "warn")
    #expect(try say("idiot!!", at: minute(2)).rung == "warn", "nobody was warned yet")
    try ledger.recordDone("warn", to: Array("ann".utf8), PersonalAct(by: "Ana", at: minute(3)))
    let blocked = try say("you idiot", at: minute(20))
    #expect(blocked.rung == "block")
    #expect(blocked.strikes == 4)
    #expect(blocked.actions == ["hide", "block"])
    #expect(try say("idiots and one idiot", at: minute(60 * 24 * 200)).rung == "watch")
  }

  @Test(arguments: Backend.all)
  func `a comment that is handed in again gets the same bytes and brings no strike`(_ backend: Backend) throws {
    let (ledger, recorder) = try ready(backend)
    let submission = comment("idiot", id: "c1")
    let first = try #require(try recorder.record([submission], at: minute(0)).first)
    let again = try recorder.record([submission, submission, comment("idiot", id: "c1", by: "bob")], at: minute(500))
    #expect(again.allSatisfy { $0.decision == first.decision && $0.isRepeat && $0.number == first.number })
    let nameless = comment("idiot")
    let named = try recorder.record([nameless, nameless], at: minute(501))
    #expect(named[0].decision == named[1].decision && named[1].isRepeat)
    #expect(try ledger.author(Array("ann".utf8), at: minute(502))?.standings.first?.strikes == 2)
  }

  @Test(arguments: Backend.all)
  func `an edited comment is decided anew and its strike taken back`(_ backend: Backend) throws {
    let (ledger, recorder) = try ready(backend)
    let texts = ["idiot", "idiot, edited", "hello"]
    let recordings = try texts.enumerated().map { place, text in
      try #require(try recorder.record([comment(text, id: "c1", in: "t1")], at: minute(place)).first)
    }
    #expect(recordings.map(\.strikes) == [1, 1, nil])
    #expect(recordings.map(\.isEdit) == [false, true, true])
    let file = try #require(try ledger.author(Array("ann".utf8), at: minute(9)))
    #expect(file.standings.first?.strikes == 0)
    #expect(file.latest.count { if case .edited = $0.happening { true } else { false } } == 2)
    // What it was edited to is what is found again; the case is still the same, with one comment.
    #expect(try recorder.record([comment("hello", id: "c1", in: "t1")], at: minute(9)).first?.isRepeat == true)
    let next = try #require(try recorder.record([comment("one more", id: "c2", in: "t1")], at: minute(10)).first)
    #expect(next.category == "again")
  }

  @Test(arguments: Backend.all)
  func `counts over windows, modes, threads and brakes come from the ledger`(_ backend: Backend) throws {
    let (ledger, recorder) = try ready(backend)
    func say(_ text: String, by author: String, in thread: String? = nil, at minutes: Int) throws -> Recording {
      try #require(try recorder.record([comment(text, by: author, in: thread)], at: minute(minutes)).first)
    }
    #expect(
      try (0..<5).map { try say("hello \($0)", by: "fast", at: $0).category } == [
        "other", "other", "other", "flood", "flood",
      ])
    #expect(try say("hello again", by: "fast", at: 12).category == "other", "the window has moved on")
    #expect(try (0..<3).map { try say("Buy!", by: "copy", at: $0 * 60).category } == ["other", "other", "copies"])

    #expect(try say("idiot", by: "a", in: "t", at: 0).category == "abuse")
    #expect(try say("x", by: "b", in: "t", at: 1).category == "other")
    #expect(try say("x1", by: "c", in: "t", at: 2).actions == ["lock"])
    #expect(try say("x2", by: "d", in: "t", at: 3).actions == ["lock"])
    let braked = try say("x3", by: "e", in: "t", at: 4)
    #expect(braked.json["stance"]?.text == "hold", "over the brake a person decides")
    #expect(try say("x4", by: "f", in: "t", at: 70).json["stance"]?.text == "enforce")

    #expect(try say("calm", by: "z", at: 0).category == "other")
    try ledger.turn("crisis", on: true, PersonalAct(by: "Ana", at: minute(1)))
    #expect(try say("calm?", by: "z", at: 2).category == "heated")
    try ledger.turn("crisis", on: false, PersonalAct(by: "Ana", at: minute(3)))
    #expect(try say("calm!", by: "z", at: 40).category == "other")
  }

  @Test(arguments: Backend.all)
  func `what is told to one author varies, and is never the same twice in a row`(_ backend: Backend) throws {
    let (_, recorder) = try ready(backend)
    let said = try (0..<30).map { place -> String in
      let recording = try recorder.record([comment("late \(place)", id: "c\(place)")], at: minute(place * 30)).first
      return try #require(recording?.json["reply"]?["steps"]?.array?.first?["say"]?.text)
    }
    #expect(Set(said).count == 3)
    #expect(zip(said, said.dropFirst()).allSatisfy { $0 != $1 })
  }

  @Test(arguments: Backend.all)
  func `what cannot be read is recorded too, and strikes nobody`(_ backend: Backend) throws {
    let (ledger, recorder) = try ready(backend)
    let lines = [#"{"id":"x","text":5,"author":{"id":"ann"}}"#, "no JSON", #"{"author":{"id":"ann"}}"#]
    let recordings = try recorder.record(lines.map { Submission(Array($0.utf8)) }, at: minute(0))
    #expect(recordings.allSatisfy { $0.trouble != nil && $0.json["stance"]?.text == "hold" })
    #expect(try recorder.record([Submission(Array(lines[0].utf8))], at: minute(1)).first?.isRepeat == true)
    #expect(try ledger.author(Array("ann".utf8), at: minute(1))?.standings.first?.strikes == 0)
  }

  @Test(arguments: Backend.all)
  func `a clock that jumps back is named, and nothing lapses or revives by it`(_ backend: Backend) throws {
    let (ledger, recorder) = try ready(backend)
    _ = try recorder.record([comment("idiot"), comment("idiot 2")], at: minute(60 * 24 * 30))
    let late = try #require(try recorder.record([comment("idiot 3")], at: minute(0)).first)
    #expect(late.isClockBehind)
    #expect(late.strikes == 3)
    let file = try #require(try ledger.author(Array("ann".utf8), at: minute(0)))
    #expect(file.standings.first?.strikes == 3)
    let instants = file.latest.map(\.at)
    #expect(instants == instants.sorted(by: >))
    #expect(try recorder.record([comment("hi")], at: minute(60 * 24 * 30 + 1)).first?.isClockBehind == false)
  }

  @Test(arguments: Backend.all)
  func `identities that Swift would call equal are two people`(_ backend: Backend) throws {
    let (ledger, recorder) = try ready(backend)
    let (one, other) = ("caf\u{E9}", "cafe\u{301}")
    #expect(one == other)
    _ = try recorder.record([comment("idiot", by: one), comment("idiot", by: one)], at: minute(0))
    let second = try recorder.record(
      [comment("idiot", id: one, by: other), comment("idiot", id: other, by: other)], at: minute(1))
    #expect(second.map(\.strikes) == [1, 2])
    #expect(try ledger.author(Array(one.utf8), at: minute(2))?.standings.first?.strikes == 2)
  }

  @Test(arguments: Backend.all)
  func `a later decision is made again from its record, byte for byte`(_ backend: Backend) throws {
    let (ledger, recorder) = try ready(backend)
    let recordings = try recorder.record(
      (0..<20).map { comment(["idiot", "late", "hello", "burn it"][$0 % 4] + " \($0 / 4)", in: "t") }, at: minute(0))
    for recording in recordings {
      let remade = try #require(try ledger.remade(recording.number))
      #expect(remade.isSame == true)
      #expect(remade.decision.json == recording.decision)
    }
  }

  private func ready(_ backend: Backend) throws -> (Ledger, Recorder) {
    let test = try TestLedger(backend)
    let ledger = try test.open()
    return (ledger, try Recorder(in: ledger, by: Sample.engine()))
  }
}
