import Diagnostics
import TestSupport

// Parts of clauses that do nothing, each with a twin that is nearly the same and does something.

/// Clauses with a part that changes nothing.
let idleClauses: [(fault: String, twin: String)] = [
  (
    #"when: {text.says: refund*, 1️⃣text.words: "at least 1"2️⃣}"#,
    "when: {text.says: refund*, text.words: at least 2}"
  ),
  (
    "when: {any: [{text.says: parcel}, {1️⃣text.says: my parcel2️⃣}]}",
    "when: {any: [{text.says: parcel}, {text.says: my parcels}]}"
  ),
  ("when: {text.says: my suitcase, 1️⃣text.uses: bags2️⃣}", "when: {text.says: my suitcases, text.uses: bags}"),
  (
    #"when: {all: [{author.followers: at least 100}, {1️⃣author.followers: "at least 50"2️⃣}]}"#,
    // What is known may be said of a fact that is asked for anyway.
    "when: {all: [{author.followers: at least 100}, {author.followers: known}]}"
  ),
  (
    "when: {all: [{post.channel: x}, {1️⃣post.channel: [facebook, x]2️⃣}]}",
    "when: {all: [{post.channel: [x, instagram]}, {post.channel: [facebook, x]}]}"
  ),
  (
    #"when: {text.exclamations: at least 5}, unless: {1️⃣text.length: "at most 4"2️⃣}"#,
    "when: {text.exclamations: at least 5}, unless: {text.length: at most 5}"
  ),
  (
    #"when: {author.followers: at least 100}, unless: {1️⃣author.followers: "less than 50"2️⃣}"#,
    "when: {author.followers: at least 100}, unless: {author.followers: less than 500}"
  ),
  (
    "when: {text.says: parcel, none: [{text.says: invoice}, {1️⃣text.says: my invoice2️⃣}]}",
    "when: {text.says: parcel, none: [{text.says: invoice}, {text.says: my invoices}]}"
  ),
  (
    "when: {count: {of: [{text.says: parcel}, {text.says: invoice}, {1️⃣text.says: my invoice2️⃣}], is: at least 1}}",
    "when: {count: {of: [{text.says: parcel}, {text.says: invoice}, {text.says: my invoice}], is: at least 2}}"
  ),
  ("when: {any: [{mode: [crisis, calm]}, {1️⃣mode: calm2️⃣}]}", "when: {any: [{mode: crisis}, {mode: calm}]}"),
  (
    "when: {all: [{history.comments: {in: 1 hour, is: at least 5}}, "
      + "{1️⃣history.comments: {in: 1 day, is: at least 5}2️⃣}]}",
    "when: {all: [{history.comments: {in: 1 hour, is: at least 5}}, "
      + "{history.comments: {in: 1 day, is: at least 6}}]}"
  ),
  (
    #"when: {all: [{text.count: {anger: 2}}, {text.score: {1️⃣anger: "at least 3"2️⃣}}]}"#,
    "when: {all: [{text.count: {anger: 1}}, {text.score: {anger: at least 3}}]}"
  ),
  (
    "when: {any: [{text.says: parcel, author.verified: yes}, 1️⃣{text.says: my parcel, author.verified: yes}2️⃣]}",
    "when: {any: [{text.says: parcel, author.verified: yes}, {text.says: my parcel, author.verified: no}]}"
  ),
  (
    "when: {text.says: my parcel, 1️⃣not: {all: [{text.words: 1}, {mode: crisis}]}2️⃣}",
    "when: {text.says: my parcel, not: {all: [{text.words: 2}, {mode: crisis}]}}"
  ),
  ("when: {signal: wanted, 1️⃣text.says: parcel2️⃣}", "when: {signal: wanted, text.says: parcels}"),
  (
    "when: {any: [{time.open: care}, {1️⃣time.open: care2️⃣}]}", "when: {any: [{time.open: care}, {time.open: night}]}"
  ),
]

let idleCases = idleClauses.enumerated().map { number, clause in
  // A clause is a category's or an escalation's.
  let kind = number.isMultiple(of: 2) ? "category" : "escalation"
  let text = { (clause: String) in
    number.isMultiple(of: 2)
      ? policy("  - {category: odd, \(clause)}") : policy("", "{escalation: odd, \(clause), to: care}")
  }
  return FindingCase(
    "idle-condition",
    "this \(clause.fault.contains("unless: {1️⃣") ? "exception" : "part") changes nothing in the \(kind) `odd`",
    severity: .warning, help: "leave it out, or write what it should tell apart", in: text(clause.fault),
    notIn: text(clause.twin))
}

/// A condition of a category above, and a clause of which it takes all that one part takes.
let shadowedClauses: [(above: String, fault: String, twin: String)] = [
  ("{text.says: refund*}", "{text.says: [invoice, 1️⃣refund me2️⃣]}", "{text.says: [invoice, fund me]}"),
  (
    "{text.uses: bags}", "{any: [{text.says: invoice}, {1️⃣text.says: my suitcase2️⃣}]}",
    "{any: [{text.says: invoice}, {text.says: my suitcases}]}"
  ),
  ("{text.uses: bags}", "{text.uses: [anger, 1️⃣bags2️⃣]}", "{text.uses: [anger, goods]}"),
  (
    "{author.followers: at least 100}", #"{any: [{text.says: invoice}, {1️⃣author.followers: "more than 100"2️⃣}]}"#,
    "{any: [{text.says: invoice}, {author.followers: more than 50}]}"
  ),
  ("{post.channel: x}", "{post.channel: [facebook, 1️⃣x2️⃣]}", "{post.channel: [facebook, instagram]}"),
  ("{author.roles: staff}", "{author.roles: [press, 1️⃣staff2️⃣]}", "{author.roles: [press, customer]}"),
  ("{mode: crisis}", "{mode: [calm, 1️⃣crisis2️⃣]}", "{mode: [calm, gala]}"),
  (
    "{text.says: parcel}", "{author.verified: yes, text.says: [invoice, 1️⃣my parcel2️⃣]}",
    "{author.verified: yes, text.says: [invoice, my parcels]}"
  ),
  (
    "{text.says: parcel}", "{any: [{text.says: invoice}, 1️⃣{text.says: parcel, author.verified: yes}2️⃣]}",
    "{any: [{text.says: invoice}, {text.says: parcels, author.verified: yes}]}"
  ),
  (
    "{text.matches: '.{20,}'}", "{any: [{text.says: invoice}, {1️⃣text.matches: '.{20,}'2️⃣}]}",
    "{any: [{text.says: invoice}, {text.matches: '.{10,}'}]}"
  ),
  (
    "{text.links_to: casino.example}", "{text.links_to: [shop.example, 1️⃣casino.example2️⃣]}",
    "{text.links_to: [shop.example, dice.example]}"
  ),
  ("{signal: wanted}", "{signal: [upset, 1️⃣wanted2️⃣]}", "{signal: [upset, odd]}"),
  (
    "{history.comments: {in: 1 day, is: at least 5}}",
    "{any: [{text.says: invoice}, {1️⃣history.comments: {in: 1 hour, is: at least 5}2️⃣}]}",
    "{any: [{text.says: invoice}, {history.comments: {in: 1 hour, is: at least 4}}]}"
  ),
]

let shadowedCases = shadowedClauses.map { parts in
  let text = { (late: String) in
    policy("  - {category: early, when: \(parts.above)}\n  - {category: late, when: \(late)}")
  }
  return FindingCase(
    "shadowed-part", "this part of `late` never decides", severity: .warning,
    help: "leave it out, or move `late` before `early`", in: text(parts.fault), notIn: text(parts.twin))
}

/// Escalations whose plan another one's always goes before: of the conditions the first takes all that the second takes.
let shadowedPlanCases = takenConditions.map { fault in
  let text = { (name: String, late: String) in
    policy(
      "",
      """
      {escalation: early, when: \(mapping(fault.first)), to: care, respond: calm}
        - {escalation: \(name), when: \(mapping(late)), to: care, respond: sorry}
      """)
  }
  return FindingCase(
    "shadowed-plan", "the plan `sorry` of `late` is never given", severity: .warning,
    help: "move `late` before `early`, or leave its `respond` out", in: text("1️⃣late2️⃣", fault.second),
    notIn: text("late", fault.twin))
}

/// Two conditions that are the same, and one that is not.
let sameConditions: [(one: String, same: String, twin: String)] = [
  ("text.says: parcel", "text.says: parcel", "text.says: parcels"),
  (
    "author.followers: at least 100", "not: {author.followers: less than 100}", "not: {author.followers: less than 101}"
  ),
  ("text.exclamations: more than 1", "text.exclamations: at least 2", "text.exclamations: at least 3"),
  (
    "any: [{text.says: parcel}, {text.says: invoice}]",
    "count: {of: [{text.says: parcel}, {text.says: invoice}], is: at least 1}",
    "count: {of: [{text.says: parcel}, {text.says: invoice}], is: at least 2}"
  ),
  (
    "all: [{text.says: parcel}, {text.says: invoice}]",
    "count: {of: [{text.says: parcel}, {text.says: invoice}], is: 2}",
    "count: {of: [{text.says: parcel}, {text.says: invoice}], is: 1}"
  ),
  ("text.uses: bags", "text.says: [trolley, suitcase]", "text.says: [trolleys, suitcases]"),
  (
    "none: [{text.says: parcel}, {text.says: invoice}]",
    "all: [{not: {text.says: parcel}}, {not: {text.says: invoice}}]",
    "all: [{not: {text.says: parcel}}, {not: {text.says: invoices}}]"
  ),
  (
    "text.words: between 2 and 5", "all: [{text.words: at least 2}, {text.words: less than 6}]",
    "all: [{text.words: at least 3}, {text.words: less than 6}]"
  ),
  ("post.channel: [x, facebook]", "post.channel: [facebook, x]", "post.channel: [instagram, telegram]"),
  ("mode: [crisis, calm]", "any: [{mode: calm}, {mode: crisis}]", "all: [{mode: calm}, {mode: crisis}]"),
  ("author.verified: yes", "not: {author.verified: no}", "not: {author.verified: yes}"),
  ("time.open: care", "not: {not: {time.open: care}}", "time.open: night"),
  ("text.score: {anger: at least 4}", "text.count: {anger: 2}", "text.count: {anger: 1}"),
  (
    "{history.conduct: 0, text.says: parcel}", "{text.says: parcel, history.conduct: less than 1}",
    "{text.says: parcel, history.conduct: 1}"
  ),
]

let copyCases = sameConditions.flatMap { pair in
  ["category", "escalation", "signal"].map { kind in
    FindingCase(
      "renamed-copy", "the \(kind) `twin` is `one` by another name", severity: .warning,
      help: "leave one of them out, or write what tells them apart",
      in: copies(kind, mapping(pair.one), "1️⃣twin2️⃣", mapping(pair.same)),
      // The first category may take no comment of the second.
      notIn: kind == "category"
        ? copies(kind, mapping(pair.twin), "twin", mapping(pair.one))
        : copies(kind, mapping(pair.one), "twin", mapping(pair.twin)))
  }
}

private func copies(_ kind: String, _ one: String, _ name: String, _ other: String) -> String {
  switch kind {
  case "category": policy("  - {category: one, when: \(one)}\n  - {category: \(name), when: \(other)}")
  case "escalation":
    policy("", "{escalation: one, when: \(one), to: care}\n  - {escalation: \(name), when: \(other), to: care}")
  default:
    policy(
      "",
      """
      {escalation: first, when: {signal: one}, to: care}
        - {escalation: second, when: {signal: \(name.replacing("1️⃣", with: "").replacing("2️⃣", with: "")), text.says: order}, to: care}
      """, signals: "  one: \(one)\n  \(name): \(other)")
  }
}
