import Diagnostics
import TestSupport
import Testing

private func ladder(_ rungs: String, _ rest: String = "forget_after: 90 days") -> String {
  playbook(
    "ladders: {l: {\(rest), rungs: [\(rungs)]}}\n"
      + "categories: [{category: other, house_rule: Be kind., when: otherwise, ladder: l}]")
}
private let watch = "{rung: watch, strikes: 1, do: [monitor]}"
private let warn = "{rung: warn, strikes: 2, do: [warn]}"
private let block = "strikes: 3, needs: warn, do: [{block: {for: 90 days}}]"

private let threat =
  "{category: threat, house_rule: Be kind., when: {text.says: threat}, ladder: {use: l, no_lower_than: ban}}"

private let cases = [
  FindingCase(
    "unreachable-rung", "the rung `watch` is never taken: `warn` needs no more strikes", severity: .warning,
    help: "give each rung more `strikes` than the one before it",
    in: ladder("{rung: 1️⃣watch2️⃣, strikes: 2, do: [monitor]}, \(warn)"),
    notIn: ladder("\(watch), \(warn), {rung: block, strikes: 2, needs: warn, do: [{block: {for: 1 day}}]}")),
  FindingCase(
    "unreachable-rung", "the rung `hide` is never taken: `mute` needs no more strikes", severity: .warning,
    help: "give each rung more `strikes` than the one before it",
    in: ladder("\(warn), {rung: 1️⃣hide2️⃣, strikes: 9, do: [hide]}, {rung: mute, strikes: 4, do: [mute]}"),
    notIn: ladder("\(warn), {rung: hide, strikes: 3, do: [hide]}, {rung: mute, strikes: 4, do: [mute]}")),
  FindingCase(
    "unreachable-rung", "the rung `ban` is never taken: it has no `strikes`", severity: .warning,
    help: "add `strikes`, or name it in a category: `no_lower_than: ban`",
    in: ladder("\(warn), {rung: 1️⃣ban2️⃣, do: [{block: {for: 90 days}}]}"),
    notIn: ladder("\(warn), {rung: ban, do: [{block: {for: 90 days}}]}")
      .replacing("categories: [", with: "categories: [\(threat), ")),
  FindingCase(
    "weaker-rung", "the rung `hide` is milder than `mute` before it", severity: .warning,
    help: "order the rungs from mild to hard",
    in: ladder("{rung: mute, strikes: 1, do: [mute]}, {rung: 1️⃣hide2️⃣, strikes: 2, do: [hide]}"),
    notIn: ladder("{rung: mute, strikes: 1, do: [mute]}, {rung: away, strikes: 2, do: [suspend]}")
      + "\nactions: {suspend: {title: suspend, kind: enforce}}"),
  FindingCase(
    "weaker-rung", "the rung `note` is milder than `warn` before it", severity: .warning,
    help: "order the rungs from mild to hard",
    in: ladder("\(watch), \(warn), {rung: 1️⃣note2️⃣, strikes: 3, do: [capture]}"),
    notIn: ladder("\(watch), \(warn), {rung: hide, strikes: 3, do: [hide]}, {rung: away, strikes: 4, do: [remove]}")),
  FindingCase(
    "weaker-rung", "the rung `again` is milder than `block` before it", severity: .warning,
    help: "order the rungs from mild to hard",
    in: ladder(
      "\(warn), {rung: block, \(block)}, {rung: 1️⃣again2️⃣, strikes: 4, needs: block, do: [{block: {for: 1 week}}]}"),
    notIn: ladder(
      "\(warn), {rung: block, \(block)}, {rung: again, strikes: 4, needs: block, do: [{block: {for: 6 months}}]}, {rung: out, strikes: 5, needs: again, do: [{block: {lift: {on_request: yes}}}]}"
    )),
  FindingCase(
    "block-without-warning", "`block` blocks whoever was never warned", severity: .warning, help: "add `needs: warn`",
    in: ladder("\(warn), {rung: 1️⃣block2️⃣, strikes: 3, do: [{block: {for: 90 days}}]}"),
    notIn: ladder("\(warn), {rung: block, \(block)}")),
  FindingCase(
    "block-without-warning", "`block` blocks whoever was never warned", severity: .warning,
    help: "write a rung that does `warn` before it, and name it with `needs`",
    in: ladder("\(watch), {rung: 1️⃣block2️⃣, strikes: 3, needs: watch, do: [{block: {for: 90 days}}]}"),
    notIn: ladder(
      "\(warn), {rung: hide, strikes: 3, needs: warn, do: [hide]}, {rung: block, strikes: 4, needs: hide, do: [{block: {for: 90 days}}]}"
    )),
  FindingCase(
    "endless-block", "this block has no end, and nobody can object to it", severity: .warning,
    help: "write how long it lasts, as in `{block: {for: 90 days}}`, or add an `appeal` to the rung",
    in: ladder("\(warn), {rung: block, strikes: 3, needs: warn, do: [capture, 1️⃣block2️⃣]}"),
    notIn: ladder("\(warn), {rung: block, strikes: 3, needs: warn, do: [{block: {until: resolved}}]}")),
  FindingCase(
    "endless-block", "this block has no end, and nobody can object to it", severity: .warning,
    help: "write how long it lasts, as in `{block: {for: 90 days}}`, or add an `appeal` to the rung",
    in: "decorum: 1\nplaybook: shop\nteams: {a: {title: a}}\n"
      + ladder("\(warn), {rung: block, strikes: 3, needs: warn, do: [1️⃣block2️⃣], approval: a}")
      .replacing("decorum: 1\nplaybook: shop\n", with: ""),
    notIn: "decorum: 1\nplaybook: shop\nteams: {a: {title: a}}\n"
      + ladder("\(warn), {rung: block, strikes: 3, needs: warn, do: [block], appeal: {to: a}}")
      .replacing("decorum: 1\nplaybook: shop\n", with: "")),
  FindingCase(
    "unforgotten-strikes", "strikes on the ladder `l` are never forgotten", severity: .warning,
    help: "add `forget_after`, as in `forget_after: 90 days`",
    in: ladder("\(watch)", "published: yes").replacing("{l: ", with: "{1️⃣l2️⃣: "), notIn: ladder("\(watch)")),
  FindingCase(
    "unforgotten-strikes", "strikes on the ladder `l` are never forgotten", severity: .warning,
    help: "add `forget_after`, as in `forget_after: 90 days`",
    in: ladder("\(watch)", "published: yes").replacing("{l: ", with: "{1️⃣l2️⃣: "),
    notIn: ladder("{rung: away, do: [remove]}", "published: yes")
      .replacing("ladder: l", with: "ladder: {use: l, no_lower_than: away}")),
]

@Test(arguments: cases) func `a ladder is climbed from mild to hard, and left again`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}
