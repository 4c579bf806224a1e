import Diagnostics
import TestSupport
import Testing

/// A playbook with a lexicon that an escalation uses.
private func lexicon(_ lexicon: String, _ condition: String = "text.uses: l") -> String {
  playbook("lexicons: {l: \(lexicon)}\nescalations: [{escalation: e, when: {\(condition)}, do: [capture]}]")
}

private let duplicates = [
  FindingCase(
    "duplicate-term", "the term `idiot` stands here twice", severity: .warning, help: "leave one of them out",
    in: lexicon("[idiot, moron, 1️⃣idiot2️⃣]"), notIn: lexicon("[idiot, moron, idiots]")),
  FindingCase(
    "duplicate-term", "`İDIOT` is the same term as `i̇diot`", severity: .warning, help: "leave one of them out",
    in: lexicon("[i̇diot, 1️⃣İDIOT2️⃣]"), notIn: lexicon("[i̇diot, idiot]")),
  FindingCase(
    "duplicate-term", "`rip-off` is the same term as `rip off`", severity: .warning, help: "leave one of them out",
    in: lexicon("[rip off, 1️⃣rip-off2️⃣]"), notIn: lexicon("[rip off, ripoff]")),
  FindingCase(
    "duplicate-term", "the term `late` stands here twice", severity: .warning, help: "leave one of them out",
    in: lexicon("{weights: {late: 3}, terms: [1️⃣late2️⃣]}"), notIn: lexicon("{weights: {late: 3}, terms: [later]}")),
  FindingCase(
    "duplicate-term", "the term `no idiot` stands here twice", severity: .warning, help: "leave one of them out",
    in: lexicon("{terms: [idiot], except: [no idiot, 1️⃣no idiot2️⃣]}"),
    notIn: lexicon("{terms: [idiot], except: [no idiot, an idiot]}")),
]

@Test(arguments: duplicates) func `a term stands once in a lexicon`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

@Test func `of two weights the finding says which counts`() throws {
  let found = findings(in: lexicon("{weights: {late: 2, LATE: 3}}", "text.score: {l: 3}"))
  #expect(found.map(\.name) == ["duplicate-term"])
  #expect(found.first?.label == "its weight 2 does not count")
  #expect(found.first?.related.map(\.label) == ["weighs 3"])
}

@Test func `a term of a file that stands twice is found in the file`() throws {
  let text = lexicon("{terms: [moron], file: words.txt}")
  let analysis = try analysed(text, with: ["words.txt": "idiot\n# a comment\nMoron\n"])
  #expect(told(analysis, from: .warning) == ["duplicate-term words.txt:3:1 `Moron` is the same term as `moron`"])
}

private func two(_ lexicons: String) -> String {
  playbook(
    "lexicons: {\(lexicons)}\nescalations: [{escalation: e, when: {text.uses: a}, do: [capture]}, {escalation: f, when: {text.uses: b}, do: [monitor]}]"
  )
}

private let shared = [
  FindingCase(
    "shared-term", "`Rotten` is in the lexicon `a` too", severity: .note,
    in: two("a: [awful, rotten], b: [1️⃣Rotten2️⃣, idiot]"), notIn: two("a: [awful, rotten], b: [rotten idiot]")),
  FindingCase(
    "shared-term", "`awful` is in the lexicon `a` too, as 1 more of these terms are", severity: .note,
    in: two("a: [awful, rotten], b: [1️⃣awful2️⃣, rotten, idiot]"), notIn: two("a: [awful, rotten], b: [idiot]")),
]

@Test(arguments: shared) func `two lexicons with a common term are told once`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

private let short = [
  FindingCase(
    "short-term", "`ok` has fewer than three letters", severity: .warning,
    help: "write it with the word beside it, or leave it out",
    in: lexicon("[fine, 1️⃣ok2️⃣]"), notIn: lexicon("[okay, \"c++\", \"#a\", 返, 返金, 👍, \":)\", ok then, 100]")),
  FindingCase(
    "wide-wildcard", "`re*` is met by a great many words", severity: .warning,
    help: "write at least three letters beside the `*`",
    in: lexicon("[fine, 1️⃣re*2️⃣]"), notIn: lexicon("[fine, ref*, re* money]")),
  FindingCase(
    "wide-wildcard", "`*s` is met by a great many words", severity: .warning,
    help: "write at least three letters beside the `*`",
    in: lexicon("[fine, 1️⃣\"*s\"2️⃣]"), notIn: lexicon("[fine, \"*hrs\"]")),
]

@Test(arguments: short) func `a term has enough letters to mean something`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

private let redundant = [
  FindingCase(
    "redundant-term", "wherever `refunded` is, `refund*` is found too", severity: .note,
    in: lexicon("[1️⃣refunded2️⃣, refund*, money back]"), notIn: lexicon("[refunded, refund, money back]")),
  FindingCase(
    "redundant-term", "wherever `my bag` is, `bag` is found too", severity: .note,
    in: lexicon("[1️⃣my bag2️⃣, bag]"), notIn: lexicon("{terms: [my bag, bag], except: [bag of gold]}")),
  FindingCase(
    "redundant-term", "wherever `refunded` is, `refund*` is found too", severity: .note,
    in: lexicon("[1️⃣refunded2️⃣, refund*, money back]"),
    notIn: lexicon("[refunded, refund*, money back]", "text.count: {l: at least 2}")),
  FindingCase(
    "redundant-term", "wherever `refunded` is, `refund*` is found too", severity: .note,
    in: lexicon("[1️⃣refunded2️⃣, refund*, money back]"), notIn: lexicon("{weights: {refunded: 2, refund*: 1}}")),
  FindingCase(
    "swallowing-wildcard", "`idio*` is found wherever one of the 2 other terms of `l` is", severity: .warning,
    help: "write a longer beginning, or leave the other terms out",
    in: lexicon("[idiot, 1️⃣idio*2️⃣, you idiots]"), notIn: lexicon("[idiot, moron, you idiots]")),
]

@Test(arguments: redundant) func `a term finds what no other finds`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

private let exceptions = [
  FindingCase(
    "idle-exception", "no term of `l` can stand within `village fool`", severity: .warning,
    help: "write the whole phrase with the term in it, or leave the exception out",
    in: lexicon("{terms: [idiot], except: [1️⃣village fool2️⃣]}"),
    notIn: lexicon("{terms: [idiot*, bombs], except: [village idiots, photo bomb*, \"* idiot\"]}")),
  FindingCase(
    "idle-exception", "no term of `l` can stand within `1d10t test`", severity: .warning,
    help: "write the whole phrase with the term in it, or leave the exception out",
    in: lexicon("{terms: [idiot], except: [1️⃣1d10t test2️⃣]}"),
    notIn: lexicon("{terms: [idiot], except: [1d10t test], disguises: yes}")),
  FindingCase(
    "excepted-term", "`moron` is never found: `moron*` takes it away everywhere", severity: .warning,
    help: "leave the term out, or write more words into the exception",
    in: lexicon("{terms: [idiot, 1️⃣moron2️⃣], except: [moron*]}"),
    notIn: lexicon("{terms: [idiot, moron*], except: [moron]}")),
  FindingCase(
    "excepted-term", "`you fool` is never found: `You fool` takes it away everywhere", severity: .warning,
    help: "leave the term out, or write more words into the exception",
    in: lexicon("{terms: [idiot, 1️⃣you fool2️⃣], except: [You fool]}"),
    notIn: lexicon("{terms: [idiot, you fool], except: [you fool me]}")),
]

@Test(arguments: exceptions) func `an exception takes away something, and not everything`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

private let disguised = [
  FindingCase(
    "everyday-disguise", "`god` in disguise is also found in the everyday word `good`", severity: .warning,
    help: "add `good` to `except`, or move the term to a lexicon without `disguises`",
    in: lexicon("{terms: [1️⃣god2️⃣, idiot], disguises: yes}"),
    notIn: lexicon("{terms: [god, idiot], except: [good], disguises: yes}")),
  FindingCase(
    "everyday-disguise", "`ist` in disguise is also found in the everyday word `1st`", severity: .warning,
    help: "add `1st` to `except`, or move the term to a lexicon without `disguises`",
    in: lexicon("{terms: [1️⃣ist2️⃣], disguises: yes}"), notIn: lexicon("{terms: [istanbul, moon], disguises: yes}")),
]

@Test(arguments: disguised) func `a disguised term meets no honest word`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

@Test func `many terms are checked in a moment`() throws {
  let stems = (0..<20_000).map { "abc\($0)*" }, phrases = (0..<20_000).map { "my word\($0) here" }
  let text = lexicon("{terms: [a day, b day], file: words.txt, except: [my word7 here now]}")
  let files = ["words.txt": (stems + phrases).joined(separator: "\n")]
  var found: [String] = []
  let elapsed = try ContinuousClock().measure { found = told(try analysed(text, with: files), from: .warning) }
  #expect(found == [])
  // Every pair of terms would take minutes.
  #expect(elapsed < .seconds(60), "\(elapsed)")
  print("40,000 terms: \(elapsed)")
}
