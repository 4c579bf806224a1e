import TestSupport
import Testing

private func ladder(_ rungs: String, _ rest: String = "") -> String {
  playbook("ladders: {l: {rungs: [\(rungs)]}}\n\(rest)")
}
private let two = "{rung: watch, strikes: 1}, {rung: warn, strikes: 2}"

private let cases = [
  FindingCase(
    "unknown-rung", "no rung `warm` comes before `block`", help: "write `warn`",
    in: ladder("\(two), {rung: block, strikes: 3, needs: 1️⃣warm2️⃣}"),
    notIn: ladder("\(two), {rung: block, strikes: 3, needs: warn}")),
  FindingCase(
    "unknown-rung", "no rung `block` comes before `warn`", help: "write one of `watch`",
    in: ladder("{rung: watch, strikes: 1}, {rung: warn, strikes: 2, needs: 1️⃣block2️⃣}, {rung: block, strikes: 3}"),
    notIn: ladder("{rung: watch, strikes: 1}, {rung: warn, strikes: 2, needs: watch}, {rung: block, strikes: 3}")),
  FindingCase(
    "unknown-rung", "no rung `warn` comes before `warn`", help: "leave `needs` out of the first rung",
    in: ladder("{rung: warn, strikes: 1, needs: 1️⃣warn2️⃣}"), notIn: ladder("{rung: warn, strikes: 1}")),
  FindingCase(
    "unknown-rung", "`sacked` is neither a rung nor an action",
    help: "write one of `watch`, `warn`, `let_stand`, `publish`, `monitor`, `capture`, `notify`, `escalate`, …",
    in: ladder(two, "tests: [{story: s, steps: [{at: 2026-12-01, by: ann, done: 1️⃣sacked2️⃣}]}]"),
    notIn: ladder(
      two,
      "tests: [{story: s, steps: [{at: 2026-12-01, by: ann, done: let_stand}, {at: 2026-12-01, by: ann, done: watch}]}]"
    )),
  FindingCase(
    "unknown-rung", "`warm` is neither a rung nor an action", help: "write `warn`",
    in: ladder(two, "promises: {p: {before: {block: 1️⃣warm2️⃣}}}"),
    notIn: ladder(two, "promises: {p: {before: {block: warn}}}")),
  FindingCase(
    "unknown-rung", "the ladder `l` has no rung `wran`", help: "write `warn`",
    in: ladder(two, "tests: [{test: t, comment: a, expect: {ladders: {l: 1️⃣wran2️⃣}}}]"),
    notIn: ladder(
      two,
      "tests: [{test: t, comment: a, expect: {ladders: {l: none}}}, {test: u, comment: a, expect: {ladders: {l: warn}}}]"
    )),
  FindingCase(
    "unknown-rung", "the ladder `l` has no rung `block`", help: "write one of `watch`, `warn`",
    in: ladder(
      two,
      "tests: [{test: t, comment: {text: a, history: {l: {strikes: 1, done: [watch, 1️⃣block2️⃣]}}}, expect: {category: other}}]"
    ),
    notIn: ladder(
      two,
      "tests: [{test: t, comment: {text: a, history: {l: {strikes: 1, done: [watch]}}}, expect: {category: other}}]")),
  FindingCase(
    "unknown-rung", "the ladder `l` has no rung `block`", help: "write one of `watch`, `warn`",
    in: ladder(two, "categories: [{category: a, when: otherwise, ladder: {use: l, no_lower_than: 1️⃣block2️⃣}}]"),
    notIn: ladder(two, "categories: [{category: a, when: otherwise, ladder: {use: l, no_lower_than: warn}}]")),
  FindingCase(
    "unknown-action", "there is no action `blck`", help: "write `block`",
    in: ladder(two, "promises: {p: {before: {1️⃣blck2️⃣: warn}}}"),
    notIn: ladder(two, "promises: {p: {before: {block: warn}}}")),
]

@Test(arguments: cases) func `a rung that something names is one of its ladder`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

private func levels(_ levels: String) -> String {
  playbook(
    "teams: {a: {title: a}, b: {title: b}}\nescalations: [{escalation: e, when: {text.words: 1}, to: [\(levels)]}]")
}

private let levelCases = [
  FindingCase(
    "levels-out-of-order", "`b` is due no later than `a` before it",
    help: "give `b` more time than `a`: every `within` counts from the post",
    in: levels("{team: a, within: 1 hour}, {team: 1️⃣b2️⃣, within: 60 minutes}"),
    notIn: levels("{team: a, within: 1 hour}, {team: b, within: 61 minutes}")),
  FindingCase(
    "levels-out-of-order", "`b` is due no later than `a` before it",
    help: "give `b` more time than `a`: every `within` counts from the post",
    in: levels("{team: a}, {team: 1️⃣b2️⃣}"), notIn: levels("{team: a}, {team: b, within: 1 hour}")),
  FindingCase(
    "levels-out-of-order", "`b` is due no later than `a` before it",
    help: "give `b` more time than `a`: every `within` counts from the post",
    in: levels("{team: a, within: 2 months}, {team: 1️⃣b2️⃣, within: 1 month}"),
    notIn: levels("{team: a, within: 30 days}, {team: b, within: 1 month}")),
  FindingCase(
    "levels-out-of-order", "`b` is due no later than `a` before it",
    help: "give `b` more time than `a`: every `within` counts from the post",
    in: levels("{team: a, within: 2 working hours}, {team: 1️⃣b2️⃣, within: 1 working hour}"),
    notIn: levels("{team: a, within: 2 working hours}, {team: b, within: 1 hour}")),
]

@Test(arguments: levelCases) func `each level has more time than the one before it`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}
