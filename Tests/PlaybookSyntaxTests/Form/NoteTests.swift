import Diagnostics
import PlaybookSyntax
import TestSupport
import Testing

private let withoutEffect = [
  FindingCase(
    "no-effect-yet", "`sources` is checked, and has no effect yet", severity: .note,
    in: playbook("1️⃣sources2️⃣: {s: {author.id: user}}"),
    notIn: playbook("watch: {w: {terms: [a], feeds: [\"https://alerts.example/1\"], every: 1 hour}}")),
  FindingCase(
    "no-effect-yet", "`sources` is checked, and has no effect yet", severity: .note,
    in: playbook("1️⃣sources2️⃣: {s: {text: body}}"), notIn: playbook("retention: {texts: 180 days}")),
]

private let signs = [
  FindingCase(
    "comparison-sign", "a test reads better in words", severity: .note, help: "write `at least 5`",
    in: playbook("signals: {s: {text.words: 1️⃣\">= 5\"2️⃣}}"), notIn: playbook("signals: {s: {text.words: at least 5}}")),
  FindingCase(
    "comparison-sign", "a test reads better in words", severity: .note, help: "write `more than 10k`",
    in: playbook("signals: {s: {text.words: 1️⃣\">10k\"2️⃣}}"), notIn: playbook("signals: {s: {text.words: more than 10k}}")
  ),
  FindingCase(
    "comparison-sign", "a test reads better in words", severity: .note, help: "write `at most 60%`",
    in: playbook("signals: {s: {text.capitals: 1️⃣<= 60%2️⃣}}"),
    notIn: playbook("signals: {s: {text.capitals: at most 60%}}")),
  FindingCase(
    "comparison-sign", "a test reads better in words", severity: .note, help: "write `less than 5`",
    in: playbook("signals: {s: {text.words: 1️⃣< 52️⃣}}"), notIn: playbook("signals: {s: {text.words: less than 5}}")),
  FindingCase(
    "comparison-sign", "a test reads better in words", severity: .note, help: "write `between 2 and 5`",
    in: playbook("signals: {s: {text.words: 1️⃣2..52️⃣}}"), notIn: playbook("signals: {s: {text.words: between 2 and 5}}")),
]

@Test(arguments: withoutEffect) func `what has no effect yet is told, once and where it stands`(_ promised: FindingCase)
{
  #expect(promised.differences(check: findingsOfForm) == [])
}

@Test(arguments: signs) func `a sign is understood, and told in words`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfForm) == [])
}

@Test func `the fix of a sign takes its place with the quotes`() throws {
  let text = playbook("signals: {s: {text.words: \">= 5\"}}")
  let fix = try #require(findingsOfForm(in: text).compactMap(\.fix).first)
  let bytes = Array(text.utf8)
  let mended = bytes[..<fix.span.start] + Array(fix.replacement.utf8) + bytes[fix.span.end...]
  #expect(String(decoding: mended, as: UTF8.self) == playbook("signals: {s: {text.words: at least 5}}"))
}
