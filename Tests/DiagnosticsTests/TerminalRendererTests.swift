import Diagnostics
import Testing

/// A playbook of which only some lines are told; the others are empty.
private struct Example {
  var files = SourceFiles()

  init(_ lines: [Int: String], name: String = "playbooks/harbour-coffee/playbook.yaml") {
    let last = lines.keys.max() ?? 0
    let text = (1...max(1, last)).map { lines[$0] ?? "" }.joined(separator: "\n") + "\n"
    files.add(name: name, bytes: Array(text.utf8))
  }

  init(_ text: String) { files.add(name: "playbook.yaml", bytes: Array(text.utf8)) }

  /// The first place of a piece of text on a line, lines from 1.
  func span(of piece: String, line: Int = 1) -> Span {
    let file = files.files[0]
    let whole = file.line(at: line - 1)
    let bytes = Array(file.bytes[whole.start..<whole.end])
    let pattern = Array(piece.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: pattern) } ?? 0
    return whole.part(from: start, length: pattern.count)
  }

  func render(_ findings: Diagnostic...) -> String { TerminalRenderer(files: files).render(findings) }

  /// The excerpt's line and marks alone.
  func excerpt(of span: Span) -> [String] {
    let lines = render(Diagnostic("name", .error, "message", at: span)).split(separator: "\n").map(String.init)
    return Array(lines.dropFirst(3))
  }
}

@Suite struct TerminalRendererTests {
  @Test func `findings read as the reference shows them`() {
    let example = Example([
      41: "    when: {text.uses: insult}", 52: "    author.followers: > 10000", 61: "  - category: complaint",
      88: "  - category: refund-question",
    ])
    let lexicon = Diagnostic(
      "unknown-lexicon", .error, "there is no lexicon `insult`", at: example.span(of: "insult", line: 41),
      help: "write `insults` (playbook.yaml:23)")
    let comparison = Diagnostic(
      "folded-comparison", .error, "this `>` starts a YAML text block, not a comparison",
      at: example.span(of: ">", line: 52), help: "write `more than 10000`",
      fix: Diagnostic.Fix(span: example.span(of: "> 10000", line: 52), replacement: "more than 10000"))
    let category = Diagnostic(
      "unreachable-category", .warning, "`refund-question` can never be a comment's category",
      at: example.span(of: "refund-question", line: 88), label: "everything that it takes is taken before it",
      related: [Diagnostic.Related(span: example.span(of: "complaint", line: 61), label: "by this one")],
      witness: "\"refund me\" is `complaint`; it meets the condition of `refund-question` too",
      help: "move `refund-question` before `complaint`, or narrow `complaint`")
    #expect(
      example.render(lexicon, comparison, category) == """
        error[unknown-lexicon]: there is no lexicon `insult`
          --> playbooks/harbour-coffee/playbook.yaml:41:23
           |
        41 |     when: {text.uses: insult}
           |                       ^^^^^^
           |
        help: write `insults` (playbook.yaml:23)

        error[folded-comparison]: this `>` starts a YAML text block, not a comparison
          --> playbooks/harbour-coffee/playbook.yaml:52:23
           |
        52 |     author.followers: > 10000
           |                       ^
        help: write `more than 10000`

        warning[unreachable-category]: `refund-question` can never be a comment's category
          --> playbooks/harbour-coffee/playbook.yaml:88:15
           |
        88 |   - category: refund-question
           |               ^^^^^^^^^^^^^^^ everything that it takes is taken before it
           |
          ::: playbooks/harbour-coffee/playbook.yaml:61:15
           |
        61 |   - category: complaint
           |               --------- by this one
           |
        witness: "refund me" is `complaint`; it meets the condition of `refund-question` too
        help: move `refund-question` before `complaint`, or narrow `complaint`

        """)
  }

  @Test func `the gutter is as wide as the largest line number`() {
    let example = Example([7: "a: b", 123: "a: c"], name: "p.yaml")
    let finding = Diagnostic(
      "duplicate-key", .error, "twice", at: example.span(of: "a", line: 123),
      related: [Diagnostic.Related(span: example.span(of: "a", line: 7), label: "first here")])
    #expect(
      example.render(finding) == """
        error[duplicate-key]: twice
           --> p.yaml:123:1
            |
        123 | a: c
            | ^
            |
           ::: p.yaml:7:1
            |
        7   | a: b
            | - first here

        """)
  }

  @Test(arguments: [
    ("日本: x", "x", "1 | 日本: x", "  |       ^"),
    ("日本: x", "日本", "1 | 日本: x", "  | ^^^^"),
    ("e\u{301}o\u{308}: x", "x", "1 | e\u{301}o\u{308}: x", "  |     ^"),
    ("👩‍🚒👍🏽: x", "x", "1 | 👩‍🚒👍🏽: x", "  |       ^"),
    ("❤️ 1️⃣: x", "x", "1 | ❤️ 1️⃣: x", "  |        ^"),
    ("\ta:\tx", "x", "1 |     a:  x", "  |         ^"),
    ("ＡＢ한글: x", "x", "1 | ＡＢ한글: x", "  |           ^"),
    ("a: \u{1B}[31mx", "x", "1 | a: <U+001B>[31mx", "  |                ^"),
    ("a: \u{202E}x", "\u{202E}", "1 | a: <U+202E>x", "  |    ^^^^^^^^"),
    ("a: b\r", "b", "1 | a: b", "  |    ^"),
    ("नमस्ते: x", "x", "1 | नमस्ते: x", "  |       ^"),
  ])
  func `the marks stand below what they mark`(text: String, piece: String, line: String, marks: String) {
    let example = Example(text + "\n")
    #expect(example.excerpt(of: example.span(of: piece)) == [line, marks])
  }

  @Test func `a span of several lines shows its first, an empty one a single mark`() {
    let example = Example("a: |\n  b\n")
    #expect(example.excerpt(of: Span(file: .init(0), start: 3, end: 9)) == ["1 | a: |", "  |    ^"])
    #expect(example.excerpt(of: Span(file: .init(0), start: 2, end: 2)) == ["1 | a: |", "  |   ^"])
    #expect(example.excerpt(of: Span(file: .init(0), start: 9, end: 9)) == ["3 |", "  | ^"])
    #expect(Example("").excerpt(of: Span(file: .init(0), start: 0, end: 0)) == ["1 |", "  | ^"])
  }

  @Test func `of a very long line the part around the marks is shown`() {
    let example = Example(String(repeating: "x", count: 5000) + "HERE" + String(repeating: "y", count: 5000))
    let excerpt = example.excerpt(of: example.span(of: "HERE"))
    #expect(
      excerpt[0] == "1 | …" + String(repeating: "x", count: 60) + "HERE" + String(repeating: "y", count: 96) + "…")
    #expect(excerpt[1] == "  | " + String(repeating: " ", count: 61) + "^^^^")
    let wide = Example(String(repeating: "x", count: 20_000))
    #expect(wide.excerpt(of: wide.files.files[0].span)[1] == "  | " + String(repeating: "^", count: 160))
  }

  @Test(arguments: [
    "::error::x", "##vso[task.complete]", "##[error]x", "a\n::warning::x", "\u{1B}]0;x", "\r::error::", "##teamcity[x",
  ])
  func `nothing that is printed can be read as a command`(text: String) {
    var files = SourceFiles()
    files.add(name: text, bytes: Array(text.utf8))
    let span = files.files[0].span
    let finding = Diagnostic(
      "name", .error, text, at: span, label: text, related: [Diagnostic.Related(span: span, label: text)],
      witness: text, help: text)
    for line in TerminalRenderer(files: files).render(finding).split(separator: "\n") {
      let content = line.drop { $0 == " " }
      #expect(!content.hasPrefix("::") || content.hasPrefix("::: "), "\(line)")
      #expect(!line.contains("##vso") && !line.contains("##[") && !line.contains("##teamcity"), "\(line)")
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "\(line)")
    }
  }

  @Test func `a heading stays as it is`() { #expect(visible("## House rules ##") == "## House rules ##") }

  @Test func `colours come only when they are asked for`() {
    let example = Example("a: b\n")
    let finding = Diagnostic("name", .error, "message", at: example.span(of: "b"), help: "help")
    let coloured = TerminalRenderer(files: example.files, colours: true).render(finding)
    #expect(coloured.contains("\u{1B}[1;31merror[name]\u{1B}[0m"))
    let plain = coloured.split(separator: "\u{1B}").map { part in
      part.first == "[" ? String(part.drop { $0 != "m" }.dropFirst()) : String(part)
    }
    #expect(plain.joined() == example.render(finding))
  }
}

@Suite struct FindingsSummaryTests {
  private let place = Span(file: .init(0), start: 0, end: 0)

  @Test func `the last lines count what was found`() {
    let findings = [
      Diagnostic("unknown-lexicon", .error, "a", at: place), Diagnostic("folded-comparison", .error, "b", at: place),
      Diagnostic("unreachable-category", .warning, "c", at: place),
    ]
    let summary = FindingsSummary(findings, playbooks: 1, files: 3, lines: 214, elapsed: .milliseconds(9))
    #expect(
      summary.text == """
        2 errors, 1 warning in 1 playbook (3 files, 214 lines, 9 ms)
        more on each: decorum explain unknown-lexicon

        """)
  }

  @Test func `nothing found is said too`() {
    let summary = FindingsSummary([], playbooks: 2, files: 1, lines: 1, elapsed: .seconds(1))
    #expect(summary.text == "no findings in 2 playbooks (1 file, 1 line, 1000 ms)\n")
  }
}
