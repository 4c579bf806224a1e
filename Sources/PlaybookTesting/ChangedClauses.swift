package import DecisionModel

extension CategoryRule {
  package mutating func setClause(_ clause: Clause) {
    var rule = CategoryRule(
      name: name, title: title, place: place, clause: clause, plan: plan, must: must, may: may, ladder: ladder)
    (rule.wordings, rule.strikes, rule.noLowerThan) = (wordings, strikes, noLowerThan)
    self = rule
  }
}

extension EscalationRule {
  package mutating func setClause(_ clause: Clause) {
    var rule = EscalationRule(
      name: name, title: title, place: place, clause: clause, levels: levels, holdsReply: holdsReply, plan: plan,
      must: must, may: may)
    rule.wordings = wordings
    self = rule
  }
}
