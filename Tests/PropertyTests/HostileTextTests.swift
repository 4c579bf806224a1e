import DecisionEngine
import DecisionModel
import DecisionOracle
import Foundation
import PlaybookPipeline
import TestSupport
import Testing

/// Texts that were made to break programs, or to pass under a list of words: each gets its decision.
@Suite(.enabled(if: SharedData.isPresent, "the development data is absent"))
struct HostileTextTests {
  @Test(arguments: ["blns.json"] + SharedData.files(in: "evasion", withExtension: "ndjson"))
  func `every hostile text gets a decision by every playbook`(file: String) throws {
    let texts = try Self.texts(in: file)
    #expect(texts.count > 40)
    let playbooks = try Self.playbooks()
    for text in texts {
      let asComment = Comment(text: text, now: noon)
      let asLine = JSONValue.object([
        JSONMember("id", .string(text)), JSONMember("text", .string(text)),
        JSONMember("author", .object([JSONMember("id", .text("ann")), JSONMember("name", .string(text))])),
      ]).written
      for engine in playbooks {
        for decision in [engine.decide(asComment), engine.decide(line: Array(asLine.utf8), now: noon).decision] {
          try Self.expectSound(decision, String(decoding: text, as: UTF8.self))
        }
        // As it came: hardly ever JSON, and always a decision.
        #expect(engine.decide(line: text, now: noon).decision.json.isEmpty == false)
      }
    }
  }

  private static func expectSound(_ decision: Decision, _ text: String) throws {
    #expect(decision.category != nil || decision.trouble != nil, "\(text)")
    let json = decision.json
    #expect(try JSONValue(parsing: json).written.utf8.elementsEqual(json), "\(text)")
    #expect(!json.contains(0x0A), "\(text)")
  }

  /// The shipped playbooks, and some random ones.
  private static func playbooks() throws -> [Oracle] {
    var dice = Dice(seed: propertySeed("hostile texts"))
    let random = try (0..<8 * timesLonger).map { _ in try engine(RandomCase(&dice, comments: 0).playbook) }
    return try ["harbour-coffee", "airline"].map { name in
      try compilePlaybook(try checkPlaybook(at: PlaybookPath(Shipped.root.appending(path: "playbooks/\(name)").path)))
        .oracle()
    } + random
  }

  private static func texts(in file: String) throws -> [[UInt8]] {
    let bytes = try #require(SharedData.bytes(of: "evasion/\(file)"))
    if file.hasSuffix(".json") { return try JSONValue(parsing: bytes).array?.compactMap(\.string) ?? [] }
    return try bytes.split(separator: 0x0A).flatMap { line in
      let value = try JSONValue(parsing: Array(line))
      return ["text", "clean", "perturbed"].compactMap { value[$0]?.string }
    }
  }
}
