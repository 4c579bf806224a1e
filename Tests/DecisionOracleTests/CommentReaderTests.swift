import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

@Suite struct CommentReaderTests {
  static let program = DecisionProgram.testing {
    $0.ladders = [
      .testing([.testing("watch", strikes: 1), .testing("warn", strikes: 2), .testing("block", strikes: 3)])
    ]
  }

  static func read(_ text: String, zone: ZoneTable = .utc) throws -> DecisionModel.Comment {
    var program = program
    program.zone = zone
    return try Oracle(testing: program).comment(try json(text), now: testNow)
  }

  /// The value of a fact by its name.
  static func fact(_ name: String, _ text: String) throws -> FactValue? {
    try read(text).facts[try #require(program.facts.firstIndex { $0.name == name })]
  }

  @Test func `a comment has its text, its id and its instant`() throws {
    let comment = try Self.read(#"{"id": "c\u0000-1", "text": "h\u00e9\ud800", "now": "2026-12-01T10:00:00Z"}"#)
    #expect(comment.id == Array("c\0-1".utf8))
    #expect(comment.text == Array("h\u{E9}\u{FFFD}".utf8))
    #expect(comment.now == Instant("2026-12-01T10:00:00Z"))
    #expect(try Self.read(#"{"text": ""}"#).now == testNow)
  }

  @Test(
    arguments: [
      ("author.followers", #"{"text": "", "author": {"followers": 12000}}"#, .number(12000)),
      ("author.verified", #"{"text": "", "author": {"verified": true}}"#, .yesNo(true)),
      ("author.id", #"{"text": "", "author": {"id": "Bob"}}"#, .bytes(Array("Bob".utf8))),
      ("author.account_age", #"{"text": "", "author": {"account_age": 90.5}}"#, .duration(90.5)),
      ("author.account_age", #"{"text": "", "author": {"account_age": "3 days"}}"#, .duration(259_200)),
      ("author.account_age", #"{"text": "", "author": {"account_age": "1.5 hours"}}"#, .duration(5400)),
      ("author.account_age", #"{"text": "", "author": {"account_age": "1 week"}}"#, .duration(604_800)),
      ("author.roles", #"{"text": "", "author": {"roles": ["STAFF"]}}"#, .words([word("STAFF", "staff")])),
      ("author.roles", #"{"text": "", "author": {"roles": "VIP"}}"#, .words([word("VIP", "vip")])),
      ("post.channel", #"{"text": "", "post": {"channel": "X"}}"#, .words([word("X", "x")])),
      ("post.channel", #"{"text": "", "channel": "X"}"#, .words([word("X", "x")])),
      ("case.open", #"{"text": "", "case": {"open": false}}"#, .yesNo(false)),
      ("thread.joined_by", #"{"text": "", "thread": {"joined_by": 0}}"#, .number(0)),
      ("x.text", #"{"text": "", "facts": {"x.text": "A"}}"#, .bytes(Array("A".utf8))),
      ("author.followers", #"{"text": "", "facts": {"author.followers": 7}}"#, .number(7)),
      (
        "post.at", #"{"text": "", "post": {"at": "2026-12-01T10:00:00+02:00"}}"#,
        .instant(Instant(seconds: 1_796_112_000))
      ),
      ("x.instant", #"{"text": "", "facts": {"x.instant": "1970-01-02"}}"#, .instant(Instant(seconds: 86_400))),
      // What is null is not given.
      ("author.followers", #"{"text": "", "author": {"followers": null}}"#, nil),
      ("author.id", #"{"text": "", "author": null}"#, nil),
    ] as [(String, String, FactValue?)])
  func `facts are read by their type`(fact: String, comment: String, value: FactValue?) throws {
    #expect(try Self.fact(fact, comment) == value)
    #expect(try Self.read(comment).unknownKeys.isEmpty)
  }

  static func word(_ written: String, _ normal: String) -> GivenWord {
    GivenWord(written: Array(written.utf8), normal: Array(normal.utf8))
  }

  @Test func `an instant without an offset is in the playbook's zone`() throws {
    let east = try #require(ZoneTable(name: "East", firstOffset: 7200))
    let comment = try Self.read(#"{"text": "", "now": "2026-12-01 10:00"}"#, zone: east)
    #expect(comment.now == Instant("2026-12-01T08:00:00Z"))
  }

  @Test(
    arguments: [
      ("1", LadderHistory(strikes: 1, done: [Array("watch".utf8)])), ("0", LadderHistory(strikes: 0)),
      ("2", LadderHistory(strikes: 2, done: [Array("watch".utf8), Array("warn".utf8)])),
      (#"{"strikes": 2}"#, LadderHistory(strikes: 2)),
      (
        #"{"strikes": 2, "done": ["warn"], "since": "1970-01-02T00:00:00Z"}"#,
        LadderHistory(strikes: 2, done: [Array("warn".utf8)], since: Instant(seconds: 86_400))
      ),
      ("null", nil),
    ] as [(String, LadderHistory?)])
  func `a history is a number of strikes or says more`(history: String, expected: LadderHistory?) throws {
    #expect(try Self.read(#"{"text": "", "history": {"conduct": \#(history)}}"#).histories[0] == expected)
  }

  @Test(arguments: [
    ("[]", "A comment is an object."), (#""hello""#, "A comment is an object."), ("{}", "The comment has no `text`."),
    (#"{"text": 5}"#, "`text` is not a text."), (#"{"text": null}"#, "`text` is not a text."),
    (#"{"text": "", "id": 5}"#, "`id` is not a text."),
    (#"{"text": "", "author": "bob"}"#, "`author` is not an object."),
    (#"{"text": "", "facts": []}"#, "`facts` is not an object."),
    (#"{"text": "", "author": {"followers": "12"}}"#, "`author.followers` is not a number."),
    (#"{"text": "", "author": {"verified": 1}}"#, "`author.verified` is not true or false."),
    (#"{"text": "", "author": {"roles": [1]}}"#, "`author.roles` is not a list of texts."),
    (#"{"text": "", "author": {"name": false}}"#, "`author.name` is not a text."),
    (#"{"text": "", "channel": ["x"]}"#, "`channel` is not a text."),
    (#"{"text": "", "channel": "x", "post": {"channel": "x"}}"#, "The fact `post.channel` is given twice."),
    (#"{"text": "", "facts": {"x.word": {}}}"#, "`facts.x.word` is not a text."),
    (#"{"text": "", "post": {"at": "yesterday"}}"#, "`post.at` is not an instant such as \"2026-12-01T10:00:00Z\"."),
    (#"{"text": "", "now": 5}"#, "`now` is not an instant such as \"2026-12-01T10:00:00Z\"."),
    (#"{"text": "", "facts": {"x.duration": "3 months"}}"#, durationProblem),
    (#"{"text": "", "facts": {"x.duration": "3"}}"#, durationProblem),
    (#"{"text": "", "facts": {"x.duration": -1}}"#, durationProblem),
    (#"{"text": "", "facts": {"x.duration": "inf days"}}"#, durationProblem),
    (#"{"text": "", "facts": {"x.duration": "1.2.3 days"}}"#, durationProblem),
    (#"{"text": "", "history": 1}"#, "`history` is not an object."),
    (#"{"text": "", "history": {"conduct": "1"}}"#, "`history.conduct` is neither a number nor an object."),
    (#"{"text": "", "history": {"conduct": 1.5}}"#, "`history.conduct` is not a whole number of strikes."),
    (#"{"text": "", "history": {"conduct": -1}}"#, "`history.conduct` is not a whole number of strikes."),
    (#"{"text": "", "history": {"conduct": 1e18}}"#, "`history.conduct` is not a whole number of strikes."),
    (#"{"text": "", "history": {"conduct": {}}}"#, "`history.conduct` has no `strikes`."),
    (
      #"{"text": "", "history": {"conduct": {"strikes": true}}}"#,
      "`history.conduct.strikes` is not a whole number of strikes."
    ),
    (
      #"{"text": "", "history": {"conduct": {"strikes": 1, "done": "warn"}}}"#,
      "`history.conduct.done` is not a list of texts."
    ),
    (
      #"{"text": "", "history": {"conduct": {"strikes": 1, "since": 1}}}"#,
      "`history.conduct.since` is not an instant such as \"2026-12-01T10:00:00Z\"."
    ),
  ])
  func `a value of another type is a problem that names the key`(comment: String, sentence: String) throws {
    #expect(throws: CommentProblem(sentence)) { try Self.read(comment) }
    let decision = try Oracle(testing: Self.program).decide(json: try json(comment), now: testNow)
    #expect(decision.stance == .hold)
    #expect(decision.trouble == sentence)
  }

  static let durationProblem =
    "`facts.x.duration` is not a duration: a number of seconds, or a text such as \"3 days\"."

  @Test(arguments: ["id", "author.id", "post.id", "post.parent", "thread.id"])
  func `an identity has at most 256 bytes`(key: String) throws {
    let comment = { (length: Int) in
      let name = String(repeating: "é", count: length / 2) + String(repeating: "x", count: length % 2)
      let parts = key.split(separator: ".")
      return parts.count == 1
        ? #"{"text": "", "id": "\#(name)"}"# : #"{"text": "", "\#(parts[0])": {"\#(parts[1])": "\#(name)"}}"#
    }
    #expect(throws: Never.self) { try Self.read(comment(256)) }
    #expect(throws: CommentProblem("`\(key)` is longer than 256 bytes.")) { try Self.read(comment(257)) }
  }

  @Test func `keys that the language does not have are named and passed over`() throws {
    let comment = try Self.read(
      #"""
      {"text": "hello", "author": {"shoe_size": 42, "id": "bob"}, "colour": "red", "facts": {"x.unheard": 1},
       "history": {"karma": 1, "comments": [], "said": {}, "conduct": {"strikes": 1, "mood": "bad"}},
       "modes": ["crisis"], "brakes": {"block": 20}, "TEXT": 5, "\u212Aey": 1}
      """#)
    #expect(
      comment.unknownKeys == [
        "author.shoe_size", "colour", "facts.x.unheard", "history.karma", "history.conduct.mood", "modes.crisis",
        "TEXT",
        "\u{212A}ey",
      ])
    #expect(comment.histories[0] == LadderHistory(strikes: 1))
  }
}
