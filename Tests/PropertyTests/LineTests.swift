import DecisionEngine
import DecisionModel
import Foundation
import PlaybookPipeline
import TestSupport
import Testing

/// What is written of a line without a decision being made is what the whole decision says, byte for byte.
@Suite struct LineTests {
  @Test func `random comments, and verdicts on them`() throws {
    try everyCase("lines and decisions", count: 60) { tried, dice in
      let engine = try compiled(tried.playbook.yaml()).engine()
      let lines = tried.comments.flatMap { [$0.line] + simpler($0, &dice) }
      return try difference(betweenVerdictsOn: tried.comments, by: engine)
        ?? difference(on: lines.map { Array($0.utf8) }, by: engine)
    }
  }

  @Test(arguments: shippedPlaybooks)
  func `shipped playbooks`(name: String) throws {
    let own = try Shipped.bytes(of: "playbooks/\(name)/comments.ndjson").split(separator: 0x0A).map { Array($0) }
    let engine = try shippedEngine(name)
    let lines = own + LineTests.hostile(around: own) + (try LineTests.tweets())
    let failure = difference(on: lines, by: engine)
    #expect(failure == nil)
  }

  @Test func `a line that is nearly like those before it is read as if it stood alone`() throws {
    let failure = difference(on: LineTests.worn, by: try shippedEngine("airline"))
    #expect(failure == nil)
  }

  @Test(.enabled(if: SharedData.isPresent, "the development data is absent"), arguments: ["airline", "harbour-coffee"])
  func `hardly a decision is made where nobody asks for the whole of it`(name: String) throws {
    let tweets = try LineTests.tweets()
    let lines = DecisionLines(try shippedEngine(name), DecisionFields([.comment, .category, .actions]))
    var output: [UInt8] = []
    for tweet in tweets + tweets { tweet.withUnsafeBytes { _ = lines.decide(line: $0, now: { noon }, into: &output) } }
    #expect(lines.wholeDecisions == 0)
  }

  /// Every line twice, since what was written once is remembered.
  private func difference(on lines: [[UInt8]], by engine: Engine) -> String? {
    let decider = Decider(engine)
    let whole = lines.map { decider.decide(line: $0, now: noon) }
    for fields in LineTests.fields {
      let quick = DecisionLines(engine, fields)
      for (line, (decision, keys)) in zip(lines + lines, whole + whole) {
        var written: [UInt8] = []
        let notes = line.withUnsafeBytes { quick.decide(line: $0, now: { noon }, into: &written) }
        var writer = JSONWriter()
        decision.write(fields, to: &writer)
        if written == writer.bytes, notes.unknownKeys == keys, notes.trouble == decision.trouble { continue }
        return "\(shown(Array(line.prefix(2000))))\n\(shown(written)) \(notes)\nand\n\(writer.text) \(keys)"
      }
    }
    return nil
  }

  private func difference(betweenVerdictsOn comments: [RandomComment], by engine: Engine) throws -> String? {
    let (decider, program) = (Decider(engine), engine.program)
    for comment in comments {
      let comment = try decider.comment(comment.json, now: noon)
      let decision = decider.decide(comment)
      let verdict = decider.verdict(on: comment.text, with: decider.sheet(of: comment))
      let category = program.categories[verdict.category].name
      let escalations = verdict.escalations.map { program.escalations[Int($0)].name }
      if category == decision.category, escalations == decision.escalations { continue }
      return "\(category) \(escalations) and \(shown(decision.json))"
    }
    return nil
  }

  private static let fields: [DecisionFields] = [
    [.comment, .category, .actions], [.comment, .summary], [.escalations], [],
    [.decision, .playbook, .comment, .stance, .category, .actions, .may, .escalations, .approvals, .unavailable],
  ].map { DecisionFields($0) }
}

// Lines.
extension LineTests {
  /// The comment without what makes it rare, under several names.
  fileprivate func simpler(_ comment: RandomComment, _ dice: inout Dice) -> [String] {
    var simpler = comment
    (simpler.brakes, simpler.said, simpler.earlier) = ([], [], [])
    simpler.histories = simpler.histories.filter { $0.value.number != nil }
    let line = simpler.line
    let renamed = line.replacing("\"id\":\"c-1\"", with: "\"id\":\"\(dice.number(0...9))\"")
    let timeless = renamed.replacing("\"now\":\"\(simpler.now)\"", with: "\"lang\":[{\"a\":1}]")
    let nameless = line.replacing("\"id\":\"c-1\",", with: "")
    return [line, renamed, timeless, nameless]
  }

  /// Lines that are no comments, and what is rare in comments.
  fileprivate static func hostile(around lines: [[UInt8]]) -> [[UInt8]] {
    let members = [
      #""id":null"#, #""id":"""#, #""id":"a\u0041\/""#, #""id":"\ud83d""#, #""id":"é""#, #""id":7"#, #""text":null"#,
      #""text":7"#, #""text":"x","text":"y""#, #""te\u0078t":"x""#, #""text":"""#,
      #""text":"\ud83d x \ude00\ud83d\ude00""#,
      #""text":"the \"worst\" \n\t\r\b\f\/\\ \u00e9\u20ac\u0000 end""#, #""channel":"x","post":{"channel":"y"}"#,
      #""channel":null,"post":{"channel":"x"}"#, #""channel":"FACEBOOK""#, #""post":{"channel":"ｘ"}"#,
      #""post":{"at":"2026-12-04T06:12:00Z"}"#, #""post":{"at":"2026-12-04 06:12"}"#,
      #""post":{"at":"2026-02-30T06:12:00Z"}"#,
      #""post":{"at":7}"#, #""post":{"visibility":"Private"}"#, #""post":{"visibility":["private"]}"#,
      #""post":{"rating":"5"}"#, #""post":{"rating":1e400}"#, #""post":[]"#, #""post":null"#, #""now":null"#,
      #""now":"2026-12-01T10:00:00+01:00""#, #""now":"yesterday""#, #""now":"9999-12-31T23:59:59Z""#,
      #""now":"0001-01-01T00:00:00Z""#, #""modes":null"#, #""modes":["storm"]"#, #""modes":[7]"#, #""modes":[]"#,
      #""brakes":{}"#,
      #""brakes":null"#, #""brakes":{"reply":3}"#, #""history":{"said":null,"comments":null}"#,
      #""history":{"nobody":3}"#,
      #""history":{"comments":["2026-12-01T10:00:00Z"]}"#, #""author":{"account_age":"3 days","shoe_size":44}"#,
      #""author":{"account_age":-1}"#, #""author":{"account_age":"3 moons"}"#, #""author":{"roles":["Press","Staff"]}"#,
      #""author":{"roles":"press"}"#, #""author":{"roles":["press",7]}"#, #""author":{"roles":[]}"#,
      #""author":{"name":"A\u00e9"}"#,
      #""author":{"id":"\#(String(repeating: "i", count: 257))"}"#, #""author":{"id":"a"},"facts":{"author.id":"b"}"#,
      #""author":{"followers":1,"followers":2}"#, #""lang":"en","lang ":[1,{"a":[]}]"#,
      #""facts":{"nobody":1,"nobody ":null}"#,
      #""thread":{"category":["complaint"]}"#, #""case":{"open":true,"closed":false}"#, #""history":7"#, #""facts":7"#,
    ]
    let given = members.flatMap { member in
      [#"{\#(member)}"#, #"{"id":"h-1","text":"Where is my refund? You idiots.",\#(member)}"#]
        + [#"{\#(member),"text":"I will sue you, my flight is late"}"#]
    }
    let wrong = [
      "", " ", "{", "{}", "[]", "7", "null", "\"x\"", #"{"text":"x"} x"#, #"{"text":"x",}"#, #"{"text":"x"}}"#,
    ]
    let long = [65_535, 65_536, 65_537, 200_000].map {
      #"{"id":"l","text":"\#(String(repeating: "late ", count: $0 / 5))refund"}"#
    }
    let broken = stride(from: 0, to: lines.first?.count ?? 0, by: 5).map { place in
      var line = lines[0]
      line[place] = [0x22, 0x7D, 0x00, 0xFF, 0x5C][place / 5 % 5]
      return line
    }
    return (given + wrong + long).map { Array($0.utf8) } + broken + [[0xEF, 0xBB, 0xBF] + Array("{}".utf8)]
  }

  /// A line over and over, and between, the same with one byte less or another one, at every place. It comes often enough
  /// that its shape is known each time.
  fileprivate static let worn: [[UInt8]] = {
    let line = Array(
      #"{"id":"w-1","text":"my flight is late","author":{"id":"a","followers":12,"verified":true},"post":null,"odd":[1]}"#
        .utf8)
    return line.indices.flatMap { place -> [[UInt8]] in
      let shorter = Array(line[..<place] + line[(place + 1)...])
      let others = [0x22, 0x7D, 0x2C, 0x3A, 0x20, 0x30, 0x5C, 0x00].map { (byte: UInt8) -> [UInt8] in
        var other = line
        other[place] = byte
        return other
      }
      return ([shorter, line + [line[place]], Array(line[..<place])] + others).flatMap {
        [$0] + Array(repeating: line, count: 5)
      }
    }
  }()

  /// Comments of other people, with facts that they might have come with.
  fileprivate static func tweets() throws -> [[UInt8]] {
    guard let bytes = SharedData.bytes(of: "comments/airline_tweets.ndjson") else { return [] }
    return try bytes.split(separator: 0x0A).enumerated().filter { $0.offset % 61 == 0 }.map { number, line in
      let tweet = try JSONValue(parsing: Array(line))
      let channel = ["x", "facebook", "instagram", "e-mail", "in-app"][number % 5]
      let author = JSONValue.object([
        JSONMember("id", tweet["author"] ?? .null), JSONMember("name", .text("Ann")),
        JSONMember("followers", .number(Double(number))),
      ])
      let post = JSONValue.object([
        JSONMember("channel", .text(channel)), JSONMember("visibility", .text(number % 3 == 0 ? "private" : "public")),
        JSONMember("at", .text(Instant(seconds: 1_790_000_000 + Int64(number) * 61).description)),
      ])
      return Array(
        JSONValue.object([
          JSONMember("id", tweet["id"] ?? .null), JSONMember("text", tweet["text"] ?? .null),
          JSONMember("author", author),
          JSONMember("post", post),
        ]).written.utf8)
    }
  }
}

private let shippedPlaybooks = [
  "airline", "four-components", "harbour-coffee", "negative-interactions", "positive-interactions", "six-steps",
  "social-media-policy",
]

private func shippedEngine(_ name: String) throws -> Engine {
  try compilePlaybook(try checkPlaybook(at: PlaybookPath(Shipped.root.appending(path: "playbooks/\(name)").path)))
    .engine()
}

private func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
