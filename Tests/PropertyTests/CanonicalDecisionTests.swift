import DecisionEngine
import DecisionModel
import DecisionOracle
import Foundation
import PlaybookPipeline
import TestSupport
import Testing

/// A decision is written in one form, and says truly where it found what it found.
@Suite struct CanonicalDecisionTests {
  @Test func `a decision that is read strictly and written anew is the same bytes`() throws {
    try everyCase("canonical decisions", count: 150) { tried, _ in
      let engine = try engine(tried.playbook)
      for comment in tried.comments {
        let json = engine.decide(comment).json
        let again = try JSONValue(parsing: json).written
        if !again.utf8.elementsEqual(json) {
          return "\(String(decoding: json, as: UTF8.self))\nis written anew as\n\(again)"
        }
      }
      return nil
    }
  }

  @Test func `the keys of a decision stand in the order of the reference, and none is empty`() throws {
    try everyCase("order of keys", count: 150) { tried, _ in
      let engine = try engine(tried.playbook)
      return try tried.comments.lazy.map { try JSONValue(parsing: engine.decide($0).json) }.compactMap {
        misplaced($0, of: "decision")
      }.first
    }
  }

  @Test func `every place found holds the text that is said to stand there`() throws {
    try everyCase("places found", count: 200) { tried, _ in
      let engine = try engine(tried.playbook)
      for comment in tried.comments {
        let scalars = Array(comment.text.unicodeScalars)
        for hit in engine.decide(comment).because.flatMap(\.found).compactMap(\.hit) {
          // A regular expression such as `a*` is found where nothing stands.
          guard hit.range.upperBound <= scalars.count, !hit.range.isEmpty || hit.text.isEmpty else {
            return "\(hit) lies outside \(comment.line)"
          }
          let read = scalars[hit.range].map(String.init).joined()
          if !read.utf8.elementsEqual(hit.text) { return "\(hit.range) holds \(read): \(comment.line)" }
        }
      }
      return nil
    }
  }

  @Test(.enabled(if: Command.hasJSONSchema, "python3 has no jsonschema here"))
  func `every decision is valid by the schema of decisions`() throws {
    let folder = try TemporaryFolder()
    let schema = try folder.write(Array(decisionSchema().utf8), to: "schema.json")
    var lines = ""
    var dice = Dice(seed: propertySeed("schema of decisions"))
    for _ in 0..<100 * timesLonger {
      let tried = RandomCase(&dice)
      let engine = try compiled(tried.playbook.yaml()).oracle()
      for comment in tried.comments { lines += String(decoding: engine.decide(comment).json, as: UTF8.self) + "\n" }
      lines += String(decoding: engine.decide(line: Array("{".utf8), now: noon).decision.json, as: UTF8.self) + "\n"
    }
    let outcome = try Command.run(
      URL(filePath: "/usr/bin/env"), ["python3", "-c", Self.validation, schema.path], input: Array(lines.utf8))
    #expect(outcome.status == 0, "\(String(decoding: outcome.output, as: UTF8.self))\(outcome.errors)")
  }

  private static let validation = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for line in sys.stdin.buffer:
        for error in validator.iter_errors(json.loads(line)):
            print(line.decode(), error.json_path, error.message)
            sys.exit(1)
    """
}

// The order of keys, as the reference states it, by what holds them.
private let ordersOfKeys = [
  "decision": """
  decision playbook comment summary stance category also actions may reply escalations ladders follow_ups approvals ask because
  assumed unavailable shadow cut trouble
  """,
  "actions": "action for also_last to levels say ladder due held_by awaiting",
  "may": "action for also_last to levels say ladder due held_by awaiting",
  "reply": "plan owner in not_before due held_by steps",
  "follow_ups": "step end_of owner due after since until on_request",
  "approvals": "action teams count", "unavailable": "action fallback",
].mapValues { $0.split { $0 == " " || $0 == "\n" }.map(String.init) }

/// What is wrong with the keys of the value that a key holds, or of one within it.
private func misplaced(_ value: JSONValue, of key: String) -> String? {
  if value == .array([]) || value == .object([]) || value.isNull { return "something is empty" }
  for element in value.array ?? [] { if let problem = misplaced(element, of: key) { return problem } }
  for member in value.object ?? [] {
    if let problem = misplaced(member.value, of: member.keyText) { return problem }
  }
  guard let keys = value.object?.map(\.keyText), let order = ordersOfKeys[key] else { return nil }
  let places = keys.map { order.firstIndex(of: $0) }
  let isOrdered = zip(places, places.dropFirst()).allSatisfy { one, next in (one ?? .max) < (next ?? -1) }
  return isOrdered && !places.contains(nil) ? nil : "the keys stand as \(keys)"
}
