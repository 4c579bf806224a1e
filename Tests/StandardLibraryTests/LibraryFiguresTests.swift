import DecisionEngine
import DecisionModel
import DecisionOracle
import Foundation
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline
import TestSupport
import Testing

/// How often each list is found in real comments: in those that it is about, and in honest ones.
///
/// The figures stand in the chapter about the library and nowhere else. A change of a list that changes one of them
/// fails here, and shows the table as it is now.
@Suite("Figures of the standard library", .enabled(if: SharedData.isPresent, "the comments may not be shipped"))
struct LibraryFiguresTests {
  /// One comment of so many is looked at.
  private static let step = 20

  /// Comments of one kind, from sets in which people have labelled them.
  private enum Kind: String, CaseIterable {
    case honest, abuse, fair = "no abuse", spam, ham = "no spam", controls = "benign controls"
  }

  @Test func `the table in the chapter is what is found, and no benign control is taken for misconduct`() throws {
    let chapter = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Documentation/Language/Library.md").standardized
    let text = try String(contentsOf: chapter, encoding: .utf8)
    let hits = try Self.hits()
    let table = Self.table(of: hits)
    #expect(text.contains(table), "write this into \(chapter.lastPathComponent):\n\(table)")
    for (name, row) in hits.rows where !Self.aboutService.contains(name) { #expect(row[.controls] == nil, "\(name)") }
  }

  /// What honest people write all day: a hit is no accusation.
  private static let aboutService: Set = [
    "anger", "frustration", "praise", "thanks", "questions", "urgency", "grievance",
  ]

  private static let now = Instant(seconds: 1_796_126_400)

  /// How many comments of each kind there are, and in how many each list is found.
  private static func hits() throws -> (all: [Kind: Int], rows: [String: [Kind: Int]]) {
    let analysis = try Library.analysisOfSigns()
    let engine = try compilePlaybook(analysis).oracle()
    let names = analysis.playbook?.escalations.map(\.definition.name) ?? []
    var all: [Kind: Int] = [:]
    var rows = Dictionary(uniqueKeysWithValues: names.map { ($0, [Kind: Int]()) })
    for (kind, texts) in try comments() {
      all[kind] = texts.count
      for name in texts.flatMap({ engine.decide(Comment(text: $0, now: now)).escalations }) {
        rows[name]?[kind, default: 0] += 1
      }
    }
    return (all, rows)
  }

  /// A row for each list, a column for each kind of comments.
  private static func table(of hits: (all: [Kind: Int], rows: [String: [Kind: Int]])) -> String {
    func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    let heads = Kind.allCases.map { "\($0.rawValue) (\(hits.all[$0] ?? 0))" }
    let rows = hits.rows.sorted { $0.key < $1.key }.map { name, row in
      line(["`\(name)`"] + Kind.allCases.map { String(row[$0] ?? 0) })
    }
    return ([line(["list"] + heads), line(Array(repeating: "---", count: heads.count + 1))] + rows)
      .joined(separator: "\n")
  }

  private static func comments() throws -> [Kind: [[UInt8]]] {
    var comments: [Kind: [[UInt8]]] = [:]
    for folder in ["comments", "abuse"] {
      for file in SharedData.files(in: folder, withExtension: "ndjson") {
        for (kind, text) in try lines(of: "\(folder)/\(file)", every: step) { comments[kind, default: []].append(text) }
      }
    }
    comments[.controls] = try lines(of: "evasion/benign_controls.ndjson", every: 1).map(\.text)
    return comments
  }

  private struct Line: Decodable {
    let text: String
    let cat: String?
    let inbound: Bool?
  }

  private static func lines(of path: String, every step: Int) throws -> [(kind: Kind, text: [UInt8])] {
    let lines = try #require(SharedData.bytes(of: path)).split(separator: 0x0A)
    return try stride(from: 0, to: lines.count, by: step).compactMap { place in
      let line = try JSONDecoder().decode(Line.self, from: Data(lines[place]))
      // A company's answer is no comment.
      if line.inbound == false { return nil }
      let kinds: [String: Kind] = ["abuse": .abuse, "nonabuse": .fair, "spam": .spam]
      let isAbuse = path.hasPrefix("abuse/")
      return (isAbuse ? line.cat.flatMap { kinds[$0] } ?? .ham : .honest, Array(line.text.utf8))
    }
  }
}
