import Diagnostics
import PlaybookAnalysis
import TestSupport
import Testing

private let long = String(repeating: "a", count: 5000)
private let marks = "e" + String(repeating: "\u{301}", count: 20_000)

private let hostile: [String] = [
  "", "\u{FEFF}", "☕️", "decorum: 1", "decorum: ☕️\nplaybook: ☕️", "- - - - -", "{{{{", "[[[[", "a: [", "a: {b", "'", "\"",
  "|", ">", "%YAML 1.2\n---\n", "--- a\n--- b", "&a *a", "\t",
  "\0", "a: \u{202E}b", "imports: [imports]", "imports: ['']",
  "imports: [., .., ../.., /, //, std/, std/.., 'std/\u{301}']", "imports: {a: b}", "imports: [[a]]", "extends: ☕️",
  "teams: {☕️: {cover: ☕️}}", "teams: {\(long.prefix(900)): {cover: \(long)}}", "teams: {a: {cover: \(marks)}}",
  "signals: {☕️: {signal: ☕️}}", "signals: {é: {signal: e\u{301}}}",
  "signals: {s: {signal: [\(marks), \(long), ☕️, '', ' ']}}", "signals: {s: {☕️: ☕️}}",
  "signals: {s: {history.: 1, history.☕️: 1, text.: 1, .: 1}}",
  "signals: {s: {\"history.\\u0301\": 1, 'history.a''b': 1}}", "lexicons: {☕️: [☕️, '\u{200D}', '']}",
  "lexicons: {l: {file: ☕️}}", "lexicons: {l: {file: \(marks)}}",
  "lexicons: {l: {weights: {☕️: -1, a: ☕️, b: 99999999999999999999}}}",
  "facts: {☕️: {type: ☕️}, a: {}, b: [], c: , d: {type: number, type: number}}",
  "ladders: {☕️: {rungs: [{rung: ☕️, strikes: 1e999, needs: ☕️}]}}",
  "ladders: {l: {rungs: [☕️, [], {}, {strikes: 1}]}}",
  "escalations: [☕️, {}, {escalation: ☕️, to: [{}, [], {team: ☕️, within: ☕️}]}]",
  "responses: {r: {steps: [{say: '{☕️}[☕️]{}[]{{}'}]}}",
  "responses: {r: {reply: {within: 999999 weeks, not_before: 9M months}}}", "promises: {p: {before: {☕️: \(marks)}}}",
  "tests: [☕️, {}, [], {test: ☕️}, {story: ☕️, steps: ☕️}, {story: s, steps: [☕️, {}, {at: 9999-12-31 23:59, done: \(marks)}]}]",
  "tests: [{test: t, comment: {history: {☕️: 1, l: {strikes: ☕️, done: [☕️]}}, facts: {☕️: ☕️}, author: {☕️: 1}, post: {at: ☕️}}, expect: {ladders: {☕️: ☕️}, found: {☕️: ☕️}}}]",
  "tests: [{test: t, comment: a, expect: {ladders: {\(long.prefix(900)): \(marks)}, reply: {due: ☕️}, follow_ups: {☕️: ☕️}}}]",
  "used_on: [☕️, \(marks)]", "practices: {☕️: ☕️, '': a}", "timezone: \(marks)", "effective: 0000-00-00",
  "brakes: {☕️: {at_most: 1M, per: ☕️}}", "accept: [{finding: ☕️, until: ☕️}]",
  "sources: {☕️: {☕️: ☕️}}", "watch: {☕️: {terms: [☕️], feeds: [☕️]}}",
  "categories: [☕️, {category: ☕️}, {when: otherwise}, {category: a, when: otherwise, before: ☕️}]",
]

@Test(arguments: hostile) func `nothing makes it stumble, and no message runs on`(_ text: String) throws {
  for text in [text, playbook(text)] {
    let analysis = try analysed(text, with: ["☕️": "\u{301}\n☕️\n*", "☕️.yaml": "☕️: ☕️"])
    for finding in analysis.findings where !["duplicate-key"].contains(finding.name.description) {
      #expect(finding.message.unicodeScalars.count < 400, "\(finding.name)")
    }
    _ = TerminalRenderer(files: analysis.files).render(analysis.findings)
  }
}

@Test func `thousands of unknown names are told in time`() throws {
  let signals = (0..<5000).map { "  s\($0): {text.words: 1}\n" }.joined()
  let uses = (0..<5000).map { "x\($0)" }.joined(separator: ", ")
  let analysis = try analysed(playbook("signals:\n\(signals)  all: {signal: [\(uses)]}"))
  #expect(analysis.hasErrors)
  #expect(analysis.findings.count <= 5000)
}

@Test func `a flow mapping of thousands of words is told in time`() throws {
  let words = (0..<20_000).map { "w\($0)" }.joined(separator: ", ")
  #expect(try analysed(playbook("lexicons: {l: {weights: {\(words)}}}")).hasErrors)
}
