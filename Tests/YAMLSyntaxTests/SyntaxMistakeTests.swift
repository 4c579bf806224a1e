import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// A text whose marker 1️⃣ shows where its one finding points, and a twin about which nothing is said.
struct Mistake: Sendable, CustomTestStringConvertible {
  let name: Diagnostic.Name
  let text: String
  let twin: String
  let help: String?
  var testDescription: String { "\(name): \(text)" }

  init(_ name: Diagnostic.Name, _ text: String, silent twin: String, help: String? = nil) {
    (self.name, self.text, self.twin, self.help) = (name, text, twin, help)
  }
}

private let mistakes = [
  Mistake("folded-comparison", "a.b: 1️⃣> 10000", silent: "a.b: '> 10000'", help: "write `more than 10000`"),
  Mistake("folded-comparison", "a.b: 1️⃣>= 5 # why", silent: "a.b: \">= 5\"", help: "write `at least 5`"),
  Mistake("folded-comparison", "{a.b: 1️⃣> 5, c: d}", silent: "{a.b: '> 5', c: d}", help: "write `more than 5`"),
  Mistake("folded-comparison", "a.b: 1️⃣>5\nc: d", silent: "a.b: >-\n  text\nc: d", help: "write `more than 5`"),
  Mistake("folded-comparison", "a.b: 1️⃣>60%", silent: "a.b: more than 60%", help: "write `more than 60%`"),
  Mistake(
    "text-block", "about: 1️⃣> How we answer", silent: "about: >\n  How we answer",
    help: "write `\"> How we answer\"`, or begin a new line behind the sign"),
  Mistake(
    "unquoted-colon", "about: Note1️⃣: this is it", silent: "about: 'Note: this is it'",
    help: "write `\"Note: this is it\"`"),
  Mistake(
    "unquoted-colon", "{about: Note1️⃣: this, b: c}", silent: "{about: \"Note: this\", b: c}",
    help: "write `\"Note: this\"`"),
  Mistake("unquoted-colon", "- about: Note1️⃣: this", silent: "- about: Note:this", help: "write `\"Note: this\"`"),
  Mistake("unquoted-text", "say: 1️⃣{{name}}", silent: "say: '{{name}}'", help: "write `\"{{name}}\"`"),
  Mistake(
    "unquoted-text", "say: 1️⃣{{name}}, thanks", silent: "say: Thanks, {{name}}", help: "write `\"{{name}}, thanks\"`"),
  Mistake(
    "unquoted-text", "say: 1️⃣{author.name}, thanks", silent: "say: Thanks, {author.name}",
    help: "write `\"{author.name}, thanks\"`"),
  Mistake(
    "unquoted-text", "say: 1️⃣[what] is not right", silent: "say: '[what] is not right'",
    help: "write `\"[what] is not right\"`"),
  Mistake("unquoted-text", "contact: 1️⃣@brand", silent: "contact: me@brand", help: "write `\"@brand\"`"),
  Mistake("unquoted-text", "[a, 1️⃣@brand, b]", silent: "[a, '@brand', b]", help: "write `\"@brand\"`"),
  Mistake("unquoted-text", "a: 1️⃣`code`", silent: "a: the `code`", help: "write `\"`code`\"`"),
  Mistake("unquoted-text", "a: 1️⃣%b", silent: "a: 5%"),
  Mistake("unquoted-text", "a: 1️⃣\"b\" and c", silent: "a: b and \"c\"", help: "write `'\"b\" and c'`"),
  Mistake(
    "hashtag-comment", "terms: [a, 1️⃣#b]", silent: "terms: [a, '#b']",
    help: "write `\"#b\"`, or `# ` with a space if it is a comment"),
  Mistake("hashtag-comment", "terms: [a, 1️⃣#b\n  , c]", silent: "terms: [a, # b\n  c]"),
  Mistake("hashtag-comment", "terms: [1️⃣#b]\nc: d", silent: "terms: [a#b]\nc: d"),
  Mistake("hashtag-comment", "key: 1️⃣#tag\nother: b", silent: "key:\n  #comment\n  a\nother: b"),
  Mistake("hashtag-comment", "- 1️⃣#tag\n- b", silent: "- '#tag' #comment\n- b"),
  Mistake(
    "hashtag-comment", "key: Visit room 1️⃣#5 now", silent: "key: Visit room # five now",
    help: "write `\"Visit room #5 now\"`, or `# ` with a space if it is a comment"),
  Mistake("yaml-alias", "terms: [1️⃣*foo]", silent: "terms: ['*foo', foo*]"),
  Mistake("yaml-alias", "- 1️⃣*bar", silent: "- want* * refund"),
  Mistake(
    "yaml-alias", "- 1️⃣* refund", silent: "- '* refund'",
    help: "write `\"* refund\"` if it is a text, or name what is used twice (a signal, a lexicon)"),
  Mistake("yaml-alias", "terms: [a, 1️⃣* b, c]", silent: "terms: [a, '* b', c]"),
  Mistake("yaml-anchor", "a: 1️⃣&b c", silent: "a: b & c"),
  Mistake("yaml-anchor", "a: 1️⃣& b", silent: "a: '& b'"),
  Mistake("yaml-tag", "a: 1️⃣!important", silent: "a: important!"),
  Mistake("yaml-tag", "a: 1️⃣!!str b", silent: "a: b !!str"),
  Mistake("merge-key", "1️⃣<<: {a: b}", silent: "'<<': {a: b}"),
  Mistake("yaml-directive", "1️⃣%YAML 1.2\n---\na: b", silent: "---\na: b"),
  Mistake("explicit-key", "1️⃣? a\n: b", silent: "?a: b"),
  Mistake("explicit-key", "[1️⃣?a: b]", silent: "['?a': b]"),
  Mistake("collection-as-key", "1️⃣[a, b]: c", silent: "'[a, b]': c"),
  Mistake("empty-key", "1️⃣: a", silent: ":a"),
  Mistake("empty-key", "b: c\n1️⃣: a", silent: "b: c\n':': a"),
  Mistake("several-documents", "a: b\n1️⃣---\nc: d", silent: "---\na: b"),
  Mistake("document-marker", "a: b\n1️⃣...\n", silent: "a: b\n"),
  Mistake("document-marker", "1️⃣--- a", silent: "# x\n--- # one\na: b"),
  Mistake("tab-character", "a:\n1️⃣\tb: c", silent: "a:\n  b: c"),
  Mistake("tab-character", "a:1️⃣\tb", silent: "a: \"\tb\""),
  Mistake("tab-character", "a: b1️⃣\tc", silent: "a: b\\tc"),
  Mistake("tab-character", "a: b1️⃣\t# c", silent: "a: b # \tc"),
  Mistake("tab-character", "a: |\n  b1️⃣\tc", silent: "a: |\n  b c"),
  Mistake("tab-character", "-1️⃣\ta", silent: "- a"),
  Mistake("comment-without-space", "a: 'b'1️⃣# c", silent: "a: 'b' # c"),
  Mistake("comment-without-space", "a: [b]1️⃣# c", silent: "a: [b] # c"),
  Mistake("comment-without-space", "a: |1️⃣# c\n  d", silent: "a: | # c\n  d"),
  Mistake("lone-dash", "a: [b, 1️⃣-]", silent: "a: [b, -c]\nd:\n  -"),
  Mistake("unclosed-quote", "a: 1️⃣\"b\nc: d", silent: "a: \"b\"\nc: d"),
  Mistake("unclosed-quote", "a: 1️⃣'b\nc: 'd'\ne: f", silent: "a: 'b'\nc: 'd'\ne: f"),
  Mistake("unclosed-quote", "a:\n  - 1️⃣\"b\n  - \"c\"\nd: e", silent: "a:\n  - \"b\"\n  - \"c\"\nd: e"),
  Mistake("quote-within-quotes", "a: 'it1️⃣'s\nb: c", silent: "a: 'it''s'\nb: c"),
  Mistake("unclosed-bracket", "a: 1️⃣[b, c\nd: e", silent: "a: [b, c]\nd: e"),
  Mistake("unclosed-bracket", "a: 1️⃣{b: c,\nd: e", silent: "a: {b: c}\nd: e"),
  Mistake("unclosed-bracket", "a: 1️⃣[b, [c]\nd: e", silent: "a: [b, [c]]\nd: e"),
  Mistake("stray-bracket", "a: b\n1️⃣}\nc: d", silent: "a: b}\nc: d"),
  Mistake("stray-bracket", "terms: refund, money back1️⃣]", silent: "terms: [refund, money back]\na: ':]'\nb: x :]"),
  Mistake("stray-quote", "[you idiots1️⃣\", \"b\"]", silent: "[\"you idiots\", a 12\", the \"b\"]"),
  Mistake("stray-comma", "a: [b, 1️⃣, c]", silent: "a: [b, c, ]"),
  Mistake("missing-comma", "a: [\"b\" 1️⃣c]", silent: "a: [\"b\", c]"),
  Mistake("wrong-indentation", "a:\n   b: 1\n  1️⃣c: 2", silent: "a:\n   b: 1\n   c: 2"),
  Mistake("wrong-indentation", "a: b\n  1️⃣c: d\ne: f", silent: "a: b\nc: d\ne: f"),
  Mistake("wrong-indentation", "a: [b,\n1️⃣c]\nd: e", silent: "a: [b,\n  c]\nd: e"),
  Mistake("wrong-indentation", "a: [\n  b,\n1️⃣]\nd: e", silent: "a: [\n  b,\n  ]\nd: e"),
  Mistake("wrong-indentation", "a: \"b\n1️⃣c\"\nd: e", silent: "a: \"b\n  c\"\nd: e"),
  Mistake("wrong-indentation", "a: |\n1️⃣   \n  b", silent: "a: |\n  \n  b"),
  Mistake("missing-space", "a: 1\nb1️⃣:2\nc: 3", silent: "a: 1\nb: 2\nc: 3"),
  Mistake("missing-space", "a:\n  b1️⃣:2\n  c: 3", silent: "a:\n  b: 2\n  c: 3"),
  Mistake("missing-colon", "a: 1\n1️⃣and so on\nc: 3", silent: "a: 1\n  and so on\nc: 3"),
  Mistake("missing-colon", "a: 1\n1️⃣-------\nc: 3", silent: "a: 1\n# -----\nc: 3", help: "put `#` before it"),
  Mistake("misplaced-dash", "a: 1️⃣- b\nc: d", silent: "a:\n- b\nc: d"),
  Mistake(
    "bad-escape", "a: \"1️⃣\\d+\"", silent: "a: '\\d+'",
    help: "write `'\\d+'` in single quotes, or `\\\\` for a backslash"),
  Mistake("smart-quotes", "a: 1️⃣“b”", silent: "a: say “b”"),
  Mistake("smart-quotes", "a: [1️⃣‘b’]", silent: "a: ['‘b’', don’t]"),
  Mistake("no-break-space", "a: b1️⃣\u{A0}c", silent: "a: 'b\u{A0}c'"),
  Mistake("no-break-space", "a:1️⃣\u{A0}b\nc: d", silent: "a: b\nc: d"),
  Mistake("no-break-space", "a:\n1️⃣\u{A0}\u{A0}b: c", silent: "a:\n  b: c"),
]

@Suite struct SyntaxMistakeTests {
  @Test(arguments: mistakes)
  func `a mistake makes one finding at its place, and its twin none`(mistake: Mistake) {
    #expect(differences(in: mistake.text, from: [1: mistake.name]) { Reading($0).findings } == [])
    #expect(differences(in: mistake.twin) { Reading($0).findings } == [])
  }

  @Test(arguments: mistakes.filter { $0.help != nil })
  func `the help says what to write`(mistake: Mistake) {
    #expect(Reading(marked(mistake.text).text).findings.first?.help == mistake.help)
  }
}
