import Diagnostics
import TestSupport
import Testing

@testable import PlaybookAnalysis

private let cases = [
  FindingCase(
    "signal-cycle", "the signal `a` depends on itself", help: "let one of them say its condition itself",
    in: playbook("signals:\n  1️⃣a2️⃣: {signal: a}"), notIn: playbook("signals:\n  a: {text.words: 1}")),
  FindingCase(
    "signal-cycle", "the signal `a` depends on itself", help: "let one of them say its condition itself",
    in: playbook(
      "signals:\n  1️⃣a2️⃣: {when: {text.words: 1}, unless: {not: {signal: b}}}\n  b: {count: {of: [{signal: c}], is: 1}}\n  c: [{none: [{signal: a}]}]"
    ),
    notIn: playbook(
      "signals:\n  a: {when: {text.words: 1}, unless: {not: {signal: b}}}\n  b: {signal: [c, d]}\n  c: {signal: d}\n  d: {text.words: 1}"
    )),
  FindingCase(
    "cover-cycle", "the team `a` is covered by itself in the end",
    help: "let a team that is open `always` end the chain",
    in: playbook("teams:\n  1️⃣a2️⃣: {cover: b}\n  b: {cover: a}"),
    notIn: playbook("teams:\n  a: {cover: b}\n  b: {hours: always}")),
]

@Test(arguments: cases) func `nothing depends on itself`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

@Test func `a circle names all that belong to it`() throws {
  let text = playbook("signals:\n  a: {signal: b}\n  b: {signal: c}\n  c: {signal: a}")
  let analysis = try analysed(text)
  let finding = try #require(analysis.findings.first { $0.name == "signal-cycle" })
  #expect(finding.label == "through `b`, `c`")
  #expect(finding.related.map { analysis.files.location(of: $0.span) } == ["playbook.yaml:5:3", "playbook.yaml:6:3"])
}

@Test func `each circle is found once, however it is come by`() {
  let graph = ["a": ["b"], "b": ["c", "b"], "c": ["b"], "d": ["a", "e"], "e": []]
  #expect(circles(among: ["a", "b", "c", "d", "e"]) { graph[$0] ?? [] } == [["b", "c"], ["b"]])
}

@Test func `a chain of signals may be long`() throws {
  let chain = (0..<3000).map { "  s\($0): {signal: s\($0 + 1)}" }.joined(separator: "\n")
  #expect(told(try analysed(playbook("signals:\n\(chain)\n  s3000: {text.words: 1}"))) == [])
}
