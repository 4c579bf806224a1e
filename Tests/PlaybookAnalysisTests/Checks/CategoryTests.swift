import PlaybookAnalysis
import PlaybookModel
import TestSupport
import Testing

private let cases = [
  FindingCase(
    "missing-otherwise", "no category takes what no other takes",
    help: "end the list with a category that says `when: otherwise`",
    in: playbook("categories: [{category: a, when: {text.words: 1}}, {category: 1️⃣b2️⃣, when: {text.words: 2}}]"),
    notIn: playbook("categories: [{category: a, when: {text.words: 1}}, {category: b, when: otherwise}]")),
  FindingCase(
    "second-otherwise", "two categories say `otherwise`", help: "give one of them a condition",
    in: playbook("categories: [{category: a, when: otherwise}, {category: 1️⃣b2️⃣, when: otherwise}]"),
    notIn: playbook("categories: [{category: a, when: {text.words: 1}}, {category: b, when: otherwise}]")),
  FindingCase(
    "otherwise-not-last", "`otherwise` takes every comment, and categories follow",
    help: "move it to the end of the list",
    in: playbook("categories: [{category: 1️⃣a2️⃣, when: otherwise}, {category: b, when: {text.words: 1}}]"),
    notIn: playbook("categories: [{category: b, when: {text.words: 1}}, {category: a, when: otherwise}]")),
  FindingCase(
    "misplaced-condition", "`category` cannot be asked here",
    help: "write what it looks for, or ask for `category` in escalations and promises only",
    in: playbook("categories: [{category: a, when: {1️⃣category2️⃣: b}}, {category: b, when: otherwise}]"),
    notIn: playbook("escalations: [{escalation: e, when: {category: other}}]")),
  FindingCase(
    "misplaced-condition", "`escalation` cannot be asked here",
    help: "write what it looks for, or ask for `escalation` in promises only",
    in: playbook(
      "escalations: [{escalation: e, when: {text.words: 1}, unless: {any: [{1️⃣escalation2️⃣: f}]}}, {escalation: f, when: {text.words: 1}}]"
    ),
    notIn: playbook(
      "escalations: [{escalation: e, when: {text.words: 1}}]\npromises: {p: {when: {escalation: e}, never: [hide]}}")),
]

@Test(arguments: cases) func `every comment has a category, and what is asked is settled`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

@Test func `the last category may stand in any file`() throws {
  let text = playbook("imports: [rest]\ncategories: [{category: a, when: {text.words: 1}}]")
  let analysis = try analysed(
    text, with: ["rest.yaml": "categories: [{category: z, when: otherwise}, {category: b, when: {text.words: 2}}]"])
  #expect(told(analysis) == [])
  #expect(analysis.playbook?.categories.map(\.definition.name) == ["a", "b", "z"])
}
