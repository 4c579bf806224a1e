import PlaybookSyntax
import TestSupport
import Testing

private let unknownKeys = [
  FindingCase(
    "unknown-key", "a playbook has no key `titel`", help: "write `title`", in: playbook("1️⃣titel2️⃣: Shop"),
    notIn: playbook("title: Shop")),
  FindingCase(
    "unknown-key", "a team has no key `phone`",
    help: "write one of its keys: `title`, `about`, `contact`, `hours`, `cover`, `holidays`",
    in: playbook("teams: {care: {1️⃣phone2️⃣: 123}}"), notIn: playbook("teams: {care: {contact: 123}}")),
  FindingCase(
    "unknown-key", "a category has no key `whenn`", help: "write `when`",
    in: playbook("categories: [{category: a, 1️⃣whenn2️⃣: otherwise}]"),
    notIn: playbook("categories: [{category: a, when: otherwise}]")),
  FindingCase(
    "unknown-key", "a test of a text has no key `contains`", help: "write one of its keys: `says`, `uses`, `matches`",
    in: "1️⃣contains2️⃣: official", notIn: "says: official"),
  FindingCase(
    "unknown-key", "a count over time has no key `of`", help: "leave it out",
    in: playbook("signals: {s: {history.comments: {in: 1 day, is: 3, 1️⃣of2️⃣: x}}}"),
    notIn: playbook("signals: {s: {history.comments: {in: 1 day, is: 3}}}")),
]

private let missingKeys = [
  FindingCase(
    "missing-key", "a playbook needs `decorum`", help: "add `decorum`: `1`",
    in: "1️⃣playbook2️⃣: shop\ncategories: [{category: a, when: otherwise}]",
    notIn: "decorum: 1\nplaybook: shop\ncategories: [{category: a, when: otherwise}]"),
  FindingCase(
    "missing-key", "a playbook needs `categories`",
    help: "add `categories`: a list, each item a category such as `{category: …, when: …}`",
    in: "1️⃣decorum2️⃣: 1\nplaybook: shop", notIn: playbook("title: Shop")),
  FindingCase(
    "missing-key", "a category needs `when`",
    help: "add `when`: `otherwise`, or a condition such as `{text.says: refund}`",
    in: playbook("categories:\n  - 1️⃣category2️⃣: a"), notIn: playbook("categories:\n  - category: a\n    when: otherwise")
  ),
  FindingCase(
    "missing-key", "a fact needs `type`",
    help: "add `type`: `number`, `yes_no`, `word`, `words`, `text`, `duration` or `instant`",
    in: playbook("facts: {vip: {1️⃣about2️⃣: x}}"), notIn: playbook("facts: {vip: {about: x, type: yes_no}}")),
  FindingCase(
    "missing-key", "a signal needs `when`", help: "add `when`: a condition such as `{text.says: refund}`",
    in: playbook("signals: {s: {1️⃣about2️⃣: x}}"), notIn: playbook("signals: {s: {about: x, when: {text.words: 1}}}")),
  FindingCase(
    "missing-key", "a brake needs `at_most`", help: "add `at_most`: a whole number such as `3`",
    in: playbook("brakes: {block: {1️⃣per2️⃣: 1 hour, tell: duty}}"),
    notIn: playbook("brakes: {block: {at_most: 3, per: 1 hour, tell: duty}}")),
]

@Test(arguments: unknownKeys) func `an unknown key is told with the one that was meant`(_ promised: FindingCase) {
  let differences = promised.differences { findings(in: $0, as: $0.hasPrefix("decorum") ? .playbook : .textTest) }
  #expect(differences == [])
}

@Test(arguments: missingKeys) func `a missing key is told with what stands there`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfForm) == [])
}

@Test func `a key that only the playbook itself has is told to be moved there`() {
  let promised = FindingCase(
    "unknown-key", "an imported file has no key `effective`", help: "move it to the file of the playbook itself",
    in: "1️⃣effective2️⃣: 2026-12-01", notIn: "title: Words")
  #expect(promised.differences { findings(in: $0, as: .part) } == [])
}

@Test func `a playbook that another imports is told to leave its name out`() {
  let promised = FindingCase(
    "unknown-key", "an imported file has no key `playbook`",
    help: "leave it out: the playbook that imports this file has a name",
    in: "decorum: 1\n1️⃣playbook2️⃣: shop", notIn: "decorum: 1")
  #expect(promised.differences { findings(in: $0, as: .part) } == [])
}
