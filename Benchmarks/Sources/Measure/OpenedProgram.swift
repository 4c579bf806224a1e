import DecisionEngine
import DecisionModel
import Foundation
import PlaybookPipeline

/// The engine as one thread of an application embeds it: all that the measurements know of it.
final class OpenedProgram {
  private let engine: Engine
  /// The instant of every decision.
  private static let now = Instant(seconds: 1_795_000_000)

  /// Opens a program that `decorum build` wrote.
  init(_ path: String) throws {
    engine = try readProgram(Array(try Data(contentsOf: URL(fileURLWithPath: path)))).engine()
  }

  /// A comment in memory, its facts given, of a line of JSON.
  func comment(_ line: [UInt8]) throws -> Comment {
    let comment = try engine.comment(try JSONValue(parsing: line), now: OpenedProgram.now)
    guard comment.unknownKeys.isEmpty else {
      throw Failure("the program knows nothing of \(comment.unknownKeys.joined(separator: ", "))")
    }
    return comment
  }

  /// Decides a comment.
  ///
  /// - Returns: how many actions it orders, so that no decision goes unused.
  func decide(_ comment: Comment) -> Int { engine.decide(comment).actions.count }

  /// Decides a line of JSON and writes the whole record.
  ///
  /// - Returns: how many bytes the record has.
  func decide(line: [UInt8]) -> Int { engine.decide(line: line, now: OpenedProgram.now).decision.json.count }
}

/// Why nothing is measured, as a sentence.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
