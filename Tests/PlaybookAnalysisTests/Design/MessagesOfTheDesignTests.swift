import Diagnostics
import PlaybookAnalysis
import Testing

/// A playbook in which what the design shows messages of stands on the lines and in the columns given there.
private let text: String = {
  let lines = [
    1: "decorum: 1", 2: "playbook: harbour-coffee", 22: "lexicons:", 23: "  insults: [idiot, fool]", 39: "categories:",
    40: "  - category: abuse", 41: "    when: {text.uses: insult}", 44: "  - category: crowd",
    45: "    when: {signal: popular}",
    47: "  - category: other", 48: "    when: otherwise", 50: "signals:", 51: "  popular:",
    52: "    author.followers: > 10000",
  ]
  return (1...52).map { lines[$0] ?? "" }.joined(separator: "\n") + "\n"
}()

private let printed = """
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

  """

@Test func `the messages of the design are printed as they stand there`() throws {
  let analysis = try analysed(text, at: "playbooks/harbour-coffee/playbook.yaml")
  #expect(TerminalRenderer(files: analysis.files).render(analysis.findings) == printed)
}

@Test func `a run closes as the design shows it`() throws {
  let findings = try analysed(text).findings
  let warning = Diagnostic(
    "unreachable-category", .warning, "`refund-question` can never be a comment's category", at: findings[0].span)
  let summary = FindingsSummary(findings + [warning], playbooks: 1, files: 3, lines: 214, elapsed: .milliseconds(9))
  #expect(
    summary.text
      == "2 errors, 1 warning in 1 playbook (3 files, 214 lines, 9 ms)\nmore on each: decorum explain unknown-lexicon\n"
  )
}
