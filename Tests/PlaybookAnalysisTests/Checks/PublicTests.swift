import Diagnostics
import TestSupport
import Testing

private func category(_ keys: String, _ rest: String = "") -> String {
  playbook(
    "\(rest)\nlexicons: {insults: {terms: [idiot, fool], except: [idiot proof, fool around]}}\n"
      + "signals: {rude: {text.uses: insults}}\n"
      + "categories: [{category: abuse, examples: ['an idiot'], when: {signal: rude}, \(keys)}, {category: other, when: otherwise}]"
  )
}
private let teams =
  "teams: {care: {title: Care, contact: care@shop.example}, duty: {title: Duty, contact: \"+44 20 7946 0000\"}}\n"
  + "escalations: [{escalation: e, when: {text.words: 1}, to: [{team: care}, {team: duty, within: 1 hour}]}]\n"

private let cases = [
  FindingCase(
    "secret-rule", "`abuse` is enforced, and the house rules say nothing of it", severity: .warning,
    help: "add `house_rule` with what people are asked to do or to leave",
    in: category("do: [hide]").replacing("category: abuse", with: "category: 1️⃣abuse2️⃣"),
    notIn: category("do: [hide], house_rule: Be kind.")),
  FindingCase(
    "secret-rule", "`abuse` is enforced, and the house rules say nothing of it", severity: .warning,
    help: "add `house_rule` with what people are asked to do or to leave",
    in: category("do: [shun]", "actions: {shun: {title: shun, kind: enforce}}")
      .replacing("category: abuse", with: "category: 1️⃣abuse2️⃣"),
    notIn: category("do: [shun]", "actions: {shun: {title: shun, kind: record}}")),
  FindingCase(
    "secret-rule", "`abuse` is enforced, and the house rules say nothing of it", severity: .warning,
    help: "add `house_rule` with what people are asked to do or to leave",
    in: category("ladder: l", "ladders: {l: {forget_after: 1 day, rungs: [{rung: hide, strikes: 1, do: [hide]}]}}")
      .replacing("category: abuse", with: "category: 1️⃣abuse2️⃣"),
    notIn: category("ladder: l", "ladders: {l: {forget_after: 1 day, rungs: [{rung: warn, strikes: 1, do: [warn]}]}}")),
  FindingCase(
    "public-term", "the public reads `idiot` here, a term of `insults`", severity: .warning,
    help: "say what is meant without the words that are looked for",
    in: category("do: [hide], house_rule: \"Call nobody an 1️⃣idiot2️⃣.\""),
    notIn: category("do: [capture], house_rule: \"Call nobody an idiot.\"")),
  FindingCase(
    "public-term", "the public reads `fool` here, a term of `insults`", severity: .warning,
    help: "say what is meant without the words that are looked for",
    in: category("do: [hide], house_rule: Be kind.", "house_rules: {about: Whoever calls us a 1️⃣fool2️⃣ is hidden}"),
    notIn: category("do: [hide], house_rule: Be kind.", "house_rules: {about: Do not fool around}")),
  FindingCase(
    "public-contact", "the public reads `care@shop.example` here, the contact of a team", severity: .warning,
    help: "write the `contact` of `house_rules`, or leave it out",
    in: playbook("\(teams)house_rules: {about: \"Write to 1️⃣care@shop.example2️⃣.\"}"),
    notIn: playbook("\(teams)house_rules: {about: Write to care@shop.example., contact: care@shop.example}")),
  FindingCase(
    "public-contact", "the public reads `+44 20 7946 0000` here, the contact of a team", severity: .warning,
    help: "write the `contact` of `house_rules`, or leave it out",
    in: playbook(
      "\(teams)ladders: {l: {forget_after: 1 day, rungs: [{rung: a, strikes: 1, do: [warn], say: \"Call 1️⃣+44 20 7946-00002️⃣.\"}]}}\ncategories: [{category: other, when: otherwise, ladder: l}]"
    ),
    notIn: playbook(
      "\(teams)ladders: {l: {forget_after: 1 day, rungs: [{rung: a, strikes: 1, do: [warn], say: \"Call +44 20 7946 0001.\"}]}}\ncategories: [{category: other, when: otherwise, ladder: l}]"
    )),
]

@Test(arguments: cases) func `the public is told the rules, and nothing else`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}
