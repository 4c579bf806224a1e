import DecisionEngine
import DecisionModel
import DecisionOracle
import Foundation
import TestSupport
import Testing

/// The data beside the repository, which may not be shipped.
private enum SharedData {
  static let naughtyStrings = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data/evasion/blns.json")

  static let isThere = FileManager.default.fileExists(atPath: naughtyStrings.path)
}

@Suite struct HostileCommentTests {
  /// The comment with a text everywhere where a text can stand.
  static func comment(_ text: [UInt8]) -> JSONValue {
    let name = JSONValue.string(Array(text.prefix(DecisionModel.Comment.greatestIdentity)))
    return .object([
      JSONMember("id", name), JSONMember("text", .string(text)), JSONMember("channel", .string(text)),
      JSONMember(
        "author",
        .object([
          JSONMember("id", name), JSONMember("name", .string(text)), JSONMember("roles", .array([.string(text)])),
        ])),
      JSONMember("facts", .object([JSONMember(key: text, value: .string(text))])),
      JSONMember("history", .object([JSONMember("conduct", .number(1))])),
    ])
  }

  /// Decides a comment and holds the decision to what is true of every decision about it.
  @discardableResult
  static func decision(about comment: JSONValue, _ engine: Oracle) throws -> Decision {
    let decision = engine.decide(json: comment, now: testNow)
    #expect(decision.trouble == nil)
    #expect(!decision.json.contains(0x0A))
    var writer = JSONWriter()
    writer.value(try JSONValue(parsing: decision.json))
    #expect(writer.bytes == decision.json, "a decision reads back as it was written")
    let scalars = Array(String(decoding: comment["text"]?.string ?? [], as: UTF8.self).unicodeScalars)
    for case .term(_, _, let hit) in decision.because.flatMap(\.found) {
      let range = hit.range.clamped(to: scalars.indices)
      #expect(range == hit.range)
      #expect(String(String.UnicodeScalarView(scalars[range])).utf8.elementsEqual(hit.text))
    }
    return decision
  }

  @Test(.enabled(if: SharedData.isThere, "../shared/data is absent"))
  func `every naughty string is decided`() throws {
    let engine = try Oracle(ReferencePlaybook.program, digest: ReferencePlaybook.digest)
    let strings = try JSONValue(parsing: Array(try Data(contentsOf: SharedData.naughtyStrings))).array ?? []
    #expect(strings.count > 500)
    for string in strings {
      let comment = Self.comment(try #require(string.string) + Array(" you 1d10ts, my lawyer".utf8))
      try Self.decision(about: comment, engine)
      #expect(!engine.explain(try engine.comment(comment, now: testNow)).isEmpty)
    }
  }

  @Test(arguments: [
    "", "\0", "a\u{301}", "\u{301}", "!", "@", "#", "i.d.i.o.t ", "idiot", "1d10ts ", "\u{FDFA}", "\u{200D}", "👩‍👩‍👧", "🇦",
    "http://", "refund me ", "money back guarantee ", "«", "'", "ß", "\u{1F}", "\u{202E}", "*", "漢", "ก",
  ])
  func `64 KiB of one thing is decided`(piece: String) throws {
    let engine = try Oracle(ReferencePlaybook.program, digest: ReferencePlaybook.digest)
    let bytes = Array(piece.utf8)
    let text = bytes.isEmpty ? [] : Array(repeatElement(bytes, count: 65_600 / bytes.count).joined())
    try Self.decision(about: .object([JSONMember("text", .string(text))]), engine)
  }

  @Test func `bytes that are no text are decided`() throws {
    let engine = try Oracle(ReferencePlaybook.program, digest: ReferencePlaybook.digest)
    for text: [UInt8] in [
      [0xFF], [0xC3], [0xED, 0xA0, 0x80], Array(repeating: 0x80, count: 70_000), [0xF4, 0x90, 0x80, 0x80],
    ] {
      let name = try #require(engine.program.facts.firstIndex { $0.name == "author.name" })
      let decision = engine.decide(
        DecisionModel.Comment(id: text, text: text, facts: [name: .bytes(text)], now: .latest))
      #expect(try JSONValue(parsing: decision.json)["category"] == .text("other"))
    }
  }

  /// Random comments from pieces that mean something to the sample; the seed is printed where one fails.
  @Test func `a decision depends on the comment alone`() throws {
    let engine = try Oracle(ReferencePlaybook.program, digest: ReferencePlaybook.digest)
    let again = try Oracle(ReferencePlaybook.program, digest: ReferencePlaybook.digest)
    let pieces = [
      "you", "1d10ts", "idiot", "see you in court", "money back", "guarantee", "FURIOUS", "fed up", "!", "? ", "\n",
      "my lawyer",
      "http://x.example", "é", "🙂", "refund me", "i.d.i.o.t", "Thanks",
    ]
    let seed = propertySeed("hostile comments")
    var random = SplitMix(state: seed)
    for _ in 0..<300 {
      let words = (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
      var members = [JSONMember("text", .text(words.joined(separator: " ")))]
      if Bool.random(using: &random) { members.append(JSONMember("author", .object([JSONMember("id", .text("bob"))]))) }
      if Bool.random(using: &random) {
        members.append(
          JSONMember(
            "history", .object([JSONMember("conduct", .number(Double(Int.random(in: 0...4, using: &random))))])))
      }
      if Bool.random(using: &random) {
        members.append(
          JSONMember(
            "facts", .object([JSONMember("order.days_late", .number(1)), JSONMember("model.toxicity", .number(0.5))])))
      }
      let decision = engine.decide(json: .object(members), now: testNow).json
      #expect(again.decide(json: .object(members.reversed()), now: testNow).json == decision, "seed \(seed)")
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): a generator whose every run can be repeated from its seed.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
