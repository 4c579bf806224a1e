import DecisionEngine
import DecisionModel
import Foundation
import PlaybookPipeline
import Testing

@testable import AuthorLedger

/// Comments that each bring a strike, by a few authors; and what must hold of a ledger however often whoever records
/// them is stopped.
struct StrikeLoad {
  let lines: [[UInt8]]
  private let ids: [[UInt8]]
  private let authors: Int

  private let prefix: String

  init(_ count: Int, authors: Int = 3, named prefix: String = "c") {
    self.authors = authors
    self.prefix = prefix
    ids = (0..<count).map { Array("\(prefix)\($0)".utf8) }
    lines = (0..<count).map {
      AuthorLedgerTests.comment("idiot \($0)", id: "\(prefix)\($0)", by: "author\($0 % authors)").line
    }
  }

  /// The same with as many again.
  func longer() -> StrikeLoad { StrikeLoad(lines.count * 2, authors: authors, named: prefix) }

  /// The lines whose comments are not among some.
  func lines(without acknowledged: Set<[UInt8]>) -> [[UInt8]] {
    zip(ids, lines).filter { !acknowledged.contains($0.0) }.map(\.1)
  }

  /// The comment that a line of output is about.
  static func id(of line: [UInt8]) -> [UInt8]? { (try? JSONValue(parsing: line))?["comment"]?.string }

  /// Nothing acknowledged is lost, nothing is doubled, and every count of strikes was reached once.
  func check(_ ledger: Ledger, acknowledged: Set<[UInt8]>, isWhole: Bool) throws {
    let found = try ledger.verify()
    #expect(found.isSound, "\(found.problems)")
    var (comments, counts, strikes) = (Set<LedgerKey>(), [Int64: [Int]](), 0)
    try ledger.forEachEvent(from: nil, to: nil) { event in
      switch event.happening {
      case .decided(let comment): #expect(comments.insert(comment.comment).inserted, "a comment is decided once")
      case .strike(let strike):
        strikes += 1
        counts[event.author, default: []].append(strike.strikes)
      default: Issue.record("nothing else happens")
      }
    }
    #expect(strikes == comments.count, "one strike for each comment")
    for counts in counts.values { #expect(counts == Array(1...counts.count), "every count is reached once, in order") }
    let lost = acknowledged.filter { !comments.contains(ledger.keys.key(.comment, $0)) }
    #expect(lost.isEmpty, "\(lost.count) were acknowledged and are not there")
    if isWhole { #expect(comments.count == ids.count) }
  }
}

/// The program of the sample, as a file.
func sampleProgram(in folder: URL) throws -> URL {
  let file = folder.appending(path: "sample.decorum")
  try Data(try Sample.compiled.get().bytes).write(to: file)
  return file
}
