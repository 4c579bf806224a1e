import Diagnostics
import TestSupport
import Testing

/// A playbook with a plan by which everything is answered.
private func plan(_ plan: String, _ rest: String = "") -> String {
  playbook(
    "teams: {care: {title: Care}}\n\(rest)\nresponses:\n  p: {\(plan)}\n"
      + "categories: [{category: other, when: otherwise, respond: p}]")
}
/// One whose plan has an owner, a deadline, and a blank in its first step.
private func steps(_ steps: String, _ reply: String = "within: 1 hour", _ rest: String = "") -> String {
  plan("owner: care, reply: {\(reply)}, steps: [\(steps)]", rest)
}
private let thank = "steps: [{step: thank, say: \"Thanks, {author.name}.\"}]"

private let incomplete = [
  FindingCase(
    "plan-without-owner", "nobody owns the plan `p`", severity: .warning,
    help: "add `owner` with the team that answers",
    in: plan("reply: {within: 1 hour}, \(thank)", "escalations: [{escalation: e, when: {text.words: 1}, to: care}]")
      .replacing("  p: {", with: "  1️⃣p2️⃣: {"),
    notIn: plan("owner: care, reply: {within: 1 hour}, \(thank)")),
  FindingCase(
    "plan-without-deadline", "the plan `p` does not say by when the answer stands", severity: .warning,
    help: "add `reply: {within: …}`, or `reply: {optional: yes}` where no answer is owed",
    in: plan("owner: care, \(thank)").replacing("  p: {", with: "  1️⃣p2️⃣: {"),
    notIn: plan("owner: care, reply: {optional: yes}, \(thank)")),
  FindingCase(
    "plan-without-deadline", "the plan `p` does not say by when the answer stands", severity: .warning,
    help: "add `reply: {within: …}`, or `reply: {optional: yes}` where no answer is owed",
    in: plan("owner: care, reply: {in: private}").replacing("  p: {", with: "  1️⃣p2️⃣: {"),
    notIn: plan("owner: care, steps: [{step: follow_up, after: 1 day}]")),
]

@Test(arguments: incomplete) func `a plan has an owner and a deadline`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

private let blanket = [
  FindingCase(
    "blanket-reply", "everybody who is answered by `p` reads the same words", severity: .warning,
    help: "add a fact such as `{author.name}`, a blank such as `[what happened]`, or alternatives",
    in: steps("{step: thank, say: Thank you.}, {step: follow_up, after: 1 day}")
      .replacing("  p: {", with: "  1️⃣p2️⃣: {"),
    notIn: steps("{step: thank, say: Thank you.}, {step: solve, say: \"[what we do].\"}")),
  FindingCase(
    "blanket-reply", "everybody who is answered by `p` reads the same words", severity: .warning,
    help: "add a fact such as `{author.name}`, a blank such as `[what happened]`, or alternatives",
    in: steps("{step: thank, say: Thank you.}", "within: 1 hour, in: public")
      .replacing("  p: {", with: "  1️⃣p2️⃣: {"),
    notIn: steps("{step: thank, say: Thank you.}", "within: 1 hour, in: private")),
  FindingCase(
    "blanket-reply", "everybody who is answered by `p` reads the same words", severity: .warning,
    help: "add a fact such as `{author.name}`, a blank such as `[what happened]`, or alternatives",
    in: steps("{step: thank, say: Thank you.}").replacing("  p: {", with: "  1️⃣p2️⃣: {"),
    notIn: steps("{step: thank, say: ['Thank you.', 'Thanks.']}")),
  FindingCase(
    "blanket-reply", "everybody who is answered by `p` reads the same words", severity: .warning,
    help: "add a fact such as `{author.name}`, a blank such as `[what happened]`, or alternatives",
    in: steps("{step: thank, say: Thank you.}").replacing("  p: {", with: "  1️⃣p2️⃣: {"),
    notIn: steps("{step: thank, say: Thank you.}, {step: explain}")),
]

@Test(arguments: blanket) func `a public reply is not the same for all`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

private let channel = "channels: {x: {can: [reply], longest_reply: 20}}\nused_on: [x]"

private let long = [
  FindingCase(
    "long-reply", "the reply of `p` can have 21 characters, more than `x` take", severity: .warning,
    help: "shorten the longest wordings until together they have 20 characters",
    // 12 + 1 + 8
    in: steps(
      "{step: thank, say: ['Hi.', 'Thank you!!!']}, {step: solve, say: \"[do this\"}", "within: 1 hour", channel
    )
    .replacing("\"[do this\"", with: "\"[so it]!\"").replacing("  p: {", with: "  1️⃣p2️⃣: {"),
    notIn: steps(
      "{step: thank, say: ['Hi.', 'Thank you!!!']}, {step: solve, say: \"[so it]\"}", "within: 1 hour", channel)),
  FindingCase(
    "long-reply", "the reply of `p` can have 22 characters, more than `x` take", severity: .warning,
    help: "shorten the longest wordings until together they have 20 characters",
    in: steps("{step: thank, say: [\"Thank you, dear\", \"Thanks, {author.name}!\"]}", "within: 1 hour", channel)
      .replacing("  p: {", with: "  1️⃣p2️⃣: {"),
    notIn: plan(
      "owner: care, reply: {within: 1 hour, in: private}, steps: [{step: thank, say: \"Thanks, {author.name}!\"}]",
      channel.replacing("[reply]", with: "[reply, message]"))),
]

@Test(arguments: long) func `a reply fits into every channel`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

private func standard(_ avoid: String, _ say: String) -> String {
  plan(
    "owner: care, standards: [s], reply: {within: 1 hour}, steps: [{step: apologise, say: \(say)}, {step: solve, say: \"[what we do] by [when].\"}]",
    "standards: {s: {avoid: \(avoid)}}")
}

private let broken = [
  FindingCase(
    "broken-standard", "these words break the standard `s`", severity: .warning,
    help: "say it in other words, or take the standard away from the plan",
    in: standard("{text.says: sorry if}", "['Sorry about [what].', 1️⃣\"Sorry if [what].\"2️⃣]"),
    notIn: standard("{text.says: sorry if}", "\"Sorry for [what]. If you can, write.\"")),
  FindingCase(
    "broken-standard", "these words break the standard `s`", severity: .warning,
    help: "say it in other words, or take the standard away from the plan",
    in: standard("{text.says: sorry you * upset}", "1️⃣\"Sorry you {author.name} upset.\"2️⃣"),
    notIn: standard("{text.says: sorry you upset}", "\"Sorry you {author.name} upset.\"")),
  // Another step, or what fills a blank, may still say by when.
  FindingCase(
    "broken-standard", "these words break the standard `s`", severity: .warning,
    help: "say it in other words, or take the standard away from the plan",
    in: standard("{text.says: look into it, none: [{text.says: today}]}", "1️⃣We look into it.2️⃣"),
    notIn: standard("{text.says: look into it, none: [{text.says: today}]}", "\"We look into it [when].\"")),
  FindingCase(
    "broken-standard", "these words break the standard `s`", severity: .warning,
    help: "say it in other words, or take the standard away from the plan",
    in: standard("{none: [{text.says: sorry}]}", "1️⃣Never mind.2️⃣"),
    notIn: standard("{none: [{text.says: when}]}", "['Never mind.', 'Say when.']")),
  FindingCase(
    "broken-standard", "these words break the standard `s`", severity: .warning,
    help: "say it in other words, or take the standard away from the plan",
    in: plan(
      "owner: care, reply: {within: 1 hour}, steps: [{step: thank, say: [1️⃣'Calm down'2️⃣, 'Hi']}]",
      "standards: {s: {avoid: {text.says: calm down}, every_plan: yes}}"),
    notIn: plan(
      "owner: care, reply: {within: 1 hour}, steps: [{step: thank, say: ['Calm down', 'Hi']}]",
      "standards: {s: {avoid: {text.says: calm down}, every_plan: no}}\nescalations: [{escalation: e, when: {text.words: 1}, respond: q}]\n"
    ).replacing(
      "\nresponses:\n",
      with:
        "\nresponses:\n  q: {owner: care, standards: [s], reply: {within: 1 hour}, steps: [{step: thank, say: ['Hm', 'Hi']}]}\n"
    )),
]

@Test(arguments: broken) func `a plan keeps its own standards`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

@Test func `words that break a standard of little weight are a note`() {
  let text = standard("{text.says: sorry if}", "\"Sorry if [what].\"").replacing(
    "{avoid:", with: "{severity: note, avoid:")
  #expect(findings(in: text).filter { $0.name == "broken-standard" }.map(\.severity) == [.note])
}

private func order(_ rules: String, _ can: String = "reply, hide") -> String {
  playbook("channels: {x: {can: [\(can)]}}\nused_on: [x]\n\(rules)")
}
private let hate = "category: hate, house_rule: Be kind., examples: ['I hate it'], when: {text.says: hate}"
private let rest = "{category: other, when: otherwise}"
private let inPrivate = "teams: {t: {title: T}}\nresponses: {p: {owner: t, reply: {within: 1 hour, in: private}}}"
private let ladder = "ladders: {l: {forget_after: 1 year, rungs: [{rung: r, strikes: 1, do: [mute]}]}}"

private let unavailable = [
  FindingCase(
    "unavailable-action", "`remove` cannot be done on `x`", severity: .warning,
    help: "order something that can be done there, or take the channel out with `unless: {post.channel: …}`",
    in: order("categories: [{\(hate), do: [hide, 1️⃣remove2️⃣]}, \(rest)]"),
    notIn: order("categories: [{\(hate), do: [hide, capture], may: [remove]}, \(rest)]")),
  FindingCase(
    "unavailable-action", "`remove` cannot be done on `x`", severity: .warning,
    help: "order something that can be done there, or take the channel out with `unless: {post.channel: …}`",
    in: order("escalations: [{escalation: e, when: {text.says: hate}, do: [1️⃣remove2️⃣]}]"),
    notIn: order("escalations: [{escalation: e, when: {text.says: hate}, unless: {post.channel: x}, do: [remove]}]")),
  FindingCase(
    "unavailable-action", "`remove` cannot be done on `x`", severity: .warning,
    help: "order something that can be done there, or take the channel out with `unless: {post.channel: …}`",
    in: order("escalations: [{escalation: e, when: {text.says: hate}, do: [{1️⃣remove2️⃣: {after: 1 day}}]}]"),
    notIn: order("escalations: [{escalation: e, when: {text.says: hate, post.channel: [y, z]}, do: [remove]}]")),
  FindingCase(
    "unavailable-action", "`message` cannot be done on `x`", severity: .warning,
    help: "order something that can be done there, or take the channel out with `unless: {post.channel: …}`",
    in: plan("owner: care, reply: {within: 1 hour, in: private}", "channels: {x: {can: [reply]}}\nused_on: [x]")
      .replacing("  p: {", with: "  1️⃣p2️⃣: {"),
    notIn: plan("owner: care, reply: {within: 1 hour, in: same}", "channels: {x: {can: [reply]}}\nused_on: [x]")),
  FindingCase(
    "unavailable-action", "`message` cannot be done on `x`", severity: .warning,
    help: "order something that can be done there, or take the channel out with `unless: {post.channel: …}`",
    in: order("\(inPrivate.replacing("{p:", with: "{1️⃣p2️⃣:"))\ncategories: [{\(hate), respond: p}, \(rest)]"),
    notIn: order("\(inPrivate)\ncategories: [{\(hate), respond: p, unless: {post.channel: x}}, \(rest)]")),
  FindingCase(
    "unavailable-action", "`mute` cannot be done on `x`", severity: .warning,
    help: "order something that can be done there, or take the channel out with `unless: {post.channel: …}`",
    in: order("\(ladder.replacing("mute", with: "1️⃣mute2️⃣"))\ncategories: [{\(hate), ladder: l}, \(rest)]"),
    notIn: order("\(ladder)\ncategories: [{\(hate), ladder: l, unless: {post.channel: x}}, \(rest)]")),
]

@Test(arguments: unavailable) func `what is ordered can be done`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}
