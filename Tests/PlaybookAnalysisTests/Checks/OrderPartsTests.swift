import TestSupport
import Testing

private func ordering(_ order: String, ladder: String = "ladder: l, ") -> String {
  playbook(
    """
    teams: {duty: {title: Duty}, legal: {title: Legal}}
    ladders: {l: {rungs: [{rung: warn, strikes: 1}]}}
    categories: [{category: a, when: {text.says: x}, \(ladder)do: [\(order)]}, {category: o, when: otherwise}]
    """)
}

private func step(_ times: String) -> String {
  playbook("responses: {r: {steps: [{step: follow_up, \(times)}]}}")
}

private let cases = [
  FindingCase(
    "contradictory-keys", "an action ends after a length or with an event, not both",
    help: "leave out `for` or `until`",
    in: ordering("{mute: {for: 7 days, 1️⃣until2️⃣: resolved}}"), notIn: ordering("{mute: {until: resolved}}")),
  FindingCase(
    "contradictory-keys", "what is done has one time, and this has two", help: "leave out `within` or `after`",
    in: step("within: 2 days, 1️⃣after2️⃣: 1 day"), notIn: step("after: 1 day, since: resolved")),
  FindingCase(
    "incomplete-order", "`unless` means nothing without `after`",
    help: "add `after` with a length of time, or leave `unless` out",
    in: ordering("{hide: {1️⃣unless2️⃣: edited}}"), notIn: ordering("{hide: {after: 1 day, unless: edited}}")),
  FindingCase(
    "incomplete-order", "`also_last` reaches back on a ladder, and this category has none",
    help: "add `ladder` to the category, or leave `also_last` out",
    in: ordering("{remove: {1️⃣also_last2️⃣: 30 days}}", ladder: ""), notIn: ordering("{remove: {also_last: 30 days}}")),
  FindingCase(
    "impossible-approval", "people of 3 different teams cannot come from 2",
    help: "write `2` or less, or name more teams",
    in: ordering("{block: {approval: {teams: [duty, legal], count: 1️⃣32️⃣}}}"),
    notIn: ordering(
      "{block: {approval: {teams: [duty, legal], count: 2}}}, {hide: {approval: {teams: [duty], count: 2}}}")),
  FindingCase(
    "impossible-approval", "an approval of nobody is none", help: "write `1` or more",
    in: ordering("{block: {approval: {teams: [duty], count: 1️⃣02️⃣}}}"),
    notIn: ordering("{block: {approval: {teams: [duty], count: 1}}}")),
  FindingCase(
    "last-category-inactive", "the category that takes every other comment must be in force",
    help: "leave `status` out",
    in: playbook("categories: [{category: o, when: otherwise, status: 1️⃣draft2️⃣}]"),
    notIn: playbook("categories: [{category: o, when: otherwise, status: active}]")),
]

@Test(arguments: cases) func `what is ordered makes sense in all its parts`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}
