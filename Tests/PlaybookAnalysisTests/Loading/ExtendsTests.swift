import DecisionModel
import Diagnostics
import PlaybookAnalysis
import PlaybookModel
import TestSupport
import Testing

private let base = """
  decorum: 1
  playbook: base
  title: The group
  teams: {care: {title: Care}}
  lexicons: {insults: [idiot], never-used: [xylophone]}
  categories:
    - {category: abuse, when: {text.uses: insults}}
    - {category: complaint, when: {text.says: late}}
    - {category: other, when: otherwise}
  escalations: [{escalation: court, when: {text.says: court}, to: care}]
  """

private func extended(_ text: String, base: String = base, with files: [String: String] = [:]) throws -> Analysis {
  let whole = "decorum: 1\nplaybook: shop\nextends: ../base\n" + text
  return try analysed(
    whole, with: ["base/playbook.yaml": base].merging(files) { $1 }, at: "shop/playbook.yaml")
}

/// What is wrong in an extending playbook: after the text, the one finding it gives and its help.
private let mistakes: [(text: String, told: String, help: String)] = [
  (
    "categories: [{category: new, when: {text.words: 1}}]",
    "missing-rank shop/playbook.yaml:4:25 `new` does not say where it ranks in the playbook it extends",
    "add `before:` or `after:` with the name of a category"
  ),
  (
    "categories: [{category: new, when: {text.words: 1}, before: complain}]",
    "unknown-category shop/playbook.yaml:4:61 there is no category `complain`", "write `complaint` (playbook.yaml:8)"
  ),
  (
    "categories: [{category: new, when: {text.words: 1}, before: abuse, after: complaint}]",
    "contradictory-keys shop/playbook.yaml:4:75 a category ranks `before` one or `after` one, not both",
    "leave one of them out"
  ),
  (
    "categories: [{category: new, when: {text.words: 1}, after: other}]",
    "otherwise-not-last shop/playbook.yaml:4:60 `other` takes every comment that reaches it, so nothing ranks after it",
    "write `before: other`"
  ),
  (
    "categories: [{category: abuse, when: {text.words: 1}, after: complaint}]",
    "misplaced-rank shop/playbook.yaml:4:62 `abuse` has the rank of the category that it replaces",
    "leave it out, or give the category a name of its own"
  ),
  (
    "categories: [{category: a, when: {text.words: 1}, after: b}, {category: b, when: {text.words: 1}, before: a}]",
    "rank-cycle shop/playbook.yaml:4:25 where `a` ranks depends on itself",
    "let one of them rank beside a category of the playbook that is extended"
  ),
  (
    "categories: [{category: a, when: {text.words: 1}, after: a}]",
    "rank-cycle shop/playbook.yaml:4:25 where `a` ranks depends on itself",
    "let one of them rank beside a category of the playbook that is extended"
  ),
  (
    "categories: [{category: rest, when: otherwise}]",
    "second-otherwise shop/playbook.yaml:4:25 two categories say `otherwise`", "give one of them a condition"
  ),
  (
    "categories: [{category: other, when: {text.words: 1}}]",
    "missing-otherwise shop/playbook.yaml:4:25 no category takes what no other takes",
    "end the list with a category that says `when: otherwise`"
  ),
  (
    "lexicons: {insults: [fool]}\nteams: {care: {title: x}, care-too: {title: y}}",
    "unused-team shop/playbook.yaml:5:27 nothing uses the team `care-too`", "use it, or leave it out"
  ),
]

@Test(arguments: mistakes) func `what is wrong in a playbook that extends another is told once`(
  _ mistake: (text: String, told: String, help: String)
) throws {
  let analysis = try extended(mistake.text)
  #expect(told(analysis, from: .warning) == [mistake.told])
  #expect(analysis.findings.first { $0.severity != .note }?.help == mistake.help)
}

@Test func `a definition of the same name replaces the inherited one, and nothing of it is left`() throws {
  let analysis = try extended(
    "lexicons: {insults: {terms: [fool]}}\ncategories: [{category: complaint, when: {text.says: cold}}]")
  #expect(told(analysis, from: .warning) == [])
  let playbook = try #require(analysis.playbook)
  #expect(playbook.lexicons.first?.terms.map(\.term) == ["fool"])
  #expect(playbook.categories.map(\.definition.name) == ["abuse", "complaint", "other"])
  #expect(playbook.title == "The group")
  #expect(playbook.name == "shop")
  #expect(
    playbook.categories.map { analysis.files.location(of: $0.definition.span) } == [
      "base/playbook.yaml:7:5", "shop/playbook.yaml:5:14", "base/playbook.yaml:9:5",
    ])
}

@Test func `what a replaced definition names need not be there`() throws {
  let broken = base.replacing("text.says: late", with: "text.uses: nothing")
  #expect(
    told(try extended("", base: broken)) == ["unknown-lexicon base/playbook.yaml:8:45 there is no lexicon `nothing`"])
  #expect(told(try extended("categories: [{category: complaint, when: {text.says: cold}}]", base: broken)) == [])
}

@Test func `all of a section may be replaced`() throws {
  let analysis = try extended(
    """
    teams: {care: {title: x}}
    lexicons: {insults: [fool], never-used: [bread]}
    categories: [{category: abuse, when: {text.uses: insults}}, {category: complaint, when: {text.uses: never-used}},
      {category: other, when: otherwise}]
    escalations: [{escalation: court, when: {text.says: judge}, to: care}]
    """)
  #expect(told(analysis, from: .warning) == [])
}

@Test func `a playbook without another to extend ranks as it is listed`() {
  let promised = FindingCase(
    "misplaced-rank", "categories rank as they are listed where no playbook is extended",
    help: "move the category to its place in the list",
    in: playbook("categories: [{category: a, when: {text.words: 1}, before: 1️⃣b2️⃣}, {category: b, when: otherwise}]"),
    notIn: playbook("categories: [{category: a, when: {text.words: 1}}, {category: b, when: otherwise}]"))
  #expect(promised.differences(check: findings) == [])
}

private let unread: [(path: String, files: [String: String], told: String)] = [
  ("../bse", [:], "missing-file shop/playbook.yaml:3:10 there is no file `../bse`"),
  (
    "std/channels", [:],
    "no-playbook shop/playbook.yaml:3:10 the standard library is no playbook that can be extended"
  ),
  (".", [:], "extends-cycle shop/playbook.yaml:3:10 this playbook extends itself in the end"),
  (
    "../base", ["base/playbook.yaml": playbook("extends: ../shop\ncategories: [{category: a, when: otherwise}]")],
    "extends-cycle base/playbook.yaml:3:10 this playbook extends itself in the end"
  ),
  ("../base", ["base/playbook.yaml": "- a"], "no-playbook base/playbook.yaml:1:1 this file holds no playbook"),
  (
    "/etc/base", [:], "outside-path shop/playbook.yaml:3:10 `/etc/base` is no path within the playbook's folder"
  ),
]

@Test(arguments: unread) func `a playbook that cannot be extended is told where it is named`(
  _ failed: (path: String, files: [String: String], told: String)
) throws {
  let text = "decorum: 1\nplaybook: shop\nextends: \(failed.path)\ncategories: [{category: a, when: {text.uses: b}}]"
  #expect(told(try analysed(text, with: failed.files, at: "shop/playbook.yaml")) == [failed.told])
}

@Test func `playbooks may not extend one another on and on`() throws {
  let files = Dictionary(
    uniqueKeysWithValues: (0..<100).map {
      ("f\($0).yaml", "decorum: 1\nplaybook: p\nextends: f\($0 + 1)\ncategories: [{category: other, when: otherwise}]")
    })
  let analysis = try analysed(playbook("extends: f0"), with: files)
  #expect(told(analysis) == ["imports-too-deep f62.yaml:3:10 more than 64 playbooks extend one another in a row"])
}

@Test func `a name that two files of one playbook define is told with both places, one that is inherited is not`()
  throws
{
  let files = ["shop/words.yaml": "lexicons: {insults: [fool]}"]
  #expect(told(try extended("imports: [words]", with: files)) == [])
  let analysis = try extended("imports: [words]\nlexicons: {insults: [clown]}", with: files)
  #expect(told(analysis) == ["defined-twice shop/words.yaml:1:12 the lexicon `insults` is defined twice"])
  let finding = try #require(analysis.findings.first { $0.name == "defined-twice" })
  #expect(finding.related.map { analysis.files.location(of: $0.span) } == ["shop/playbook.yaml:5:12"])
}

@Test func `what a base says of a step of the language holds over the library that it imports`() throws {
  let base = """
    imports: [std/reply-steps]
    lexicons: {gratitude: [merci]}
    response_steps: {thank: {shown_by: gratitude}}
    """
  let analysis = try analysed(
    "decorum: 1\nplaybook: shop\nextends: ../base", with: ["base/playbook.yaml": playbook(base)],
    at: "shop/playbook.yaml")
  #expect(told(analysis) == [])
}

@Test func `long rows of new categories are ranked without a stack of their own`() throws {
  let rows = (0..<5000).map { row in
    "- {category: c\(row), when: {text.words: 1}, after: \(row == 0 ? "abuse" : "c\(row - 1)")}"
  }
  let analysis = try extended("categories:\n" + rows.joined(separator: "\n"))
  #expect(told(analysis) == [])
  #expect(analysis.playbook?.categories.dropFirst(5000).first?.definition.name == "c4999")
}
