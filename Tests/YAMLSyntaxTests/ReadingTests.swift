import Diagnostics
import Testing
import YAMLSyntax

@Suite struct ReadingTests {
  @Test(arguments: [
    ("a: b", ["+MAP", "=VAL :a", "=VAL :b", "-MAP"]),
    ("a:", ["+MAP", "=VAL :a", "=VAL :", "-MAP"]),
    ("---\na: b\n", ["+MAP", "=VAL :a", "=VAL :b", "-MAP"]),
    ("- a\n- 'b''c'\n- \"d\\te\"", ["+SEQ", "=VAL :a", "=VAL 'b'c", "=VAL \"d\\te", "-SEQ"]),
    (
      "a: no\nb: 1.10\nc: 22:30",
      ["+MAP", "=VAL :a", "=VAL :no", "=VAL :b", "=VAL :1.10", "=VAL :c", "=VAL :22:30", "-MAP"]
    ),
    ("a:\n- b\nc: d", ["+MAP", "=VAL :a", "+SEQ", "=VAL :b", "-SEQ", "=VAL :c", "=VAL :d", "-MAP"]),
    (
      "[a, {b: c}, d: e]",
      ["+SEQ", "=VAL :a", "+MAP", "=VAL :b", "=VAL :c", "-MAP", "+MAP", "=VAL :d", "=VAL :e", "-MAP", "-SEQ"]
    ),
    ("a: b c\n  d\n\n  e", ["+MAP", "=VAL :a", "=VAL :b c d\\ne", "-MAP"]),
    ("a: |\n  b\n   c\n\nd: >\n  e\n  f\n", ["+MAP", "=VAL :a", "=VAL |b\\n c\\n", "=VAL :d", "=VAL >e f\\n", "-MAP"]),
    ("a: |-\n  b", ["+MAP", "=VAL :a", "=VAL |b", "-MAP"]),
    ("- |+\n   ", ["+SEQ", "=VAL |\\n", "-SEQ"]),
    ("a: |\n  b\n   ", ["+MAP", "=VAL :a", "=VAL |b\\n \\n", "-MAP"]),
    ("a: |2\n   b\n", ["+MAP", "=VAL :a", "=VAL | b\\n", "-MAP"]),
    ("a: https://b.c/d#e", ["+MAP", "=VAL :a", "=VAL :https://b.c/d#e", "-MAP"]),
    ("a: -b\nc: [-d, e-]", ["+MAP", "=VAL :a", "=VAL :-b", "=VAL :c", "+SEQ", "=VAL :-d", "=VAL :e-", "-SEQ", "-MAP"]),
    (
      "a: want* * refund\nb: [ass*]",
      ["+MAP", "=VAL :a", "=VAL :want* * refund", "=VAL :b", "+SEQ", "=VAL :ass*", "-SEQ", "-MAP"]
    ),
    ("a: \"\\u200b\\x07\"", ["+MAP", "=VAL :a", "=VAL \"\u{200B}\u{7}", "-MAP"]),
    ("\u{FEFF}a: b", ["+MAP", "=VAL :a", "=VAL :b", "-MAP"]),
    ("a: b\r\nc: \"d\r\n  e\"\r\n", ["+MAP", "=VAL :a", "=VAL :b", "=VAL :c", "=VAL \"d e", "-MAP"]),
    ("{a, b: c}", ["+MAP", "=VAL :a", "=VAL :", "=VAL :b", "=VAL :c", "-MAP"]),
    ("a: {\n  b: c,\n  }", ["+MAP", "=VAL :a", "+MAP", "=VAL :b", "=VAL :c", "-MAP", "-MAP"]),
    ("\"a: b\": c", ["+MAP", "=VAL \"a: b", "=VAL :c", "-MAP"]),
    ("a: >= 5 is plain within text", []),
    ("a: < 5\nb: <= 5", ["+MAP", "=VAL :a", "=VAL :< 5", "=VAL :b", "=VAL :<= 5", "-MAP"]),
    ("just text", ["=VAL :just text"]),
    ("", []), ("# nothing\n", []), ("\n\n", []),
  ])
  func `a text is read as YAML 1-2 says`(text: String, expected: [String]) {
    let reading = Reading(text)
    guard !expected.isEmpty else { return #expect(reading.tree == nil || reading.hasErrors) }
    #expect(reading.names == [])
    #expect(reading.events == expected)
  }

  /// Kinds of text that libyaml 0.2.5 reads though YAML 1.2 has them otherwise or not at all.
  @Test(arguments: [
    ("a: [b,\nc]", "wrong-indentation"),
    ("a: \"b\nc\"", "wrong-indentation"),
    ("a: [b,#c\n]", "hashtag-comment"),
    ("a: \"b\"#c", "comment-without-space"),
    ("a: >#c\n  d", "comment-without-space"),
    ("[-]", "lone-dash"),
    ("[a, -, b]", "lone-dash"),
    ("a: >\n \n  \n c", "wrong-indentation"),
    ("{?a: b}", "explicit-key"),
    ("[?a]", "explicit-key"),
    ("a: &b:c d", "yaml-anchor"),
    ("%YAML 1.1#\n---\na: b", "yaml-directive"),
    ("a: \"b\n\tc\"", "wrong-indentation"),
    ("- [\n\ta\n ]", "tab-character"),
    ("-\n|\n  a", "wrong-indentation"),
    ("- a\n-\n>\n b", "wrong-indentation"),
  ])
  func `what libyaml misreads is refused`(text: String, name: String) {
    let reading = Reading(text)
    #expect(reading.names.contains(name), "\(reading.names)")
    #expect(reading.hasErrors)
  }
}
