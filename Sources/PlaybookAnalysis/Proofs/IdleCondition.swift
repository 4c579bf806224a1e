import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// A part of a condition without which the same comments meet it.
struct IdleCondition: ProofCheck {
  func run(on playbook: Playbook, _ proofs: inout PolicyProofs, report: (Diagnostic) -> Void) {
    let constant = playbook.constantSignals(&proofs)
    for own in playbook.ownClauses(proofs) where own.clause.isNews(beside: constant) {
      for idle in proofs.idleParts(of: own.clause, as: own.use) where !own.clause.isGuard(idle.part) {
        if let witness = proofs.witness(own, idle.part) { report(.idle(own, idle, witness)) }
      }
    }
  }
}

extension PolicyProofs {
  /// A comment that the condition takes with a part and without it; one that meets the part, if there is any.
  fileprivate mutating func witness(_ own: ClauseInForce, _ part: ClausePart) -> String? {
    let isLate = own.use == .escalation
    let (whole, rest) = (
      add(own.clause, afterCategories: isLate), add(own.clause.without(part), afterCategories: isLate)
    )
    if let condition = own.clause[part], !part.isWholeException {
      let met = add(Clause(when: condition), afterCategories: isLate)
      if case .possible(let witness) = answer(PolicyQuestion(holding: [met, whole, rest])) {
        return "\(witness.written(in: program)) meets this part, and the condition without it too"
      }
    }
    guard case .possible(let witness) = answer(PolicyQuestion(holding: [whole, rest])) else { return nil }
    return "\(witness.written(in: program)) meets the condition with this part and without it"
  }
}

extension Clause {
  /// Whether a part says what goes without saying, and is there for whoever reads or changes the policy: whether a fact
  /// is given, and which category the comment has, which hangs on all categories above.
  fileprivate func isGuard(_ part: ClausePart) -> Bool {
    switch self[part] {
    case .fact(_, .known), .category: true
    default: false
    }
  }
}

extension ClausePart {
  fileprivate var isWholeException: Bool { side == .unless && way.isEmpty }
}

extension Diagnostic {
  fileprivate static func idle(_ own: ClauseInForce, _ idle: IdlePart, _ witness: String) -> Diagnostic {
    let part = idle.part.isWholeException ? "exception" : "part"
    return Diagnostic(
      "idle-condition", .warning, "this \(part) changes nothing in the \(own.kind) `\(own.name)`",
      at: own.span(of: idle.part), label: "without it the same comments meet the condition",
      related: idle.because.map { .init(span: own.span(of: $0), label: "because of this") }, witness: witness,
      help: "leave it out, or write what it should tell apart")
  }
}
