import Diagnostics
import TestSupport

// Faults of logic, each with a twin that is nearly the same and sound.

/// What conditions may name.
private let definitions = """
  teams: {care: {hours: Mon-Fri 09:00-17:00}, night: {hours: Mon-Fri 18:00-23:00}, office: {hours: always}}
  modes: {crisis: {at_most: 1 day}, calm: {at_most: 1 day}, gala: {at_most: 1 day}}
  facts: {order.days_late: {type: number}, model.score: {type: number}}
  ladders: {conduct: {forget_after: 90 days, rungs: [{rung: watch, strikes: 1, do: [monitor]}]}}
  lexicons:
    bags: [suitcase, trolley]
    anger: {weights: {furious: 3, annoyed: 1}}
    goods: [basket, crate, barrel]
  responses:
    calm: {owner: office, reply: {within: 1 hour, in: public}, steps: [{step: explain}]}
    sorry: {owner: office, reply: {within: 2 hours, in: public}, steps: [{step: apologise}]}
  signals:
    wanted: {text.says: my parcel}
    upset: {text.says: cross}
    odd: {text.says: strange}
  """

/// - Parameters:
///   - escalation: One item of the list; several bring their own dashes.
///   - signals: More of them, each on a line of its own.
func policy(_ categories: String, _ escalation: String? = nil, signals: String = "") -> String {
  let last = "  - {category: other, house_rule: Be kind., when: otherwise, ladder: conduct}\n"
  return playbook(
    definitions + "\n\(signals)\ncategories:\n\(categories)\n\(last)"
      + (escalation.map { "escalations:\n  - \($0)\n" } ?? ""))
}

/// Two conditions, the first of which takes every comment of the second, and one of which it leaves some.
let takenConditions: [(first: String, second: String, twin: String)] = [
  ("text.says: refund*", "text.says: refund me", "text.says: fund me"),
  ("text.uses: bags", "text.says: [my suitcase, trolley]", "text.says: [my suitcases, trolleys]"),
  ("text.says: parcel", "text.says: my parcel", "text.says: my parcels"),
  ("author.followers: at least 100", "author.followers: more than 100", "author.followers: at least 99"),
  ("author.followers: known", "author.followers: between 2 and 5", "author.followers: unknown"),
  ("text.length: at least 1", "text.words: at least 3", "text.words: at most 3"),
  ("post.channel: [x, facebook]", "post.channel: x", "post.channel: instagram"),
  ("author.verified: yes", "{author.verified: yes, text.says: parcel}", "{author.verified: no, text.says: parcel}"),
  ("author.roles: [staff, press]", "{author.roles: press, text.says: parcel}", "author.roles: customer"),
  ("history.conduct: at least 1", "history.conduct: 3", "history.conduct: 0"),
  ("mode: crisis", "{mode: crisis, text.links: at least 1}", "mode: calm"),
  (
    "any: [{text.says: parcel}, {text.says: invoice}]",
    "count: {of: [{text.says: parcel}, {text.says: invoice}], is: 2}",
    "count: {of: [{text.says: parcel}, {text.says: invoices}], is: at least 1}"
  ),
  (
    "history.comments: {in: 1 day, is: at least 5}", "history.comments: {in: 1 hour, is: at least 5}",
    "history.comments: {in: 1 hour, is: at least 4}"
  ),
  ("time.open: care", "{time.open: care, text.says: parcel}", "{time.open: night, text.says: parcel}"),
  ("text.score: {anger: at least 3}", "text.count: {anger: 2}", "text.count: {anger: 1}"),
  ("text.exclamations: at least 2", "text.exclamations: between 2 and 9", "text.exclamations: between 1 and 9"),
]

let takenCases = takenConditions.map { fault in
  let categories = { (second: String, name: String) in
    policy("  - {category: early, when: \(mapping(fault.first))}\n  - {category: \(name), when: \(mapping(second))}")
  }
  return FindingCase(
    "unreachable-category", "`late` can never be a comment's category", severity: .warning,
    help: "move `late` before `early`, or narrow `early`", in: categories(fault.second, "1️⃣late2️⃣"),
    notIn: categories(fault.twin, "late"))
}

/// Conditions that nothing can meet, and such that something can.
let impossibleConditions: [(fault: String, twin: String)] = [
  (
    "all: [{author.followers: at least 100}, {author.followers: less than 50}]",
    "all: [{author.followers: at least 100}, {author.followers: less than 150}]"
  ),
  (
    "{text.length: less than 3, text.exclamations: at least 3}",
    "{text.length: less than 4, text.exclamations: at least 3}"
  ),
  ("text.capitals: more than 100%", "text.capitals: at least 100%"),
  ("{text.words: 0, text.says: parcel}", "{text.words: 1, text.says: parcel}"),
  (
    "all: [{post.channel: x}, {post.channel: facebook}]",
    "all: [{post.channel: [x, instagram]}, {post.channel: [facebook, x]}]"
  ),
  ("{history.conduct: less than 0, text.says: parcel}", "{history.conduct: less than 1, text.says: parcel}"),
  (
    "count: {of: [{text.says: parcel}, {text.says: invoice}], is: 3}",
    "count: {of: [{text.says: parcel}, {text.says: invoice}], is: 2}"
  ),
  ("text.count: {bags: at least 3}", "text.count: {bags: at least 2}"),
  ("text.score: {anger: 2}", "text.score: {anger: 3}"),
  ("{text.matches: '.{20,}', text.length: at most 10}", "{text.matches: '.{20,}', text.length: at most 20}"),
  ("{text.links_to: casino.example, text.links: 0}", "{text.links_to: casino.example, text.links: 1}"),
  (
    "all: [{post.at: before 2026-01-01}, {post.at: after 2026-06-01}]",
    "all: [{post.at: before 2026-01-01}, {post.at: after 2025-06-01}]"
  ),
  (
    "all: [{author.name: ann}, {author.name: {says: [bob]}}]",
    "all: [{author.name: {says: [ann]}}, {author.name: {says: [bob]}}]"
  ),
  ("{text.says: my parcel, none: [{text.says: parcel}]}", "{text.says: my parcel, none: [{text.says: parcels}]}"),
  (
    "all: [{author.verified: unknown}, {author.verified: yes}]",
    "any: [{author.verified: unknown}, {author.verified: yes}]"
  ),
]

/// Conditions that every comment meets, and such that one does not.
let certainConditions: [(fault: String, twin: String)] = [
  (
    "any: [{text.words: at least 5}, {text.words: less than 5}]",
    "any: [{text.words: at least 5}, {text.words: less than 4}]"
  ),
  ("text.length: at least 0", "text.length: at least 1"),
  ("any: [{text.says: parcel}, {not: {text.says: parcel}}]", "any: [{text.says: parcel}, {not: {text.says: parcels}}]"),
  (
    "any: [{author.followers: known}, {author.followers: unknown}]",
    "any: [{author.followers: at least 0}, {author.followers: unknown}]"
  ),
  ("text.capitals: at most 100%", "text.capitals: at most 99%"),
  (
    "count: {of: [{text.says: parcel}, {text.says: invoice}], is: at most 2}",
    "count: {of: [{text.says: parcel}, {text.says: invoice}], is: at most 1}"
  ),
  ("any: [{time.open: care}, {not: {time.open: care}}]", "any: [{time.open: care}, {mode: crisis}]"),
  ("time.open: office", "time.open: care"),
  ("any: [{mode: crisis}, {none: [{mode: crisis}]}]", "any: [{mode: crisis}, {none: [{mode: calm}]}]"),
  ("text.score: {anger: at least 0}", "text.score: {anger: at least 1}"),
  ("any: [{text.links: 0}, {text.links: at least 1}]", "any: [{text.links: 0}, {text.links: at least 2}]"),
  ("not: {text.exclamations: less than 0}", "not: {text.exclamations: less than 1}"),
  (
    "any: [{text.says: my parcel}, {none: [{text.says: my parcel}]}]",
    "any: [{text.says: my parcel}, {none: [{text.says: parcel}]}]"
  ),
]

let constantCases =
  impossibleConditions.map {
    constant("impossible-condition", "no comment can meet", "take away what contradicts the rest", $0)
  }
  + certainConditions.map {
    constant("certain-condition", "every comment meets", "say what comments it is about", $0)
  }

private func constant(
  _ name: String, _ message: String, _ help: String, _ fault: (fault: String, twin: String)
) -> FindingCase {
  let categories = { (condition: String, name: String) in
    policy("  - {category: \(name), when: \(mapping(condition))}")
  }
  return FindingCase(
    name, "\(message) the condition of the category `odd`", severity: .warning,
    help: "\(help), or leave the category out", in: categories(fault.fault, "1️⃣odd2️⃣"),
    notIn: categories(fault.twin, "odd"))
}

func mapping(_ condition: String) -> String { condition.hasPrefix("{") ? condition : "{\(condition)}" }

/// An escalation that holds, a plan that answers beside it, and what of that is sound.
let lateHolds: [(fault: LateHoldParts, twin: LateHoldParts)] = [
  (LateHoldParts(), LateHoldParts(held: "15 minutes")),
  (LateHoldParts(held: "31 minutes"), LateHoldParts(held: "30 minutes")),
  (LateHoldParts(held: "1 day"), LateHoldParts(held: "1 day", due: "2 days")),
  (LateHoldParts(held: "90 minutes", due: "1 hour"), LateHoldParts(held: "60 minutes", due: "1 hour")),
  (LateHoldParts(), LateHoldParts(holds: "no")),
  // The two never meet.
  (LateHoldParts(), LateHoldParts(when: "{text.says: lawyer, none: [{text.says: invoice}]}")),
  (LateHoldParts(when: "{category: complaint}"), LateHoldParts(when: "{category: other}")),
  (LateHoldParts(when: "{author.followers: at least 9}"), LateHoldParts(when: "{text.says: parcel}")),
  (LateHoldParts(when: "{time.open: care}"), LateHoldParts(due: "3 hours", when: "{time.open: care}")),
  (LateHoldParts(when: "{history.comments: {in: 1 day, is: at least 3}}"), LateHoldParts(held: "5 minutes")),
  (LateHoldParts(when: "{mode: crisis}"), LateHoldParts(held: "30 minutes", when: "{mode: crisis}")),
  // Working time of a team that sleeps.
  (
    LateHoldParts(held: "1 working hour", due: "2 hours", team: "care"),
    LateHoldParts(held: "1 working hour", due: "2 hours")
  ),
  (
    LateHoldParts(held: "1 working hour", due: "2 days", team: "care"),
    LateHoldParts(held: "1 working hour", due: "3 days", team: "care")
  ),
  // While the team works, too: what is left of the hour goes over the night.
  (
    LateHoldParts(
      held: "1 working hour", due: "2 hours", when: "{text.says: lawyer, time.open: care}", team: "care"),
    LateHoldParts(held: "1 hour", due: "2 hours", when: "{text.says: lawyer, time.open: care}", team: "care")
  ),
  // Another escalation answers in place of the category's plan, and has more time.
  (
    LateHoldParts(more: "{escalation: later, when: {text.says: parcels}, to: care, respond: slow}"),
    LateHoldParts(more: "{escalation: later, when: {text.says: lawyer}, to: care, respond: slow}")
  ),
]

struct LateHoldParts: Sendable {
  var held = "2 hours"
  var due = "30 minutes"
  var holds = "yes"
  var when = "{text.says: lawyer}"
  var team = "legal"
  var more: String?

  func playbook(_ name: String) -> String {
    """
    decorum: 1
    playbook: shop
    teams: {care: {hours: Mon-Fri 09:00-17:00, cover: legal}, legal: {hours: always}}
    modes: {crisis: {at_most: 1 day}}
    responses:
      recovery: {owner: legal, reply: {within: \(due), in: public}, steps: [{step: apologise}]}
      slow: {owner: legal, reply: {within: 3 days, in: public}, steps: [{step: explain}]}
    categories:
      - {category: parcel, when: {text.says: parcel}}
      - {category: complaint, when: {text.says: invoice}, respond: recovery}
      - {category: old, when: {text.says: old}, respond: slow}
      - {category: other, when: otherwise}
    escalations:
      - {escalation: \(name), when: \(when), to: [{team: \(team), within: \(held)}], hold_reply: \(holds)}
      - \(more ?? "{escalation: crowd, when: {thread.joined_by: at least 2}, to: care}")
    """
  }
}

let lateHoldCases = lateHolds.map { parts in
  FindingCase(
    "late-hold", "`court` may hold an answer until after `recovery` is due", severity: .warning,
    help: "give `\(parts.fault.team)` no more than \(parts.fault.due), or the answer more time",
    in: parts.fault.playbook("1️⃣court2️⃣"), notIn: parts.twin.playbook("court"))
}
