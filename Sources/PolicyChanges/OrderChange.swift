import DecisionModel

// What the clauses of two versions order, held against each other by name.
extension OrderChange {
  static func all(from earlier: DecisionProgram, to later: DecisionProgram) -> [OrderChange] {
    let (old, new) = (earlier, later)
    let isMeantAlike = { (one: Clause?, other: Clause?) in
      one.map { MeantClause($0, in: old) } == other.map { MeantClause($0, in: new) }
    }
    return changes("category", old.categories, new.categories, \.name) { $0.compare($1, $2) }
      + changes("plan", old.plans, new.plans, \.name) { $0.compare($1, $2, isMeantAlike: isMeantAlike) }
      + changes("ladder", old.ladders, new.ladders, \.name) { $0.compare($1, $2) }
      + changes("escalation", old.escalations, new.escalations, \.name) { $0.compare($1, $2) }
      + changes("team", old.teams, new.teams, \.name) { details, old, new in
        details.compare("its hours", old.hours == new.hours)
        details.compare("covered by", old.cover, new.cover)
        details.compare("called", old.title, new.title)
      }
      + changes("channel", old.channels, new.channels, \.name) { $0.compare("what it can do", $1 == $2) }
      + changes("brake", old.brakes, new.brakes, \.action) { details, old, new in
        details.compare("at most", "\(old.atMost) in \(old.window)", "\(new.atMost) in \(new.window)")
        details.compare("then decides", old.team, new.team)
      }
      + changes("standard", old.standards.map(\.withoutPlace), new.standards.map(\.withoutPlace), \.name) {
        $0.compare("what it asks of an answer", $1 == $2)
      }
      + changes("watch", old.watches, new.watches, \.name) { $0.compare("what it looks for", $1 == $2) }
      + changes("fact", old.facts, new.facts, \.name) {
        $0.compare("whether it must be given, and how it is asked for", $1 == $2)
      }
      + changes("action", old.actions, new.actions, \.name) { $0.compare("what it does", $1 == $2) }
      + rest(old, new)
  }

  private static func rest(_ old: DecisionProgram, _ new: DecisionProgram) -> [OrderChange] {
    var details = Details()
    let names = (old.escalations.map(\.name), new.escalations.map(\.name))
    let order = (names.0.filter(names.1.contains), names.1.filter(names.0.contains))
    details.compare("the order of the escalations", order.0 == order.1)
    details.compare("the days on which everybody is closed", old.holidays == new.holidays)
    details.compare("the channels that are its own", old.usedOn == new.usedOn)
    details.compare("texts kept for", old.retention?.texts?.description, new.retention?.texts?.description)
    details.compare("events kept for", old.retention?.events?.description, new.retention?.events?.description)
    return details.lines.isEmpty ? [] : [OrderChange(kind: "playbook", name: new.playbook, details: details.lines)]
  }

  private static func changes<Rule>(
    _ kind: String, _ old: [Rule], _ new: [Rule], _ name: (Rule) -> String,
    compare: (inout Details, Rule, Rule) -> Void
  ) -> [OrderChange] {
    let changed = new.compactMap { rule -> OrderChange? in
      guard let before = old.first(where: { name($0).utf8.elementsEqual(name(rule).utf8) }) else {
        return OrderChange(kind: kind, name: name(rule), details: ["is new"])
      }
      var details = Details()
      compare(&details, before, rule)
      return details.lines.isEmpty ? nil : OrderChange(kind: kind, name: name(rule), details: details.lines)
    }
    let gone = old.filter { rule in !new.contains { name($0).utf8.elementsEqual(name(rule).utf8) } }
    return changed + gone.map { OrderChange(kind: kind, name: name($0), details: ["is gone"]) }
  }
}

extension StandardRule {
  fileprivate var withoutPlace: StandardRule {
    StandardRule(
      name: name, title: title, place: ClausePlace(anchor: "", section: "", at: ""), avoid: avoid, question: question,
      instead: instead, severity: severity, holdsForEveryPlan: holdsForEveryPlan)
  }
}
