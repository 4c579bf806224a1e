import Diagnostics
import PlaybookSyntax
import Testing

@Test func `conditions within conditions up to the bound of nesting are read`() {
  let deep = String(repeating: "{not: ", count: 55) + "{text.words: 1}" + String(repeating: "}", count: 55)
  #expect(findingsOfForm(in: playbook("signals: {s: \(deep)}")).isEmpty)
  let deeper = String(repeating: "{not: ", count: 70) + "{text.words: 1}" + String(repeating: "}", count: 70)
  #expect(findingsOfForm(in: playbook("signals: {s: \(deeper)}")).contains { $0.name == "nested-too-deep" })
}

@Test(arguments: [
  "☕️: 1", "\"\": 1", "é: 1", "e\u{301}: 1", "? a", "- a", "{}", "[]", "null", "~: ~", "1: 2",
  "\u{1F468}\u{200D}\u{1F469}: 1", "true: false", "ａ: 1",
  "a: {b: {c: [d, [e, {f: g}]]}}", "teams: {☕️: {☕️: ☕️}}", "signals: {é: {☕️: [1, {}]}}", "tests: [☕️, [], {}, [[]]]",
  "categories: {}", "lexicons: [[[[]]]]",
])
func `no key and no value makes it stumble`(_ text: String) {
  _ = findingsOfForm(in: text)
  _ = findingsOfForm(in: playbook(text))
}

@Test func `very many mistakes are not all listed`() {
  let keys = (0..<2000).map { "key\($0): 1" }.joined(separator: "\n")
  let findings = findingsOfForm(in: playbook(keys))
  #expect(findings.count == 1001)
  #expect(findings.last?.name == "too-many-findings")
}

@Test func `a text of many marks on one letter is quoted in part`() {
  let long = "a" + String(repeating: "\u{301}", count: 100_000)
  for text in [
    "timezone: \(long)", "effective: \(long)", "playbook: \(long)", "categories: [{category: a, when: \(long)}]",
  ] {
    for finding in findingsOfForm(in: playbook(text)) { #expect(finding.message.utf8.count < 300) }
  }
}
