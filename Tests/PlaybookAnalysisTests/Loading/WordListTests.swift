import DecisionModel
import Diagnostics
import PlaybookAnalysis
import PlaybookModel
import TestSupport
import Testing

private let text = playbook(
  "lexicons: {l: {file: words.txt}}\ncategories: [{category: a, when: {text.uses: l}}, {category: b, when: otherwise}]")

private func terms(in list: String) throws -> [String] {
  let analysis = try analysed(text, with: ["words.txt": list])
  #expect(told(analysis) == [])
  return analysis.playbook?.lexicons.first?.terms.map(\.term) ?? []
}

@Test(arguments: [
  ("idiot\nfool\n", ["idiot", "fool"]), ("idiot\r\nfool\r\n", ["idiot", "fool"]), ("idiot\nfool", ["idiot", "fool"]),
  ("\u{FEFF}idiot\nfool\n", ["idiot", "fool"]), ("\u{FEFF}# words\nfool\n", ["fool"]),
  ("  idiot  \n\tfool\t\n", ["idiot", "fool"]),
  ("# people\nidiot # the first\n\n   \nfool\t#and\n", ["idiot", "fool"]),
  ("#metoo\n c# \nfool#1\n", ["c#", "fool#1"]), ("two words\nc++\n☕️\nça va\n", ["two words", "c++", "☕️", "ça va"]),
  ("fool\nfool\n", ["fool"]), ("want* * refund\n", ["want* * refund"]),
])
func `a word list has a term on each line, and comments`(_ list: String, _ expected: [String]) throws {
  #expect(try terms(in: list) == expected)
}

@Test func `a line that is no term is told in the list`() throws {
  let analysis = try analysed(text, with: ["words.txt": "fool\n  re*fund  # odd\n*\n"])
  #expect(
    told(analysis) == [
      "invalid-term words.txt:2:3 `*` stands inside a word of `re*fund`",
      "invalid-term words.txt:3:1 `*` would be in every text",
    ])
}

@Test func `a list that two lexicons share is read once`() throws {
  let shared = playbook(
    "lexicons: {k: {file: words.txt}, l: {file: ./words.txt, disguises: yes}}\nsignals: {s: {text.uses: [k, l]}}")
  let analysis = try analysed(shared, with: ["words.txt": "fool\n*\n"])
  #expect(analysis.files.files.map(\.name) == ["playbook.yaml", "words.txt"])
  #expect(told(analysis).count == 1)
}

private let emptyLexicons = [
  FindingCase(
    "empty-lexicon", "the lexicon `l` has no terms", help: "add `terms`, `weights` or a `file` with at least one term",
    in: playbook("lexicons: {1️⃣l2️⃣: {about: Words}}"), notIn: playbook("lexicons: {l: {about: Words, terms: [fool]}}")),
  FindingCase(
    "empty-lexicon", "the lexicon `l` has no terms", help: "write at least one term in `words.txt`",
    in: playbook("lexicons: {1️⃣l2️⃣: {file: words.txt}}"),
    notIn: playbook("lexicons: {l: {file: words.txt, weights: {fool: 1}}}")),
]

@Test(arguments: emptyLexicons) func `a lexicon has terms`(_ promised: FindingCase) {
  #expect(promised.differences { (try? analysed($0, with: ["words.txt": "# none yet\n"]).findings) ?? [] } == [])
}

private let hiddenCharacters: [(list: [UInt8], name: String, message: String)] = [
  ([0x66, 0xFF, 0x0A], "not-utf-8", "this word list is not UTF-8 text"),
  (Array("fo\u{1}ol".utf8), "control-character", "U+0001 is a control character"),
  (Array("a\rb\r".utf8), "hidden-line-break", "U+000D ends a line for some programs only"),
  (Array("a\u{2028}b".utf8), "hidden-line-break", "U+2028 ends a line for some programs only"),
  (Array("fo\u{202E}ol".utf8), "bidi-control", "U+202E makes this line look other than it is read"),
  (Array("fool\n\u{FEFF}ass".utf8), "byte-order-mark", "a byte order mark (U+FEFF) stands in the middle of the file"),
  (Array("fo\u{200B}ol".utf8), "invisible-character", "U+200B cannot be seen"),
]

@Test(arguments: hiddenCharacters) func `what hides in a word list is told`(
  _ list: [UInt8], _ name: String, _ message: String
) throws {
  let analysis = try analysed(Array(text.utf8), with: ["words.txt": list])
  let findings = analysis.findings.filter { $0.severity == .error }
  #expect(findings.map(\.name.description) == [name])
  #expect(findings.map(\.message) == [message])
}
