import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

@Suite struct LadderTests {
  static func engine(_ rungs: [RungRule], forget: Length? = .days(90)) throws -> Oracle {
    try Oracle(
      testing: .testing {
        $0.categories = [.testing("abuse", when: .says(["idiot"]), must: ["capture"], ladder: "conduct")]
        $0.ladders = [.testing(rungs, forget: forget)]
      })
  }

  static let rungs: [RungRule] = [
    .testing("watch", strikes: 1, must: ["monitor"]), .testing("warn", strikes: 2, must: ["warn"]),
    .testing("mute", strikes: 4, must: ["mute"]),
    .testing("block", strikes: 5, needs: "warn", must: ["block"]), .testing("report", strikes: 6, must: ["report"]),
  ]

  /// The history, the strikes with this one, the rung taken and the next one.
  @Test(
    arguments: [
      (#"{"strikes": 0}"#, 1, "watch", "warn"), (#"{"strikes": 1}"#, 2, "warn", "mute"),
      (#"{"strikes": 2}"#, 3, "warn", "mute"),
      (#"{"strikes": 3}"#, 4, "mute", "block"),
      // Never above a rung whose needs were not carried out, however many strikes there are.
      (#"{"strikes": 4}"#, 5, "mute", "block"), (#"{"strikes": 9}"#, 10, "mute", "block"),
      (#"{"strikes": 4, "done": ["watch"]}"#, 5, "mute", "block"),
      (#"{"strikes": 4, "done": ["warn"]}"#, 5, "block", "report"),
      (#"{"strikes": 5, "done": ["warn"]}"#, 6, "report", nil),
      (#"{"strikes": 99, "done": ["warn", "watch"]}"#, 100, "report", nil),
      // A number alone says that every rung was carried out that it reaches.
      ("0", 1, "watch", "warn"), ("1", 2, "warn", "mute"), ("4", 5, "block", "report"), ("7", 8, "report", nil),
    ] as [(String, Int, String, String?)])
  func `the last rung reached is taken`(history: String, strikes: Int, rung: String, next: String?) throws {
    let decision = try Self.engine(Self.rungs).decide(
      #"{"text": "idiot", "author": {"id": "bob"}, "history": {"conduct": \#(history)}}"#)
    let standing = try #require(decision.ladders.first)
    #expect(standing.strikes == strikes)
    #expect(standing.rung == rung)
    #expect(standing.next == next)
    #expect(decision.because.map(\.place.anchor) == ["category.abuse", "ladder.conduct.\(rung)"])
  }

  @Test func `where no rung is reached yet none is taken`() throws {
    let engine = try Self.engine([.testing("warn", strikes: 2, must: ["warn"])])
    let decision = try engine.decide(#"{"text": "idiot", "author": {"id": "bob"}, "history": {"conduct": 0}}"#)
    let expected = LadderStanding(
      ladder: "conduct", strikes: 1, rung: nil, next: "warn", forgottenAt: testNow.adding(seconds: 90 * 86_400))
    #expect(decision.ladders == [expected])
    #expect(decision.ordered == ["capture"])
    #expect(decision.because.map(\.place.anchor) == ["category.abuse"])
  }

  @Test(arguments: [
    #"{"text": "idiot"}"#, #"{"text": "idiot", "author": {"id": "bob"}}"#,
    #"{"text": "idiot", "history": {"conduct": 3}}"#,
  ])
  func `where the author or the history is unknown the first rung is taken`(comment: String) throws {
    let decision = try Self.engine(Self.rungs).decide(comment)
    #expect(decision.ladders.map(\.rung) == ["watch"])
    #expect(decision.ladders.map(\.strikes) == [1])
    #expect(decision.ordered == ["monitor", "capture"])
  }

  @Test(arguments: [
    (#"{"text": "idiot", "post": {"at": "2026-11-30T12:00:00Z"}}"#, "2027-02-28T12:00:00Z"),
    (#"{"text": "idiot", "now": "2026-12-01T10:00:00Z"}"#, "2027-03-01T10:00:00Z"),
    (#"{"text": "idiot"}"#, "2027-03-02T09:00:00Z"),
  ])
  func `a strike is forgotten so long after its comment`(comment: String, forgotten: String) throws {
    #expect(try Self.engine(Self.rungs).decide(comment).ladders.first?.forgottenAt == Instant(forgotten))
  }

  @Test func `a ladder that never forgets says no instant`() throws {
    let decision = try Self.engine(Self.rungs, forget: nil).decide(#"{"text": "idiot"}"#)
    #expect(decision.text.contains(#""ladders":[{"ladder":"conduct","strikes":1,"rung":"watch","next":"warn"}]"#))
  }

  /// What the rung orders and may order, and the action that gets its words.
  @Test(
    arguments: [
      (["monitor", "warn", "voucher"], [], "warn"), (["capture", "block"], [], "block"),
      (["block", "capture"], [], "capture"),
      (["capture"], ["warn"], "warn"), (["hide"], ["mute"], "hide"), ([], ["mute", "hide"], "hide"),
    ] as [([String], [String], String)])
  func `the words of a rung go to its first speaking action, else to its last`(
    must: [String], may: [String], speaker: String
  ) throws {
    let engine = try Self.engine([.testing("only", strikes: 1, must: must, may: may, say: ["We have house rules."])])
    let decision = try engine.decide(#"{"text": "idiot"}"#)
    let speaking = (decision.actions + decision.may).filter { $0.say != nil }
    #expect(speaking.map(\.action) == [speaker])
    #expect(speaking.first?.say == "We have house rules.")
  }

  @Test func `only the ladder of the category counts`() throws {
    let engine = try Oracle(
      testing: .testing {
        $0.categories = [
          .testing("first", when: .says(["idiot"])), .testing("second", when: .says(["idiot"]), ladder: "conduct"),
        ]
        $0.ladders = [.testing(Self.rungs)]
      })
    let decision = try engine.decide(#"{"text": "idiot"}"#)
    #expect(decision.also == ["second"])
    #expect(decision.ladders.isEmpty)
  }
}
