import TestSupport
import Testing

private func test(_ test: String) -> String {
  playbook(
    "ladders: {l: {rungs: [{rung: warn, strikes: 1}]}}\nmodes: {crisis: {title: x}}\nresponses: {r: {steps: [{step: thank}]}}\ntests:\n  - \(test)"
  )
}
private func story(_ steps: String) -> String { test("{story: s, steps: [\(steps)]}") }

private let tests = [
  FindingCase(
    "incomplete-test", "this test has no title", help: "add `test` with what it shows, or `story` where it has `steps`",
    in: test("{1️⃣comment2️⃣: hi, expect: {category: other}}"),
    notIn: test("{test: t, comment: hi, expect: {category: other}}")),
  FindingCase(
    "incomplete-test", "this tests nothing without `expect`", help: "add `expect`: what must come out",
    in: test("{1️⃣test2️⃣: t, comment: hi}"),
    notIn: test("{test: t, comment: hi, expect: {category: other}}")),
  FindingCase(
    "incomplete-test", "this tests nothing without `comment`", help: "add `comment`: the text that is decided",
    in: test("{1️⃣test2️⃣: t, expect: {category: other}}"), notIn: test("{test: t, comment: hi, expect: {category: other}}")
  ),
  FindingCase(
    "incomplete-test", "this tests nothing without `plan`", help: "add `plan`: the plan that the draft is held to",
    in: test("{1️⃣test2️⃣: t, draft: hi, expect: {passes: yes}}"),
    notIn: test("{test: t, draft: hi, plan: r, expect: {passes: yes, lacks: none, breaks: none}}")),
  FindingCase(
    "incomplete-test", "this tests nothing without `steps`", help: "add `steps`: its comments and events",
    in: test("{1️⃣story2️⃣: s}"),
    notIn: story("{at: 2026-12-01 10:00, comment: hi}")),
  FindingCase(
    "contradictory-keys", "nothing looks at `comment` in a story like this",
    help: "write it as one of the `steps`, or leave it out",
    in: test("{story: s, 1️⃣comment2️⃣: hi, steps: [{at: 2026-12-01}]}"),
    notIn: test("{story: s, steps: [{at: 2026-12-01, comment: hi}]}")),
  FindingCase(
    "contradictory-keys", "nothing looks at `steps` in a test like this",
    help: "write a test of its own for it, or leave it out",
    in: test("{test: t, comment: hi, expect: {category: other}, 1️⃣steps2️⃣: [{at: 2026-12-01}]}"),
    notIn: test("{story: t, steps: [{at: 2026-12-01}]}")),
  FindingCase(
    "contradictory-keys", "nothing looks at `plan` in a test like this",
    help: "write a test of its own for it, or leave it out",
    in: test("{test: t, comment: hi, 1️⃣plan2️⃣: r, expect: {category: other}}"),
    notIn: test("{test: t, comment: hi, draft: hi, plan: r, expect: {passes: yes}}")),
  FindingCase(
    "contradictory-keys", "nothing looks at `comment` in a test like this",
    help: "write a test of its own for it, or leave it out",
    in: test("{test: t, entry: hi, 1️⃣comment2️⃣: hi, expect: {watch: none}}"),
    notIn: test("{test: t, entry: hi, expect: {watch: none}}")),
  FindingCase(
    "contradictory-keys", "nothing looks at `category` in a test of a draft",
    help: "of a draft expect `breaks`, `lacks` or `passes`",
    in: test("{test: t, draft: hi, plan: r, expect: {passes: yes, 1️⃣category2️⃣: other}}"),
    notIn: test("{test: t, comment: hi, draft: hi, expect: {passes: no}}")),
  FindingCase(
    "contradictory-keys", "nothing looks at `lacks` in a test of an entry", help: "of an entry expect `watch`",
    in: test("{test: t, entry: hi, expect: {watch: none, 1️⃣lacks2️⃣: none}}"),
    notIn: test("{test: t, entry: {title: hi}, expect: {watch: none}}")),
  FindingCase(
    "contradictory-keys", "nothing looks at `passes` in a test of a comment",
    help: "write a test with a `draft` for it, or leave it out",
    in: test("{test: t, comment: hi, expect: {category: other, 1️⃣passes2️⃣: yes}}"),
    notIn: test("{test: t, comment: hi, expect: {category: other}}")),
  FindingCase(
    "contradictory-keys", "nothing looks at `watch` in a test of a comment",
    help: "write a test with an `entry` for it",
    in: test("{test: t, comment: hi, expect: {category: other, 1️⃣watch2️⃣: none}}"),
    notIn: test("{test: t, comment: hi, expect: {category: other}}")),
  FindingCase(
    "step-without-marker", "nothing says how a draft shows the step `thank`",
    help: "add `std/reply-standards` to `imports`, or `thank: {shown_by: …}` under `response_steps`",
    in: test("{test: t, draft: hi, plan: r, expect: 1️⃣{lacks: [thank]}2️⃣}"),
    notIn: test("{test: t, draft: hi, plan: r, expect: {lacks: [thank]}}").replacing(
      "ladders:", with: "lexicons: {thanks: [thank you]}\nresponse_steps: {thank: {shown_by: thanks}}\nladders:")),
]

private let steps = [
  FindingCase(
    "contradictory-keys", "`comment` and `done` cannot stand in one step", help: "write a step for each",
    in: story("{at: 2026-12-01, by: ann, comment: hi, 1️⃣done2️⃣: warn}"),
    notIn: story("{at: 2026-12-01, by: ann, comment: hi}, {at: 2026-12-02, by: ann, done: warn}")),
  FindingCase(
    "incomplete-step", "nothing looks at `expect` in a step without `comment`",
    help: "add `comment` to the step, or leave `expect` out",
    in: story("{at: 2026-12-01, by: ann, done: warn, 1️⃣expect2️⃣: {category: other}}"),
    notIn: story("{at: 2026-12-01, by: ann, comment: hi, expect: {category: other}}")),
  FindingCase(
    "incomplete-step", "nothing looks at `done` in a step without `by`",
    help: "add `by` to the step, or leave `done` out",
    in: story("{at: 2026-12-01, 1️⃣done2️⃣: warn}"), notIn: story("{at: 2026-12-01, by: ann, done: warn}")),
  FindingCase(
    "incomplete-step", "nothing looks at `event` in a step without `by`",
    help: "add `by` to the step, or leave `event` out",
    in: story("{at: 2026-12-01, 1️⃣event2️⃣: pardon, ladder: l}"),
    notIn: story("{at: 2026-12-01, by: ann, event: pardon, ladder: l}")),
  FindingCase(
    "incomplete-step", "nothing looks at `event` in a step without `mode`",
    help: "add `mode` to the step, or leave `event` out",
    in: story("{at: 2026-12-01, 1️⃣event2️⃣: mode_on}"), notIn: story("{at: 2026-12-01, event: mode_on, mode: crisis}")),
  FindingCase(
    "incomplete-step", "nothing looks at `ladder` in a step without `event: pardon`",
    help: "add `event: pardon` to the step, or leave `ladder` out",
    in: story("{at: 2026-12-01, by: ann, comment: hi, 1️⃣ladder2️⃣: l}"),
    notIn: story("{at: 2026-12-01, by: ann, event: appeal_upheld, ladder: l}")),
  FindingCase(
    "incomplete-step", "nothing looks at `against` in a step without `event: appeal_upheld`",
    help: "add `event: appeal_upheld` to the step, or leave `against` out",
    in: story("{at: 2026-12-01, by: ann, event: pardon, 1️⃣against2️⃣: c1}"),
    notIn: story("{at: 2026-12-01, by: ann, event: appeal_upheld, against: c1}")),
  FindingCase(
    "incomplete-step", "nothing looks at `mode` in a step without `event: mode_on`",
    help: "add `event: mode_on` to the step, or leave `mode` out",
    in: story("{at: 2026-12-01, by: ann, comment: hi, 1️⃣mode2️⃣: crisis}"),
    notIn: story("{at: 2026-12-01, event: mode_off, mode: crisis}")),
]

@Test(arguments: tests) func `a test tests something, and all of it`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

@Test(arguments: steps) func `a step of a story has what it needs, and nothing that is not looked at`(
  _ promised: FindingCase
) {
  #expect(promised.differences(check: findings) == [])
}
