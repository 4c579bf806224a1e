import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// An escalation that holds an answer, and need not look at it before the answer is due.
///
/// Plain time is compared; how long working time lasts depends on when the comment comes.
struct LateHold: ProofCheck {
  func run(on playbook: Playbook, _ proofs: inout PolicyProofs, report: (Diagnostic) -> Void) {
    for (place, escalation) in playbook.activeEscalations.enumerated() where escalation.holdsReply {
      guard let held = escalation.levels.first?.within?.plainSeconds else { continue }
      var late: [(plan: Response, witness: Witness)] = []
      for (plan, question) in playbook.answers(beside: place) {
        let isTold = late.contains { $0.plan.definition.name.isExactly(plan.definition.name) }
        guard !isTold, let due = plan.reply?.within?.plainSeconds, due < held,
          case .possible(let witness) = proofs.answer(question), witness.decision.isDueBeforeHeld(by: escalation)
        else { continue }
        late.append((plan, witness))
      }
      // The answer that is due first tells of the others, too.
      late.sort { ($0.plan.reply?.within?.plainSeconds ?? 0) < ($1.plan.reply?.within?.plainSeconds ?? 0) }
      guard let first = late.first else { continue }
      report(.lateHold(escalation, late.map(\.plan), first.witness.written(in: proofs.program)))
    }
  }
}

extension Playbook {
  /// Every plan that can stand beside an escalation, with the comments for which it does: the first plan that an
  /// escalation names goes before the category's.
  fileprivate func answers(beside held: Int) -> [(plan: Response, question: PolicyQuestion)] {
    let naming = activeEscalations.indices.filter { activeEscalations[$0].response != nil }
    let ofEscalations = naming.map { place in
      (
        name: activeEscalations[place].response,
        question: PolicyQuestion(
          holding: [.escalation(held), .escalation(place)],
          failing: naming.prefix { $0 < place }.map { .escalation($0) })
      )
    }
    let ofCategories = activeCategories.enumerated().map { place, category in
      let first = PolicyQuestion.category(place)
      return (
        name: category.response,
        question: PolicyQuestion(
          holding: [.escalation(held)] + first.holding, failing: first.failing + naming.map { .escalation($0) })
      )
    }
    return (ofEscalations + ofCategories).compactMap { name, question in
      let plan = responses.first { response in name.map(response.definition.name.isExactly) ?? false }
      return plan.map { ($0, question) }
    }
  }
}

extension Allowance {
  /// How many seconds it is at the most, where that does not depend on when it begins.
  fileprivate var plainSeconds: Int64? { isWorkingTime ? nil : length.seconds }
}

extension Decision {
  /// Whether the answer is due before the first team of an escalation that holds it is.
  fileprivate func isDueBeforeHeld(by escalation: Escalation) -> Bool {
    guard let due = reply?.due, let team = escalation.levels.first?.team else { return false }
    let levels = actions.filter { $0.action == "escalate" }.compactMap(\.levels.first)
    return levels.contains { $0.team.isExactly(team) && due < $0.due }
  }
}

extension Diagnostic {
  /// - Parameter plans: those whose answers are late, the one that is due first before the others.
  fileprivate static func lateHold(_ escalation: Escalation, _ plans: [Response], _ comment: String) -> Diagnostic {
    let (name, answer) = (escalation.definition.name.shown, plans[0].definition.name.shown)
    let team = escalation.levels[0].team.shown
    let within = { (allowance: Allowance?) in allowance?.description ?? "" }
    return Diagnostic(
      "late-hold", .warning, "`\(name)` may hold an answer until after `\(answer)` is due",
      at: escalation.definition.nameSpan, label: "`\(team)` looks at it within \(within(escalation.levels[0].within))",
      related: plans.map { plan in
        .init(
          span: plan.reply?.withinSpan ?? plan.definition.nameSpan,
          label: "`\(plan.definition.name.shown)` is due within \(within(plan.reply?.within))")
      }, witness: "\(comment) is held by `\(name)` and answered by `\(answer)`",
      help: "give `\(team)` no more than \(within(plans[0].reply?.within)), or the answer more time")
  }
}
