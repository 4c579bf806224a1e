import DecisionModel
import Diagnostics
import Foundation

/// The comments that an audit is given, and those among them that no list should catch.
struct GivenComments {
  /// So many lines are read; of more, so many evenly taken.
  static let mostLines = 20_000

  private(set) var comments: [JSONValue] = []
  private(set) var harmless: [[UInt8]] = []
  private(set) var lines = 0
  private(set) var unreadable = 0

  /// - Throws: `Failure` where a file cannot be read. Lines that are no comments are told of by their numbers.
  init(_ files: [String], harmless labels: HarmlessLabels?) throws {
    for file in files { try read(file, labels) }
  }

  private mutating func read(_ file: String, _ labels: HarmlessLabels?) throws {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: file), options: .mappedIfSafe) else {
      throw Failure("\(file): there is no such file, or it cannot be read")
    }
    let all = data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().filter { !$1.isEmpty }
    lines += all.count
    let step = max(1, (all.count + Self.mostLines - 1) / Self.mostLines)
    for place in stride(from: 0, to: all.count, by: step) {
      guard let json = try? JSONValue(parsing: Array(all[place].element)), let text = json["text"]?.string else {
        unreadable += 1
        printToStandardError("decorum: \(visible(file)), line \(all[place].offset + 1): it is no comment with a text")
        continue
      }
      comments.append(json)
      if labels?.areOn(json) == true { harmless.append(text) }
    }
  }
}

/// Which comments are harmless: `label=neutral,praise`.
struct HarmlessLabels {
  private let key: String
  private let values: [[UInt8]]

  init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    key = String(parts[0])
    values = parts[1].split(separator: ",").map { Array($0.utf8) }
  }

  func areOn(_ json: JSONValue) -> Bool { json[key]?.string.map(values.contains) ?? false }
}

/// A dictionary: one word a line.
struct WordFile {
  /// Where Debian has it.
  static let usual = "/usr/share/dict/words"

  /// Nil where there is none.
  let path: String?
  let words: [[UInt8]]

  /// - Throws: `Failure` where a file was asked for and cannot be read.
  init(_ asked: String?) throws {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: asked ?? Self.usual)) else {
      if let asked { throw Failure("\(asked): there is no such file, or it cannot be read") }
      (path, words) = (nil, [])
      return
    }
    path = asked ?? Self.usual
    words = data.split { $0 == 0x0A || $0 == 0x0D }.map(Array.init)
  }
}
