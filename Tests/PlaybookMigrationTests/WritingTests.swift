import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

@testable import PlaybookMigration

/// What is written is read back as it was meant.
@Suite struct WritingTests {
  @Test func `every text is read back as it is`() {
    var dice = SeededGenerator(seed: propertySeed("texts written as YAML"))
    let signs = Array("ab :#-'\"\\[]{}|>&*!%@`?,~\n\n  é“”\u{A0}\u{2028}\u{202E}\u{FEFF}\u{7}\t\r😀🇫🇷‍️".unicodeScalars)
    for _ in 0..<1_000 {
      let count = Int.random(in: 1..<30, using: &dice)
      let text = String(String.UnicodeScalarView((0..<count).map { _ in signs.randomElement(using: &dice) ?? "a" }))
      for written in [Written.text(text), .expression(text)] {
        let entry = Written.Entry(key: "key", value: written)
        let item = Written.Entry(
          key: "list", value: .list([written, .mapping([entry, Written.Entry(key: "again", value: written)])]))
        let yaml = YAMLWriter([entry, item, Written.Entry(key: "row", value: .row([written, written]))]).text
        #expect(scalars(of: yaml).map { Array($0.utf8) } == Array(repeating: Array(text.utf8), count: 6), "\(yaml)")
      }
    }
  }

  private func scalars(of yaml: String) -> [String] {
    let file = SourceFile(id: SourceFile.ID(0), name: "written.yaml", bytes: Array(yaml.utf8))
    var findings: [Diagnostic] = []
    let node = parseYAML(file) { findings.append($0) }
    guard findings.isEmpty else { return findings.map(\.message) }
    return node.map(leaves) ?? []
  }

  private func leaves(_ node: YAMLNode) -> [String] {
    switch node {
    case .scalar(let scalar): [scalar.text]
    case .sequence(let list): list.items.flatMap(leaves)
    case .mapping(let mapping): mapping.entries.flatMap { leaves($0.value) }
    }
  }

  @Test(
    arguments: [
      ("free", "\\bfree\\b"), ("^free", "^free\\b"), ("\\bfree\\b", "\\bfree\\b"), ("\\[free\\]", "\\[free\\]"),
      ("free|gold", "\\b(?:free|gold)\\b"), ("(free|gold)s?", "\\b(free|gold)s?\\b"), ("[abc]+x", "\\b[abc]+x\\b"),
      ("a.b", "(?s)\\ba.b\\b"), ("a\\.b", "\\ba\\.b\\b"), ("[.]", "[.]"), ("x*free", "\\bx*free\\b"),
      ("[^a]free", "(?:^|\\W|\\b)[^a]free\\b"), ("café", "\\bcafé(?:$|[^\\pL\\pN_])"), ("free{,2}", "\\bfree{0,2}\\b"),
      ("end\\Z", "\\bend\\z"), ("(?u)free", "\\bfree\\b"), ("(?i)free", "\\b(?i)free\\b"),
      ("\\U0001F600", "\\x{1f600}"),
      ("(?P<a>x)y", "\\b(?P<a>x)y\\b"), ("(?#why)free", "\\b(?#why)free\\b"), ("\\w+", "\\b\\w+\\b"),
      (".*", "(?s)(?:^|\\W|\\b).*(?:$|\\W|\\b)"),
      ("[\\uD800-\\uDFFF]", "(?:^|\\W|\\b)[\\x{10000}-\\x{10FFFF}](?:$|\\W|\\b)"), ("a(?!b)", nil), ("(?<=a)b", nil),
      ("(a)\\1", nil), ("(a", nil), ("a)", nil),
    ] as [(String, String?)])
  func `an expression of Python is one of ours`(_ python: String, _ ours: String?) {
    let sought = SoughtText(value: python, method: .includesWord, isRegex: true, isCaseSensitive: false)
    #expect(sought.expression == ours)
  }
}
