import PlaybookSyntax
import TestSupport
import Testing

private let wrongTypes = [
  FindingCase(
    "wrong-type", "`title` cannot be a list", help: "write a text", in: playbook("title: 1️⃣[a, b]2️⃣"),
    notIn: playbook("title: a, b")),
  FindingCase(
    "wrong-type", "`title` cannot be a mapping", help: "write a text", in: playbook("title:\n  1️⃣a2️⃣: b"),
    notIn: playbook("title: |\n  a b")),
  FindingCase(
    "wrong-type", "`teams` cannot be `care`", help: "write names, each with its value", in: playbook("teams: 1️⃣care2️⃣"),
    notIn: playbook("teams: {care: {title: Care}}")),
  FindingCase(
    "wrong-type", "`imports` cannot be `std/channels`", help: "write a list, each item the path of a file",
    in: playbook("imports: 1️⃣std/channels2️⃣"), notIn: playbook("imports: [std/channels]")),
  FindingCase(
    "wrong-type", "`when` cannot be `text.says refund`",
    help: "write `otherwise`, or a condition such as `{text.says: refund}`",
    in: playbook("categories: [{category: a, when: 1️⃣text.says refund2️⃣}]"),
    notIn: playbook("categories: [{category: a, when: {text.says: refund}}]")),
  FindingCase(
    "wrong-type", "`unless` cannot be `staff`", help: "write a condition such as `{text.says: refund}`",
    in: playbook("categories: [{category: a, when: otherwise, unless: 1️⃣staff2️⃣}]"),
    notIn: playbook("categories: [{category: a, when: otherwise, unless: {author.roles: staff}}]")),
  FindingCase(
    "wrong-type", "`to` cannot be `legal`", help: "write a level such as `{team: …}`",
    in: playbook("escalations: [{escalation: e, when: {text.words: 1}, to: [1️⃣legal2️⃣]}]"),
    notIn: playbook("escalations: [{escalation: e, when: {text.words: 1}, to: legal}]")),
  FindingCase(
    "wrong-type", "`facts` cannot be a list", help: "write facts, each with its value",
    in: playbook("tests: [{test: a, comment: {text: hi, facts: 1️⃣[vip]2️⃣}}]"),
    notIn: playbook("tests: [{test: a, comment: {text: hi, facts: {vip: yes}}}]")),
  FindingCase(
    "wrong-type", "`all` cannot be a mapping",
    help: "write a list, each item a condition such as `{text.says: refund}`",
    in: playbook("signals: {s: {all: 1️⃣{text.words: 1}2️⃣}}"), notIn: playbook("signals: {s: {all: [{text.words: 1}]}}")),
  FindingCase(
    "wrong-type", "`care` cannot be a list", help: "write a team, written as keys and values",
    in: playbook("teams:\n  care:\n    1️⃣- x2️⃣"),
    notIn: playbook("teams:\n  care:\n    title: x")),
]

private let emptyValues = [
  FindingCase(
    "empty-value", "`title` is empty", help: "write its value, or leave `title` out",
    in: playbook("title:1️⃣\nversion: 1"),
    notIn: playbook("title: Shop\nversion: 1")),
  FindingCase(
    "empty-value", "`title` is empty", help: "write its value, or leave `title` out", in: playbook("title: 1️⃣\"  \"2️⃣"),
    notIn: playbook("title: \"x \"")),
  FindingCase(
    "empty-value", "`do` is empty", help: "write its value, or leave `do` out",
    in: playbook("categories: [{category: a, when: otherwise, do: 1️⃣[]2️⃣}]"),
    notIn: playbook("categories: [{category: a, when: otherwise, do: [hide]}]")),
  FindingCase(
    "empty-value", "`when` is empty", help: "write its value, or leave `when` out",
    in: playbook("categories: [{category: a, when: 1️⃣{}2️⃣}]"),
    notIn: playbook("categories: [{category: a, when: {text.words: 1}}]")),
  FindingCase(
    "empty-value", "`when` is empty", help: "write its value, or leave `when` out",
    in: playbook("categories: [{category: a, when: [{text.words: 1}, 1️⃣[]2️⃣]}]"),
    notIn: playbook("categories: [{category: a, when: [{text.words: 1}, [{text.words: 2}]]}]")),
  FindingCase(
    "empty-value", "`any` is empty", help: "write its value, or leave `any` out",
    in: playbook("signals: {s: {all: [{any: 1️⃣[]2️⃣}]}}"),
    notIn: playbook("signals: {s: {all: [{any: [{text.words: 1}]}]}}")),
  FindingCase(
    "empty-value", "`of` is empty", help: "write its value, or leave `of` out",
    in: playbook("signals: {s: {count: {of: 1️⃣[]2️⃣, is: 1}}}"),
    notIn: playbook("signals: {s: {count: {of: [{text.words: 1}], is: 1}}}")),
  FindingCase(
    "empty-value", "`comment` is empty", help: "write its value, or leave `comment` out",
    in: playbook("tests: [{test: a, comment: 1️⃣[]2️⃣}]"), notIn: playbook("tests: [{test: a, comment: hi}]")),
  FindingCase(
    "empty-value", "`examples` is empty", help: "write its value, or leave `examples` out",
    in: playbook("categories: [{category: a, when: otherwise, examples: [1️⃣[]2️⃣]}]"),
    notIn: playbook("categories: [{category: a, when: otherwise, examples: [\"hi\"]}]")),
  FindingCase(
    "empty-value", "`text.says` is empty", help: "write its value, or leave `text.says` out",
    in: playbook("signals: {s: {text.says: [hi, 1️⃣\"\"2️⃣]}}"), notIn: playbook("signals: {s: {text.says: [hi, \"ho\"]}}")),
]

private let splitTexts = [
  FindingCase(
    "split-prose", "YAML splits this text at its comma", help: "put it in quotes: \"Sorry, friend\"",
    in: playbook("teams: {care: {title: 1️⃣Sorry, friend2️⃣, about: x}}"),
    notIn: playbook("teams: {care: {title: \"Sorry, friend\", about: x}}")),
  FindingCase(
    "split-prose", "YAML splits this text at its comma", help: "put it in quotes: \"see you, in court\"",
    in: playbook("signals: {s: {text.says: 1️⃣see you, in court2️⃣}}"),
    notIn: playbook("signals: {s: {text.says: \"see you, in court\"}}")),
  FindingCase(
    "split-prose", "YAML splits this text at its comma", help: "put it in quotes: \"Be kind, always\"",
    in: playbook("practices: {A1: 1️⃣Be kind, always2️⃣}"), notIn: playbook("practices: {A1: \"Be kind, always\"}")),
  FindingCase(
    "split-number", "YAML splits `more than 10,000` at its comma",
    help: "write `more than 10000` or \"more than 10,000\"",
    in: playbook("signals: {s: {text.words: [at least 5, 1️⃣more than 10,0002️⃣]}}"),
    notIn: playbook("signals: {s: {text.words: [at least 5, \"more than 10,000\"]}}")),
  FindingCase(
    "split-number", "YAML splits `more than 10,000` at its comma",
    help: "write `more than 10000` or \"more than 10,000\"",
    in: playbook("signals: {s: {author.followers: 1️⃣more than 10,0002️⃣}}"),
    notIn: playbook("signals: {s: {author.followers: more than 10000}}")),
  FindingCase(
    "split-number", "YAML splits `10,000` at its comma", help: "write `10000` or \"10,000\"",
    in: playbook("signals: {s: {author.followers: 1️⃣10,0002️⃣}}"),
    notIn: playbook("signals: {s: {author.followers: \"10,000\"}}")),
  FindingCase(
    "split-number", "YAML splits `10,000` at its comma", help: "write `10000` or \"10,000\"",
    in: playbook("signals: {s: {text.words: [5, 1️⃣10,0002️⃣]}}"),
    notIn: playbook("signals: {s: {text.words: [5, 10, 000]}}")),
  FindingCase(
    "unquoted-prose", "in a list in brackets, each text of `examples` is quoted",
    help: "put each text in quotes, or write one to a line after `- `",
    in: playbook("categories: [{category: a, when: otherwise, examples: [1️⃣Hello, world2️⃣]}]"),
    notIn: playbook("categories: [{category: a, when: otherwise, examples: [\"Hello, world\"]}]")),
  FindingCase(
    "unquoted-prose", "in a list in brackets, each text of `say` is quoted",
    help: "put each text in quotes, or write one to a line after `- `",
    in: playbook("responses: {r: {steps: [{step: thank, say: [\"Thanks!\", 1️⃣Thank you2️⃣]}]}}"),
    notIn: playbook("responses:\n  r:\n    steps:\n      - step: thank\n        say:\n          - Thank you, friend")),
]

@Test(arguments: wrongTypes) func `a value of another sort is told with what stands there`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfForm) == [])
}

@Test(arguments: emptyValues) func `nothing is an error and never everything`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfForm) == [])
}

@Test(arguments: splitTexts) func `a text or a number that YAML splits is told`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfForm) == [])
}
