import AuthorLedger
import DecisionModel
import Testing

/// Conversations in the order in which a ledger would have seen them.
@Suite struct ThreadReplayTests {
  private func message(
    _ id: String, _ text: String = "", by author: String, at minute: Int, to parent: String? = nil
  ) -> ThreadMessage {
    ThreadMessage(
      id: Array(id.utf8), text: Array(text.utf8), author: Array(author.utf8),
      isInbound: author.utf8.allSatisfy { (0x30...0x39).contains($0) }, at: CaseLog.at(minute),
      inReplyTo: parent.map { Array($0.utf8) })
  }

  /// `1 in root for Delta` or `Delta answers 1`.
  private func shown(_ replay: ThreadReplay) -> [String] {
    func text(_ bytes: [UInt8]?) -> String { bytes.map { String(decoding: $0, as: UTF8.self) } ?? "nobody" }
    return replay.steps.map { step in
      switch step {
      case .comment(let message, let thread, let brand):
        "\(text(message.id)) in \(text(thread)) for \(text(brand))"
      case .answer(let message, let asked): "\(text(message.author)) answers \(text(asked))"
      }
    }
  }

  @Test func `a conversation is in the order of time, and its answers go to whom they answer`() {
    let replay = ThreadReplay([
      message("d", by: "2", at: 4, to: "a"), message("b", by: "Delta", at: 2, to: "a"), message("a", by: "1", at: 1),
      message("c", by: "Delta", at: 2, to: "b"), message("e", by: "Delta", at: 5, to: "d"),
    ])
    #expect(
      shown(replay) == [
        "a in a for Delta", "Delta answers a", "Delta answers a", "d in a for Delta", "Delta answers d",
      ])
  }

  @Test func `what answers an unknown message is one thread with what else answers it`() {
    let replay = ThreadReplay([
      message("a", by: "1", at: 1, to: "gone"), message("b", by: "2", at: 2, to: "gone"),
      message("c", by: "Delta", at: 3, to: "gone"),
    ])
    #expect(shown(replay) == ["a in gone for Delta", "b in gone for Delta"])
    #expect(replay.strayAnswers == 1)
  }

  @Test func `whom nobody answered is for whom they name, if that one ever answers`() {
    let replay = ThreadReplay([
      message("a", "hey @unknown @DELTA!", by: "1", at: 1), message("b", by: "2", at: 2),
      message("c", by: "Delta", at: 3, to: "b"), message("d", "delta@x.example", by: "3", at: 4),
    ])
    #expect(shown(replay) == ["a in a for Delta", "b in b for Delta", "Delta answers b", "d in d for nobody"])
  }

  @Test func `messages that answer one another in a circle, and twice the same, end`() {
    let replay = ThreadReplay([
      message("a", by: "1", at: 1, to: "b"), message("b", by: "Delta", at: 1, to: "a"), message("a", by: "9", at: 0),
      message("c", by: "3", at: 2, to: "c"),
    ])
    #expect(replay.steps.count == 3)
  }

  @Test(arguments: [
    ("Please DM us", true), ("Send us a Private Message.", true), ("we sent direct messages", true), ("admin", false),
    ("message us", false), ("private: message", true), ("ＤＭ", false), ("", false),
  ])
  func `an answer that asks for a direct message is told by its words`(_ text: String, _ moves: Bool) {
    #expect(message("a", text, by: "Delta", at: 0).movesToPrivate == moves)
  }

  @Test func `a comment has what a decider wants to know`() throws {
    let step = ThreadReplay([message("a", "hi", by: "1", at: 0)]).steps.first
    var writer = JSONWriter()
    writer.value(try #require(step?.comment(on: "x")))
    #expect(
      writer.text == #"{"id":"a","text":"hi","author":{"id":"1"},"post":{"at":"2026-12-01T09:00:00Z","channel":"x"},"#
        + #""thread":{"id":"a"}}"#)
  }

  @Test(arguments: [
    #"{"text":"","author":"1","inbound":true,"created":"2026-12-01T09:00:00Z"}"#,
    #"{"id":"a","text":"","author":"1","inbound":"yes","created":"2026-12-01T09:00:00Z"}"#,
    #"{"id":"a","text":"","author":"1","inbound":true,"created":"yesterday"}"#, "[]",
  ])
  func `what is no message is none`(_ json: String) throws {
    #expect(ThreadMessage(json: try JSONValue(parsing: Array(json.utf8))) == nil)
  }
}
