import Foundation
import Testing

/// A document of the project, taken apart as far as tests need it.
struct MarkdownFile: CustomTestStringConvertible, Sendable {
  /// A fenced block: the words behind the fence, and its lines.
  struct Block: CustomTestStringConvertible, Sendable {
    let file: String
    let line: Int
    let words: [String]
    let text: String

    /// The language word: `yaml`, `console`.
    var language: String { words.first ?? "" }
    var testDescription: String { "\(file):\(line)" }

    /// The value of `key=value` behind the fence.
    func value(_ key: String) -> String? {
      words.first { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
    }
  }

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  let path: String
  let text: String
  var testDescription: String { path }

  init(_ path: String) throws {
    self.path = path
    text = try String(contentsOf: Self.repository.appending(path: path), encoding: .utf8)
  }

  /// Every document under `Documentation`, and the README.
  static let all: [MarkdownFile] = {
    let folder = repository.appending(path: "Documentation").resolvingSymlinksInPath()
    let paths = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".md") }.sorted()
    return (paths.map { "Documentation/\($0)" } + ["README.md"]).compactMap { try? MarkdownFile($0) }
  }()

  static let chapters = all.filter { $0.path.hasPrefix("Documentation/Language/") }

  var blocks: [Block] {
    var blocks: [Block] = []
    var open: (line: Int, words: [String], lines: [Substring])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```") {
        if let block = open {
          let text = block.lines.joined(separator: "\n") + "\n"
          blocks.append(Block(file: path, line: block.line, words: block.words, text: text))
          open = nil
        } else {
          open = (index + 1, line.dropFirst(3).split(separator: " ").map(String.init), [])
        }
      } else {
        open?.lines.append(line)
      }
    }
    return blocks
  }
}
