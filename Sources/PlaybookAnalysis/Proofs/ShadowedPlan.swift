import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// A plan that a category or an escalation names and that is never given, because an escalation that goes before names
/// another one for every such comment.
struct ShadowedPlan: ProofCheck {
  func run(on playbook: Playbook, _ proofs: inout PolicyProofs, report: (Diagnostic) -> Void) {
    let namings = playbook.planNamings
    let cores = proofs.refutations(of: namings.map { PolicyQuestion(holding: [$0.clause], failing: $0.before) })
    for (naming, core) in zip(namings, cores) {
      guard let core, core.holding == [naming.clause] else { continue }
      reportShadow(of: naming, by: core.failing, nil, playbook, &proofs, report)
    }
    let parts = zip(namings, cores).filter { $1 == nil }.flatMap { naming, _ in
      naming.parts.map { (naming: naming, part: $0) }
    }
    let takers = proofs.takers(
      of: parts.map { TakenQuestion($0.part.clause, before: $0.naming.before, afterCategories: true) })
    for (part, takers) in zip(parts, takers) {
      if let takers { reportShadow(of: part.naming, by: takers, part.part, playbook, &proofs, report) }
    }
  }

  private func reportShadow(
    of naming: PlanNaming, by takers: [PolicyClause], _ part: AlternativePart?, _ playbook: Playbook,
    _ proofs: inout PolicyProofs, _ report: (Diagnostic) -> Void
  ) {
    let earlier = takers.compactMap { clause -> Escalation? in
      if case .escalation(let place) = clause { playbook.activeEscalations[place] } else { nil }
    }
    // Where all of them name the same plan, that plan is given.
    guard !earlier.isEmpty, !earlier.allSatisfy({ $0.response?.isExactly(naming.plan) ?? false }) else { return }
    let met = part.map { proofs.add($0.clause, afterCategories: true) } ?? naming.clause
    guard case .possible(let witness) = proofs.answer(PolicyQuestion(holding: [met])) else { return }
    report(.shadowed(naming, part, by: earlier, witness.written(in: proofs.program)))
  }
}

/// A clause in force that names a plan, and the escalations whose plans go before.
private struct PlanNaming {
  let plan: String
  let definition: Definition
  let clause: PolicyClause
  let before: [PolicyClause]
  /// The several conditions of an escalation: each may have its own shadow.
  var parts: [AlternativePart] = []
}

extension Playbook {
  fileprivate var planNamings: [PlanNaming] {
    let escalations = activeEscalations.enumerated().filter { $1.response != nil }
    let all = escalations.map { PolicyClause.escalation($0.offset) }
    let ofCategories = activeCategories.enumerated().compactMap { place, category in
      category.response.map {
        PlanNaming(plan: $0, definition: category.definition, clause: .chosen(place), before: all)
      }
    }
    let ofEscalations = escalations.enumerated().compactMap { rank, one -> PlanNaming? in
      let (place, own) = (one.offset, one.element.inForce)
      return one.element.response.map { plan in
        PlanNaming(
          plan: plan, definition: own.definition, clause: .escalation(place), before: Array(all.prefix(rank)),
          parts: own.clause.alternatives.map {
            AlternativePart(place: place, own: own, part: $0.part, clause: $0.clause)
          })
      }
    }
    return (ofCategories + ofEscalations).filter { !$0.before.isEmpty && !takesFromLibrary($0.definition) }
  }
}

extension Diagnostic {
  fileprivate static func shadowed(
    _ naming: PlanNaming, _ part: AlternativePart?, by earlier: [Escalation], _ comment: String
  ) -> Diagnostic {
    let (name, plan, first) = (naming.definition.name.shown, naming.plan.shown, earlier[0].definition.name.shown)
    let message = "the plan `\(plan)` of `\(name)` is never given" + (part == nil ? "" : " for this part")
    return Diagnostic(
      "shadowed-plan", .warning, message, at: part.map { $0.own.span(of: $0.part) } ?? naming.definition.nameSpan,
      label: "another plan goes before, whatever the comment",
      related: earlier.map { .init(span: $0.definition.nameSpan, label: "`\($0.response?.shown ?? "")` goes before") },
      witness: "\(comment) meets \(part == nil ? "`\(name)`" : "this part of `\(name)`"), and is answered otherwise",
      help: naming.isEscalation
        ? "move `\(name)` before `\(first)`, or leave its `respond` out"
        : "leave the `respond` of `\(name)` out, or narrow `\(first)`")
  }
}

extension PlanNaming {
  fileprivate var isEscalation: Bool {
    if case .escalation = clause { true } else { false }
  }
}
