import DecisionModel
import PlaybookModel
import PlaybookSyntax
import YAMLSyntax

// What clauses order.
extension PlaybookBuilder {
  func orders(of mapping: YAMLMapping) -> Orders {
    Orders(
      must: mapping.nodes("do").flatMap(actions), may: mapping.nodes("may").flatMap(actions),
      approval: approval(of: mapping))
  }

  private func actions(_ node: YAMLNode) -> [OrderedAction] {
    switch node {
    case .scalar(let name): [OrderedAction(name: name.text, span: name.span, team: nil)]
    case .sequence: []
    case .mapping(let mapping): mapping.entries.map(action)
    }
  }

  private func action(_ entry: YAMLMapping.Entry) -> OrderedAction {
    let order = entry.value.mapping
    return OrderedAction(
      name: entry.key.text, span: entry.key.span, team: entry.value.scalar?.text ?? order?.text("team"),
      terms: order.map(terms) ?? ActionTerms())
  }

  private func terms(of order: YAMLMapping) -> ActionTerms {
    let wait = order.length("after").map { ActionWait(length: $0, unlessEdited: order.text("unless") == "edited") }
    let lift = order.mapping("lift").map { Lift(onRequest: $0.isYes("on_request"), by: $0.text("by")) }
    var terms = ActionTerms(
      duration: duration(of: order), wait: wait, alsoLast: order.length("also_last"),
      approvals: [approval(of: order)].compactMap { $0 }, lift: lift)
    terms.within = order.allowance("within")
    return terms
  }

  func duration(of order: YAMLMapping) -> ActionDuration? {
    if order.text("until") == "resolved" { return .untilResolved }
    let durations = order.scalars("for").compactMap { try? $0.actionLength() }
    return durations.count == 1 ? durations.first : durations.isEmpty ? nil : .oneOf(durations.flatMap(\.lengths))
  }

  func approval(of mapping: YAMLMapping) -> Approval? {
    if let several = mapping.mapping("approval") {
      return Approval(teams: several.texts("teams"), count: several.wholeNumber("count") ?? 1)
    }
    let teams = mapping.texts("approval")
    return teams.isEmpty ? nil : Approval(teams: teams)
  }

  func brake(_ entry: YAMLMapping.Entry) -> BrakeRule? {
    guard let mapping = entry.value.mapping, let atMost = mapping.wholeNumber("at_most"),
      let window = mapping.length("per"), let team = mapping.text("tell")
    else { return nil }
    return BrakeRule(action: entry.key.text, atMost: atMost, window: window, team: team)
  }
}
