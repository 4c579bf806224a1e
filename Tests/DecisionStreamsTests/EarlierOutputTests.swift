import DecisionModel
import Foundation
import Testing

@testable import DecisionStreams

/// Going on with what an earlier run left.
@Suite struct EarlierOutputTests {
  /// A decision that names the comment, by the playbook of the tests.
  struct Namer: LineDecider {
    var fields = DecisionFields.all

    mutating func decide(_ line: StreamLine, into output: inout [UInt8], notes: inout StreamNotes) {
      var decision = Decision.trouble("too long", playbook: playbook)
      if case .whole(let bytes) = line {
        let id = (try? JSONValue(parsing: bytes))?["id"]?.string
        decision = Decision(playbook: playbook, comment: id, summary: "A summary.", stance: .observe)
        decision.category = "other"
      }
      var writer = JSONWriter()
      decision.write(fields, to: &writer)
      output += writer.bytes
    }
  }

  static let playbook = PlaybookVersion(name: "test", version: nil, digest: "sha256:00")
  static let input =
    "\u{FEFF}" + (1...40).map { #"{"id":"c\#($0)","text":"x"}"# + ($0 % 3 == 0 ? "\r\n" : "\n") }.joined()
    + "\n{\"id\":\n" + String(repeating: "long", count: 100) + "\n{\"text\":\"no name\"}\n{\"id\":\"last\"}"

  @Test(arguments: [DecisionFields.all, DecisionFields([.comment, .category]), DecisionFields([.category])])
  func `wherever a run was cut, the next one makes the same bytes`(fields: DecisionFields) throws {
    let whole = try Self.outcome(after: [], fields: fields)
    #expect(whole.count { $0 == 0x0A } == 45)
    for length in stride(from: 0, through: whole.count, by: 23) + [whole.count - 1, whole.count] {
      #expect(try Self.outcome(after: Array(whole[..<length]), fields: fields) == whole, "\(length)")
    }
  }

  @Test(
    arguments: [
      (#"{"comment":"c2"}"#, "line 1 of OUT is no decision about line 1 of the input: they name different comments"),
      (#"{"stance":"hold"}"#, "line 1 of OUT is no decision about line 1 of the input: they name different comments"),
      ("nothing", "line 1 of OUT is no decision"),
      (#"{"playbook":{"digest":"sha256:11"},"comment":"c1"}"#, "OUT was decided by another version of the playbook"),
      (#"{"comment":"c1","mood":"good"}"#, "OUT was written with other fields"),
      (String(repeating: "{}\n", count: 60) + "{}", "OUT has 61 decisions, the input only 45 lines"),
    ])
  func `what does not belong to the input is refused and left as it is`(_ line: String, _ sentence: String) throws {
    let left = Array((line + "\n{\"half").utf8)
    let output = try TemporaryFile(left)
    let problem = #expect(throws: StreamProblem.self) { try Self.goOn(in: output.path, .all) }
    #expect(problem?.description == sentence.replacing("OUT", with: output.path) + "; nothing was changed")
    #expect(try output.bytes == left)
  }

  @Test func `other fields are refused`() throws {
    let output = try TemporaryFile(Array("{\"comment\":\"c1\",\"stance\":\"hold\"}\n".utf8))
    #expect(throws: StreamProblem.self) { try Self.goOn(in: output.path, DecisionFields([.comment])) }
  }

  @Test func `what is no file cannot be gone on with`() {
    let problem = #expect(throws: StreamProblem.self) { try Self.goOn(in: "/dev/null", .all) }
    #expect(problem?.description == "/dev/null is no file, which could be gone on with")
  }

  private static func outcome(after left: [UInt8], fields: DecisionFields) throws -> [UInt8] {
    let output = try TemporaryFile(left)
    try goOn(in: output.path, fields)
    return try output.bytes
  }

  private static func goOn(in path: String, _ fields: DecisionFields) throws {
    let given = try TemporaryFile(Array(input.utf8))
    let output = try OpenFile(writing: path, alsoReading: true)
    var stream = LineStream(from: try OpenFile(reading: given.path), to: output, workers: 2, longestLine: 100)
    stream.sizes.block = 64
    stream.sizes.lines = 3
    stream.earlier = try EarlierOutput(in: output, playbook: playbook, fields: fields)
    _ = try stream.run(by: { Namer(fields: fields) }, watch: { _ in })
  }
}
