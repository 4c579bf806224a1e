import Foundation
import TestSupport
import Testing

@testable import CommentText

/// The real expressions of forty sets of moderators' rules, on real comments, against Python's `re`.
@Suite(.enabled(if: SharedData.isPresent && RealExpressions.hasPython, "../shared/data or python3 is absent"))
struct RealExpressionTests {
  @Test func `all but those with look-around and back-references are read, and found where Python finds them`() throws {
    let real = try RealExpressions()
    var read = 0, written = 0, hits = 0, longer = 0
    for rule in real.rules {
      guard let expression = try expression(of: rule) else { continue }
      read += 1
      written += expression.hasTables ? 1 : 0
      guard let expected = rule.found else { continue }
      let places = real.comments.map(expression.firstMatch)
      let found = places.indices.filter { places[$0] != nil }
      #expect(found == expected.map { $0[0] }, "\(rule.id): \(rule.regex)")
      for hit in expected {
        let place = places[hit[0]] ?? 0..<0
        // Python takes the first alternative that leads to an end, the language the longest.
        #expect(
          place.lowerBound == hit[1] && place.upperBound >= hit[2], "\(rule.id): \(rule.regex) in comment \(hit[0])")
        hits += 1
        longer += place.upperBound > hit[2] ? 1 : 0
      }
    }
    print(
      "real expressions: \(read) of \(real.rules.count) read, \(written) written down, \(hits) hits, \(longer) of them longer than Python's"
    )
    #expect(read > 550 && hits > 1_000)
  }

  private func expression(of rule: RealExpressions.Rule) throws -> RegularExpression? {
    do {
      return try RegularExpression(rule.regex)
    } catch {
      let isForeign = [.lookAhead, .lookBehind, .backReference].contains(error.kind)
      #expect(isForeign && rule.refused == true, "\(rule.id): \(rule.regex) \(error)")
      return nil
    }
  }
}

/// What `Scripts/find-regular-expressions.py` says.
struct RealExpressions {
  struct Rule: Decodable {
    let id: String
    let regex: String
    let refused: Bool?
    let unread: String?
    /// Comment, start and end.
    let found: [[Int]]?
  }

  let comments: [WrittenText]
  let rules: [Rule]

  private static let python = URL(fileURLWithPath: "/usr/bin/env")
  static var hasPython: Bool { (try? run(["--version"])) != nil }

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = root.appendingPathComponent("../shared/data").standardizedFileURL
    let files = ["rules/automod_regexes.ndjson", "inbox_mixed.ndjson", "abuse/youtube_spam.ndjson"]
    let output = try Self.run(
      [root.appendingPathComponent("Scripts/find-regular-expressions.py").path]
        + files.map { data.appendingPathComponent($0).path })
    let lines = output.split(separator: UInt8(ascii: "\n")).map { Data($0) }
    comments = try JSONDecoder().decode([String].self, from: try #require(lines.first)).map { WrittenText($0) }
    rules = try lines.dropFirst().map { try JSONDecoder().decode(Rule.self, from: $0) }
  }

  private static func run(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = python
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.featureUnsupported) }
    return data
  }
}
