import Diagnostics
import TestSupport
import Testing

private let definedTwice = [
  FindingCase(
    "defined-twice", "the category `a` is defined twice", help: "give one of them another name",
    in: playbook("categories: [{category: a, when: {text.words: 1}}, {category: 1️⃣a2️⃣, when: otherwise}]"),
    notIn: playbook("categories: [{category: a, when: {text.words: 1}}, {category: b, when: otherwise}]")),
  FindingCase(
    "defined-twice", "the escalation `a` is defined twice", help: "give one of them another name",
    in: playbook("escalations: [{escalation: a, when: {text.words: 1}}, {escalation: 1️⃣a2️⃣, when: {text.words: 2}}]"),
    notIn: playbook("escalations: [{escalation: a, when: {text.words: 1}}, {escalation: other, when: {text.words: 2}}]")
  ),
  FindingCase(
    "defined-twice", "the action `hide` is part of the language", help: "give yours another name, or leave it out",
    in: playbook("actions: {1️⃣hide2️⃣: {title: hide it, kind: enforce}}"),
    notIn: playbook("actions: {hide_well: {title: hide it, kind: enforce}}")),
  FindingCase(
    "unused-response-step", "nothing uses the response step `thank`", severity: .warning,
    help: "use it, or leave it out", in: playbook("response_steps: {1️⃣thank2️⃣: {title: x}}"),
    // How the library says a step is shown stands back behind what the playbook says.
    notIn: playbook(
      """
      imports: [std/reply-steps]
      response_steps: {thank: {title: x}}
      responses: {r: {owner: t, reply: {within: 1 hour}, steps: [{step: thank}]}}
      teams: {t: {title: T}}
      escalations: [{escalation: e, when: {text.words: 1}, respond: r}]
      """)),
  FindingCase(
    "defined-twice", "the fact `author.name` is part of the language", help: "give yours another name, or leave it out",
    in: playbook("facts: {1️⃣author.name2️⃣: {type: text}}"), notIn: playbook("facts: {author.nickname: {type: text}}")),
  FindingCase(
    "defined-twice", "the rung `warn` is defined twice", help: "give one of them another name",
    in: playbook("ladders: {l: {rungs: [{rung: warn, strikes: 1}, {rung: 1️⃣warn2️⃣, strikes: 2}]}}"),
    notIn: playbook("ladders: {l: {rungs: [{rung: warn, strikes: 1}]}, m: {rungs: [{rung: warn, strikes: 1}]}}")),
]

private let unused = [
  FindingCase(
    "unused-team", "nothing uses the team `care`", severity: .warning, help: "use it, or leave it out",
    in: playbook("teams: {1️⃣care2️⃣: {title: x}}"),
    notIn: playbook("teams: {care: {title: x}}\nescalations: [{escalation: e, when: {text.words: 1}, to: care}]")),
  FindingCase(
    "unused-fact", "nothing uses the fact `vip`", severity: .warning, help: "use it, or leave it out",
    in: playbook(
      "facts: {1️⃣vip2️⃣: {type: yes_no}}\ntests: [{test: t, comment: {text: a, facts: {vip: yes}}, expect: {category: other}}]"
    ),
    notIn: playbook("facts: {vip: {type: yes_no}}\nescalations: [{escalation: e, when: {vip: yes}}]")),
  FindingCase(
    "unused-lexicon", "nothing uses the lexicon `anger`", severity: .warning, help: "use it, or leave it out",
    in: playbook("lexicons: {1️⃣anger2️⃣: [xyz]}"),
    notIn: playbook("lexicons: {anger: [xyz]}\nescalations: [{escalation: e, when: {text.uses: anger}}]")),
  FindingCase(
    "unused-signal", "nothing uses the signal `s`", severity: .warning, help: "use it, or leave it out",
    in: playbook("signals: {1️⃣s2️⃣: {text.words: 1}}"),
    notIn: playbook("signals: {s: {text.words: 1}}\nescalations: [{escalation: e, when: {signal: s}}]")),
  FindingCase(
    "unused-response", "nothing uses the response `r`", severity: .warning, help: "use it, or leave it out",
    in: playbook("responses: {1️⃣r2️⃣: {title: x}}"),
    notIn: playbook("responses: {r: {title: x}}\ncategories: [{category: a, when: otherwise, respond: r}]")),
  FindingCase(
    "unused-ladder", "nothing uses the ladder `l`", severity: .warning, help: "use it, or leave it out",
    in: playbook("ladders: {1️⃣l2️⃣: {forget_after: 1 day, rungs: [{rung: a, strikes: 1}]}}"),
    notIn: playbook(
      "ladders: {l: {forget_after: 1 day, rungs: [{rung: a, strikes: 1}]}}\ncategories: [{category: a, when: otherwise, ladder: l}]"
    )),
  FindingCase(
    "unused-standard", "nothing uses the standard `kind`", severity: .warning, help: "use it, or leave it out",
    in: playbook("standards: {1️⃣kind2️⃣: {ask: Is it kind}}"),
    notIn: playbook("standards: {kind: {ask: Is it kind, every_plan: yes}}")),
  FindingCase(
    "unused-action", "nothing uses the action `shadow_ban`", severity: .warning, help: "use it, or leave it out",
    in: playbook("actions: {1️⃣shadow_ban2️⃣: {title: x, kind: enforce}}"),
    notIn: playbook(
      "actions: {shadow_ban: {title: x, kind: enforce}}\ncategories: [{category: a, house_rule: x, when: otherwise, do: [shadow_ban]}]"
    )),
  FindingCase(
    "unused-response-step", "nothing uses the response step `joke`", severity: .warning,
    help: "use it, or leave it out",
    in: playbook("response_steps: {1️⃣joke2️⃣: {title: x}}"),
    notIn: playbook(
      "response_steps: {joke: {title: x}}\nteams: {t: {title: x}}\nresponses: {r: {owner: t, reply: {within: 1 day}, steps: [{step: joke}]}}\ncategories: [{category: a, when: otherwise, respond: r}]"
    )),
  FindingCase(
    "unused-mode", "nothing uses the mode `crisis`", severity: .warning, help: "use it, or leave it out",
    in: playbook("modes: {1️⃣crisis2️⃣: {title: x}}"),
    notIn: playbook("modes: {crisis: {title: x}}\nescalations: [{escalation: e, when: {mode: crisis}}]")),
  FindingCase(
    "uncovered-practice", "nothing shows the practice `A1`",
    help: "add `covers: [A1]` to an example, a test, a story or a promise that shows it",
    in: playbook("practices: {1️⃣A12️⃣: Be kind}"),
    notIn: playbook(
      "practices: {A1: Be kind}\ncategories: [{category: a, when: otherwise, examples: [{text: thanks, covers: A1}]}]")),
]

@Test(arguments: definedTwice) func `a name is defined once`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

@Test(arguments: unused) func `what is defined is used`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}

@Test func `what a library brings need not be used`() throws {
  #expect(told(try analysed(playbook("imports: [std/channels, std/reply-standards]")), from: .warning) == [])
  #expect(told(try analysed(playbook("imports: [std/channels, std/reply-standards]")), from: .note) == [])
}
