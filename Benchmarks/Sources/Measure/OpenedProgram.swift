import DecisionEngine
import DecisionModel

/// The engine as one thread of an application embeds it: all that the measurements know of it.
final class OpenedProgram {
  private let decider: Decider
  /// The instant of every decision.
  private static let now = Instant(seconds: 1_795_000_000)

  /// A comment in memory: its text, and what is known beside it.
  struct KnownComment {
    let id: [UInt8]
    let text: [UInt8]
    let facts: FactSheet
  }

  /// Opens a program that `decorum build` wrote.
  init(_ path: String) throws {
    decider = Decider(try Engine(try ProgramImage(mapping: path)))
  }

  /// Comments in memory of lines of JSON. All are read before their facts are written down side by side, as whoever
  /// fills memory with comments does it.
  func comments(_ lines: [[UInt8]]) throws -> [KnownComment] {
    try lines.map(comment).map { comment in
      KnownComment(id: comment.id ?? [], text: comment.text, facts: decider.sheet(of: comment))
    }
  }

  private func comment(_ line: [UInt8]) throws -> Comment {
    let comment = try decider.comment(try JSONValue(parsing: line), now: OpenedProgram.now)
    guard comment.unknownKeys.isEmpty else {
      throw Failure("the program knows nothing of \(comment.unknownKeys.joined(separator: ", "))")
    }
    return comment
  }

  /// Decides a comment.
  ///
  /// - Returns: its category and how many escalations hold, so that no decision goes unused.
  func decide(_ comment: KnownComment) -> Int {
    let verdict = decider.verdict(on: comment.text, with: comment.facts)
    return verdict.category + verdict.escalations.count
  }

  /// Decides some comments of a block, as the other does.
  func decide(_ comments: CommentBlock, _ places: Range<Int>) -> Int {
    var sum = 0
    for place in places {
      sum &+= comments.facts(place)._withUnsafeGuaranteedRef { facts in
        let verdict = decider.verdict(on: comments.text(place), with: facts)
        return verdict.category + verdict.escalations.count
      }
    }
    return sum
  }

  /// Decides a line of JSON and writes the whole record.
  ///
  /// - Returns: how many bytes the record has.
  func decide(line: [UInt8]) -> Int { decider.decide(line: line, now: OpenedProgram.now).decision.json.count }
}

/// Why nothing is measured, as a sentence.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
