import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

@Suite struct DuplicateKeyTests {
  @Test(arguments: [
    "a: 1\n1️⃣a: 2\n", "{a: 1, b: 2, 1️⃣a: 3}", "a: 1\n1️⃣\"a\": 2\n", "- b:\n    a: 1\n    1️⃣a: 2\n",
    "caf\u{E9}: 1\n1️⃣cafe\u{301}: 2\n",
    // Across a mistake that takes the file apart, too.
    "a: 1\nb: c\n1️⃣a: 3\n",
  ])
  func `a key stands once in a mapping`(text: String) {
    #expect(differences(in: text, from: [1: "duplicate-key"]) { Reading($0).findings } == [])
  }

  @Test(arguments: ["a: 1\nA: 2\n", "a: {a: 1}\n", "- a: 1\n- a: 2\n", "'1': a\n1.0: b\n"])
  func `keys that differ may stand beside each other`(text: String) { #expect(Reading(text).names == []) }

  @Test func `both places are shown and the first value counts`() {
    let reading = Reading("a: 1\nb: 2\na: 3\n")
    #expect(reading.findings.first?.related.map(\.span) == [Span(file: reading.file.id, start: 0, end: 1)])
    #expect(reading.events == ["+MAP", "=VAL :a", "=VAL :1", "=VAL :b", "=VAL :2", "-MAP"])
  }

  @Test func `a key is found twice though the file was taken apart`() {
    #expect(Reading("a: 1\nb: @c\na: 3\n").names == ["unquoted-text", "duplicate-key"])
  }
}
