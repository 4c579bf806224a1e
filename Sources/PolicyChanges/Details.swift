import DecisionModel

/// What is otherwise in a clause, a few words each.
struct Details {
  private(set) var lines: [String] = []

  mutating func compare(_ what: String, _ isSame: Bool) {
    if !isSame { lines.append("\(what) changed") }
  }

  /// "answered within 60 minutes; before, 4 hours"
  mutating func compare(_ what: String, _ old: String?, _ new: String?) {
    guard old != new else { return }
    lines.append("\(what) \(new ?? "nothing"); before, \(old ?? "nothing")")
  }

  /// What is named in one of two lists alone.
  mutating func compare(_ what: String, _ old: [String], _ new: [String]) {
    for name in new where !old.contains(name) { lines.append("\(what) `\(name)`, which it did not") }
    for name in old where !new.contains(name) { lines.append("\(what) `\(name)` no longer") }
    if Set(old) == Set(new), old != new { lines.append("\(what) the same in another order") }
  }

  mutating func compare(_ old: CategoryRule, _ new: CategoryRule) {
    compare("orders", old.must, new.must)
    compare("allows", old.may, new.may)
    compare("answered by plan", old.plan, new.plan)
    compare("counts on ladder", old.ladder, new.ladder)
    compare("strikes", String(old.strikes), String(new.strikes))
    compare("no lower than rung", old.noLowerThan, new.noLowerThan)
    compare("its words", old.wordings == new.wordings)
    compare("called", old.title, new.title)
  }

  mutating func compare(_ old: EscalationRule, _ new: EscalationRule) {
    compare("goes to", old.levels.map(\.words), new.levels.map(\.words))
    compare("holds the answer:", old.holdsReply ? "yes" : "no", new.holdsReply ? "yes" : "no")
    compare("answered by plan", old.plan, new.plan)
    compare("orders", old.must, new.must)
    compare("allows", old.may, new.may)
    compare("its words", old.wordings == new.wordings)
    compare("called", old.title, new.title)
  }

  /// - Parameter isMeantAlike: Whether two clauses of the two versions ask for the same, whatever it is called.
  mutating func compare(_ old: PlanRule, _ new: PlanRule, isMeantAlike: (Clause?, Clause?) -> Bool) {
    compare("answered within", old.within?.description, new.within?.description)
    compare("answered not before", old.notBefore?.description, new.notBefore?.description)
    compare("answered by team", old.owner, new.owner)
    compare("answered", old.replyPlace?.rawValue, new.replyPlace?.rawValue)
    compare("an answer is left to a person:", old.isOptional ? "yes" : "no", new.isOptional ? "yes" : "no")
    compare("has the step", old.steps.map(\.name), new.steps.map(\.name))
    for step in new.steps {
      guard let before = old.steps.first(where: { $0.anchor == step.anchor }) else { continue }
      compare("when the step `\(step.name)` is taken", isMeantAlike(before.clause, step.clause))
      compare("the words of the step `\(step.name)`", before.wordings == step.wordings)
      compare("what is said of the step `\(step.name)`", before.about == step.about)
    }
    compare("later takes the step", old.followUps.map(\.name), new.followUps.map(\.name))
    for step in new.followUps {
      guard let before = old.followUps.first(where: { $0.name == step.name }) else { continue }
      let isSame = before == step && isMeantAlike(before.clause, step.clause)
      compare("when the step `\(step.name)` is taken, and by when,", isSame)
    }
    compare("is held to", old.standards, new.standards)
    compare("who says yes before the answer", old.approvals == new.approvals)
    compare("whether it orders an answer", old.answers == new.answers)
    compare("called", old.title, new.title)
  }

  mutating func compare(_ old: LadderRule, _ new: LadderRule) {
    compare("forgets after", old.forgetAfter?.description, new.forgetAfter?.description)
    compare("has the rung", old.rungs.map(\.name), new.rungs.map(\.name))
    compare("is on trial:", old.isShadow ? "yes" : "no", new.isShadow ? "yes" : "no")
    for rung in new.rungs {
      guard let before = old.rungs.first(where: { $0.name == rung.name }) else { continue }
      var inside = Details()
      inside.compare("reached with strike", before.strikes.map(String.init), rung.strikes.map(String.init))
      inside.compare("needs the rung", before.needs, rung.needs)
      inside.compare("orders", before.must, rung.must)
      inside.compare("allows", before.may, rung.may)
      inside.compare("its words", before.wordings == rung.wordings)
      lines += inside.lines.map { "rung `\(rung.name)`: \($0)" }
    }
    compare("called", old.title, new.title)
  }

  private mutating func compare(_ what: String, _ old: [ActionOrder], _ new: [ActionOrder]) {
    if old == new { return }
    compare(what, old.map(\.words), new.map(\.words))
    for order in new {
      if let before = old.first(where: { $0.words == order.words }), before.terms != order.terms {
        let (then, now) = (before.terms.duration?.description, order.terms.duration?.description)
        if then != now { compare("\(what) `\(order.words)` for", then, now) }
        if before.terms.withoutDuration != order.terms.withoutDuration {
          lines.append("\(what) `\(order.words)` on other terms")
        }
      }
    }
  }
}

extension ActionTerms {
  fileprivate var withoutDuration: ActionTerms {
    var terms = self
    terms.duration = nil
    return terms
  }
}

extension ActionOrder {
  fileprivate var words: String { team.map { "\(action): \($0)" } ?? action }
}

extension LevelRule {
  fileprivate var words: String { within.map { "\(team) within \($0)" } ?? team }
}
