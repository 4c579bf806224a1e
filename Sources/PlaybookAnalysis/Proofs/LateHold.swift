import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// An escalation that holds an answer, and need not look at it before the answer is due.
/// How long working time lasts depends on when the comment comes: it is looked for over two years.
struct LateHold: ProofCheck {
  func run(on playbook: Playbook, _ proofs: inout PolicyProofs, report: (Diagnostic) -> Void) {
    for (place, escalation) in playbook.activeEscalations.enumerated() where escalation.holdsReply {
      guard let first = escalation.levels.first, let held = first.within else { continue }
      var late: [(plan: Response, witness: Witness)] = []
      var trouble: String?
      for (plan, question) in playbook.answers(beside: place) {
        let isTold = late.contains { $0.plan.definition.name.isExactly(plan.definition.name) }
        guard !isTold, let due = plan.reply?.within else { continue }
        let answer = proofs.answer(
          question, whereSlower: TeamTime(held, of: first.team), thanQuicker: TeamTime(due, of: plan.owner)
        ) { $0.isDueBeforeHeld(by: escalation) }
        switch answer {
        case .possible(let witness): late.append((plan, witness))
        case .notDecided(let sentence): trouble = trouble ?? sentence
        case .impossible: break
        }
      }
      // The answer that is due first tells of the others, too.
      late.sort { $0.plan.greatestSeconds < $1.plan.greatestSeconds }
      if let first = late.first {
        report(.lateHold(escalation, late.map(\.plan), first.witness.written(in: proofs.program)))
      } else if let trouble {
        report(.undecidedHold(escalation, trouble))
      }
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

extension Response {
  /// How long its answer may take, as written.
  fileprivate var greatestSeconds: Int64 { reply?.within?.length.seconds ?? .max }
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

  fileprivate static func undecidedHold(_ escalation: Escalation, _ trouble: String) -> Diagnostic {
    Diagnostic(
      "undecided-policy", .note,
      "whether `\(escalation.definition.name.shown)` may hold an answer until after it is due is not decided: \(trouble)",
      at: escalation.definition.nameSpan)
  }
}
