import Diagnostics
import TestSupport

// Clauses on trial, and orders that contradict; each with a twin that is nearly the same and sound.

private func onTrial(_ first: String, _ name: String, _ second: String, _ status: String = "shadow") -> String {
  policy(
    """
      - {category: early, when: \(mapping(first))}
      - {category: \(name), when: \(mapping(second)), status: \(status)}
    """)
}

/// Trials that change something; as a draft nothing is tried.
let trialCases = takenConditions.map { fault in
  FindingCase(
    "trial-effect", "the category `late` on trial would change decisions", severity: .note,
    in: onTrial(fault.first, "1️⃣late2️⃣", fault.twin), notIn: onTrial(fault.first, "late", fault.twin, "draft"))
}

let idleTrialCases =
  takenConditions.map { fault in
    FindingCase(
      "trial-without-effect", "the category `late` on trial would change no decision", severity: .warning,
      help: "move `late` before `early`, or leave it out", in: onTrial(fault.first, "1️⃣late2️⃣", fault.second),
      notIn: onTrial(fault.first, "late", fault.twin))
  }
  + impossibleConditions.map { fault in
    let text = { (name: String, condition: String) in
      policy("", "{escalation: \(name), when: \(mapping(condition)), to: care, status: shadow}")
    }
    return FindingCase(
      "trial-without-effect", "the escalation `odd` on trial would change no decision", severity: .warning,
      help: "take away what contradicts the rest, or leave the escalation out", in: text("1️⃣odd2️⃣", fault.fault),
      notIn: text("odd", fault.twin))
  }

/// What a category orders, and an escalation beside it.
struct ContradictionParts: Sendable {
  var category = "hide"
  var escalation = "let_stand"
  var when = "{author.roles: press}"
  var unless: String?

  func playbook(_ name: String) -> String {
    let unless = unless.map { ", unless: \($0)" } ?? ""
    return policy(
      "  - {category: insult, house_rule: Do not insult anyone., when: {text.says: idiot}\(unless), do: [\(category)]}",
      "{escalation: \(name), when: \(when), to: care, do: [\(escalation)]}")
  }
}

let contradictions: [(fault: ContradictionParts, orders: (String, String), twin: ContradictionParts)] = [
  (ContradictionParts(), ("let_stand", "hide"), ContradictionParts(unless: "{author.roles: press}")),
  (ContradictionParts(category: "remove"), ("let_stand", "remove"), ContradictionParts(category: "monitor")),
  (
    ContradictionParts(category: "lock"), ("let_stand", "lock"),
    ContradictionParts(category: "lock", escalation: "capture")
  ),
  (ContradictionParts(category: "report"), ("let_stand", "report"), ContradictionParts(category: "capture")),
  (
    ContradictionParts(category: "{mute: {for: 1 day}}"), ("let_stand", "mute"),
    ContradictionParts(category: "{mute: {for: 1 day}}", escalation: "monitor")
  ),
  (
    ContradictionParts(escalation: "publish"), ("publish", "hide"),
    ContradictionParts(category: "lock", escalation: "publish")
  ),
  (
    ContradictionParts(category: "remove", escalation: "publish"), ("publish", "remove"),
    ContradictionParts(category: "report", escalation: "publish")
  ),
  (
    ContradictionParts(category: "let_stand", escalation: "hide"), ("let_stand", "hide"),
    ContradictionParts(category: "let_stand", escalation: "monitor")
  ),
  (
    ContradictionParts(category: "capture, remove"), ("let_stand", "remove"),
    ContradictionParts(category: "capture, monitor")
  ),
  // The two meet, or never do.
  (
    ContradictionParts(when: "{category: insult}"), ("let_stand", "hide"), ContradictionParts(when: "{category: other}")
  ),
  (
    ContradictionParts(when: "{text.says: idiots}"), ("let_stand", "hide"),
    ContradictionParts(when: "{text.says: idiots, none: [{text.says: idiot}]}")
  ),
  (
    ContradictionParts(when: "{author.followers: at least 9}", unless: "{author.followers: at least 10}"),
    ("let_stand", "hide"),
    ContradictionParts(when: "{author.followers: at least 10}", unless: "{author.followers: at least 9}")
  ),
]

let contradictionCases = contradictions.map { fault in
  FindingCase(
    "contradictory-orders", "`press` and `insult` contradict each other: `\(fault.orders.0)` and `\(fault.orders.1)`",
    severity: .warning, help: "leave one of the two orders out, or keep `press` and `insult` apart",
    in: fault.fault.playbook("1️⃣press2️⃣"), notIn: fault.twin.playbook("press"))
}
