import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLSyntax

/// Parse, print, parse is the identity.
@Suite struct PrintingTests {
  @Test func `a random tree is read as it was written, in every style`() throws {
    let first = propertySeed("random trees")
    for number in 0..<UInt64(4_000 * timesLonger) {
      var dice = Dice(seed: first &+ number)
      let tree = Tree.mapping(dice.entries(depth: 4))
      for style in PrintingStyle.all {
        let written = tree.yaml(style, dice)
        let problem = reading(of: written, differsFrom: tree)
        if let problem { Issue.record("DECORUM_SEED=\(first &+ number)\n\(problem)\n\(written)") }
        if problem != nil { return }
      }
    }
  }

  @Test func `a random playbook is read as it was written, in every style`() throws {
    try everyCase("printed playbooks", count: 200) { tried, dice in
      for style in PrintingStyle.all {
        if let problem = reading(of: tried.playbook.yaml(style, dice), differsFrom: tried.playbook) { return problem }
      }
      return nil
    }
  }

  @Test(arguments: Shipped.files)
  func `a shipped playbook is read the same once it is written anew`(file: String) throws {
    let tree = try #require(try parsed(String(decoding: Shipped.bytes(of: file), as: UTF8.self)))
    for style in PrintingStyle.all {
      #expect(reading(of: tree.yaml(style, Dice(seed: 7)), differsFrom: tree) == nil)
    }
  }

  private func reading(of written: String, differsFrom tree: Tree) -> String? {
    do {
      let read = try parsed(written)
      return read == tree ? nil : "was read as\n\(read?.yaml(.quoted) ?? "nothing")"
    } catch {
      return "\(error)"
    }
  }

  /// What a text is read as; anything but a note is an error here.
  private func parsed(_ text: String) throws -> Tree? {
    var complaints: [String] = []
    let file = SourceFile(id: SourceFile.ID(0), name: "text", bytes: Array(text.utf8))
    let node = parseYAML(file) { complaints.append("\(file.place(of: $0.span.start)): \($0.name): \($0.message)") }
    guard complaints.isEmpty else { throw Refused(description: complaints.joined(separator: "\n")) }
    return node.map { Tree($0) }
  }
}

extension Dice {
  /// Entries of a mapping with different keys.
  fileprivate mutating func entries(depth: Int) -> [Tree.Entry] {
    var entries: [Tree.Entry] = []
    for _ in 0..<number(1...4) {
      let entry = Tree.Entry(strangeText(1...3), tree(depth: depth - 1))
      // Keys that differ in how an accent is written are refused: to Swift they are equal.
      if !entries.contains(where: { $0.key == entry.key }) { entries.append(entry) }
    }
    return entries
  }

  private mutating func tree(depth: Int) -> Tree {
    switch depth > 0 ? number(0...3) : 0 {
    case 2: .list(list(0...4) { $0.tree(depth: depth - 1) })
    case 3: chance(10) ? .mapping([]) : .mapping(entries(depth: depth))
    default: .scalar(chance(40) ? prose() : strangeText(0...6))
    }
  }

  private mutating func prose() -> String {
    list(1...3) { dice in dice.list(0...4) { $0.pick(Vocabulary.prose) }.joined(separator: " ") }.joined(
      separator: "\n")
      + pick(["", "", "\n", "\n\n"])
  }

  /// A text of what YAML gives a meaning to, and of what it forbids unless it is escaped.
  private mutating func strangeText(_ count: ClosedRange<Int>) -> String {
    list(count) { $0.pick(strangePieces) }.joined()
  }
}

private let strangePieces = [
  "a", "b c", "yes", "no", "1", "0x1F", "1_000", "~", "null", ":", ": ", " #", "#", "-", "- ", "?", "? ", "&a", "*a",
  "!t", "|", ">", "'", "\"",
  "[", "]", "{", "}", ",", "%", "@", "`", "\\", "\n", "\n\n", " ", "  ", "\t", "---", "...", "<<", "=", "é", "e\u{301}",
  "返金", "😡", "👩‍🍳", "\u{0}",
  "\u{85}", "\u{2028}", "\u{202E}", "\u{FEFF}", "\u{AD}", "\u{A0}", "“", "\u{E000}", "\u{10FFFF}", "\u{7F}", "\r",
]
