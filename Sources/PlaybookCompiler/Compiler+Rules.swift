import DecisionModel
import Diagnostics
import PlaybookModel

// Categories, escalations and ladders. What is a draft is left out; what is on trial is kept apart.
extension Compiler {
  var categories: [CategoryRule] {
    playbook.categories.enumerated().filter { $1.status == .active }.map { index, category in
      var rule = CategoryRule(
        name: category.definition.name, title: category.definition.label,
        place: place(of: category, at: index),
        clause: category.clause.map(compiled), plan: category.response,
        must: orders(category.orders.must, category.orders), may: orders(category.orders.may, category.orders),
        ladder: category.ladder.flatMap { ladderNames.contains($0) ? $0 : nil })
      rule.wordings = category.wordings
      rule.strikes = category.strikes
      rule.noLowerThan = category.noLowerThan
      return rule
    }
  }

  var escalations: [EscalationRule] {
    playbook.escalations.enumerated().filter { $1.status == .active }.map { index, escalation in
      var rule = EscalationRule(
        name: escalation.definition.name, title: escalation.definition.label,
        place: place(of: escalation, at: index),
        clause: compiled(escalation.clause),
        levels: escalation.levels.map { LevelRule(team: $0.team, within: $0.within) },
        holdsReply: escalation.holdsReply, plan: escalation.response,
        must: orders(escalation.orders.must, escalation.orders), may: orders(escalation.orders.may, escalation.orders))
      rule.wordings = escalation.wordings
      return rule
    }
  }

  var ladders: [LadderRule] {
    playbook.ladders.enumerated().filter { $1.status != .draft }.map { index, ladder in
      let name = ladder.definition.name
      var rule = LadderRule(
        name: name, title: ladder.definition.label, forgetAfter: ladder.forgetAfter,
        rungs: ladder.rungs.map { rung($0, on: name, at: index) })
      rule.isShadow = ladder.status == .shadow
      return rule
    }
  }

  private func rung(_ rung: Rung, on ladder: String, at index: Int) -> RungRule {
    RungRule(
      name: rung.definition.name,
      place: place("ladder.\(ladder).\(rung.definition.name)", .ladders, index, rung.definition.span),
      strikes: rung.strikes, needs: rung.needs, must: orders(rung.orders.must, rung.orders),
      may: orders(rung.orders.may, rung.orders), wordings: rung.wordings)
  }

  private func place(of category: Category, at index: Int) -> ClausePlace {
    place("category.\(category.definition.name)", .categories, index, category.definition.span)
  }

  private func place(of escalation: Escalation, at index: Int) -> ClausePlace {
    place("escalation.\(escalation.definition.name)", .escalations, index, escalation.definition.span)
  }

  var shadows: [ShadowRule] {
    let categories = playbook.categories.enumerated().compactMap { index, category -> ShadowRule? in
      guard category.status == .shadow, let clause = category.clause else { return nil }
      return ShadowRule(place: place(of: category, at: index), clause: compiled(clause), isEscalation: false)
    }
    let escalations = playbook.escalations.enumerated().filter { $1.status == .shadow }.map { index, escalation in
      ShadowRule(place: place(of: escalation, at: index), clause: compiled(escalation.clause), isEscalation: true)
    }
    return categories + escalations
  }

  /// What a clause orders: the approval that stands on the clause is one of each of its actions.
  private func orders(_ actions: [OrderedAction], _ orders: Orders) -> [ActionOrder] {
    actions.map { action in
      var terms = action.terms
      terms.approvals += [orders.approval].compactMap { $0 }
      return ActionOrder(action: action.name, team: action.team, terms: terms)
    }
  }
}
