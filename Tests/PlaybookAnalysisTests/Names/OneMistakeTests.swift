import Diagnostics
import PlaybookAnalysis
import TestSupport
import Testing

/// Playbooks with one mistake from which others seem to follow. The finding begins at 1️⃣.
private let mistakes: [(name: String, text: String)] = [
  // What an unknown name would have used, or been, stays silent.
  (
    "unknown-lexicon",
    "lexicons: {insults: [fool]}\ncategories: [{category: a, when: {text.uses: 1️⃣insult}}, {category: b, when: otherwise}]"
  ),
  (
    "unknown-condition",
    "facts: {order.late: {type: yes_no}}\ncategories: [{category: a, when: {1️⃣order.lat: yes}}, {category: b, when: otherwise}]"
  ),
  (
    "unknown-key",
    "lexicons: {insults: [fool]}\ncategories: [{category: a, 1️⃣whenn: {text.uses: insults}}, {category: b, when: otherwise}]"
  ),
  (
    "unknown-key",
    "lexicons: {insults: [fool]}\ncategories: [{category: a, when: {text.words: 1}, 1️⃣spells: insults}, {category: b, when: otherwise}]"
  ),
  (
    "unknown-key",
    "lexicons: {l: {1️⃣term: [fool]}}\ncategories: [{category: a, when: {text.uses: l}}, {category: b, when: otherwise}]"
  ),
  ("unknown-key", "tests: [{test: t, 1️⃣coment: hi, expect: {category: other}}]"),
  ("unknown-key", "tests: [{test: t, comment: hi, 1️⃣expects: {category: other}}]"),
  ("unknown-key", "categories: [{category: a, when: {text.words: 1}}, {category: b, 1️⃣whem: otherwise}]"),
  // A broken name is still a name.
  (
    "invalid-name",
    "lexicons: {1️⃣My Words: [fool]}\ncategories: [{category: a, when: {text.uses: My Words}}, {category: b, when: otherwise}]"
  ),
  ("invalid-name", "teams: {1️⃣été: {title: x}}\nescalations: [{escalation: e, when: {text.words: 1}, to: été}]"),
  ("unknown-word", "facts: {vip: {type: 1️⃣bool}}\nescalations: [{escalation: e, when: {vip: yes}}]"),
  (
    "invalid-number",
    "ladders: {l: {rungs: [{rung: warn, strikes: 1️⃣one}, {rung: block, strikes: 2, needs: warn}]}}\ncategories: [{category: a, when: otherwise, ladder: l}]"
  ),
  // A broken condition leaves its category where it is.
  ("wrong-type", "categories: [{category: a, when: {text.words: 1}}, {category: b, when: 1️⃣always}]"),
  ("unknown-word", "categories: [{category: a, when: {text.words: 1}}, {category: b, when: 1️⃣otherwis}]"),
  ("invalid-test", "categories: [{category: a, when: {text.words: 1️⃣many}}, {category: b, when: otherwise}]"),
  (
    "empty-value",
    "lexicons: {l: {terms: 1️⃣[]}}\ncategories: [{category: a, when: {text.uses: l}}, {category: b, when: otherwise}]"
  ),
  (
    "wrong-type",
    "lexicons: {l: 1️⃣fool}\ncategories: [{category: a, when: {text.uses: l}}, {category: b, when: otherwise}]"
  ),
  ("wrong-type", "tests: [{test: t, comment: hi, expect: 1️⃣other}]"),
  // A file that is missing might define anything.
  (
    "missing-file",
    "imports: [1️⃣rest]\nlexicons: {own: [x]}\nsignals: {s: {text.uses: insults, signal: angry, order.late: 1}}\nresponses: {r: {owner: care}}"
  ),
  (
    "missing-file", "imports: [1️⃣rest]\nteams: {care: {cover: duty}}\ncategories: [{category: a, when: {text.words: 1}}]"
  ),
  ("outside-path", "imports: [1️⃣https://a.example/rest.yaml]\nsignals: {s: {signal: angry}}"),
  (
    "outside-path",
    "lexicons: {l: {file: 1️⃣/etc/words.txt}}\ncategories: [{category: a, when: {text.uses: l}}, {category: b, when: otherwise}]"
  ),
  (
    "missing-file",
    "lexicons: {l: {file: 1️⃣words.txt}}\ncategories: [{category: a, when: {text.uses: l}}, {category: b, when: otherwise}]"
  ),
  ("unknown-library", "imports: [1️⃣std/chanels]\nused_on: [facebook]"),
  ("unknown-language-version", "decorum: 1️⃣3\nplaybook: shop\nmoods: [x]\ncategories: nothing"),
  // What could not be read as YAML is not read as anything else.
  (
    "folded-comparison",
    "signals:\n  s:\n    author.followers: 1️⃣> 10000\ncategories: [{category: a, when: {signal: s}}, {category: b, when: otherwise}]"
  ),
  ("unquoted-text", "teams:\n  care:\n    title: 1️⃣@care\nlexicons: {l: [x]}"),
  ("unquoted-text", "lexicons:\n  l:\n    disguises: 1️⃣%\n    terms: [x]\nsignals: {s: {text.uses: l}}"),
  (
    "unclosed-bracket",
    "categories:\n  - category: a\n    when: 1️⃣{text.words: 1\n  - category: b\n    when: otherwise\n"
  ),
  ("unclosed-bracket", "teams:\n  care: 1️⃣{title: Care\n  duty: {hours: always}\nresponses:\n  r: {owner: care}\n"),
]

@Test(arguments: mistakes) func `one mistake makes one finding`(_ name: String, _ text: String) throws {
  let (text, places) = marked(playbook(text))
  let findings = try analysed(text).findings.filter { $0.severity != .note }
  #expect(
    findings.map { "\($0.name): \($0.message)" }.count == 1,
    "\(findings.map { "\($0.name) \($0.span.start): \($0.message)" })")
  #expect(findings.first?.name.description == name)
  #expect(findings.first?.span.start == places[1])
}

@Test func `two mistakes make two findings, in the order of the text`() throws {
  let text = playbook(
    "lexicons: {l: [x]}\nsignals:\n  s: {text.uses: ll, text.words: more than 5 words}\n  t: {text.sayz: x}\nresponses: {r: {owner: care, titel: x}}"
  )
  #expect(
    told(try analysed(text)).map { $0.prefix { $0 != " " } } == [
      "unknown-lexicon", "invalid-test", "unknown-condition", "unknown-team", "unknown-key",
    ])
}
