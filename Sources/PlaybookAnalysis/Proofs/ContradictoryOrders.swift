import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// Clauses that hold together and order what cannot be done together: to let a comment stand, and to take it away.
struct ContradictoryOrders: ProofCheck {
  func run(on playbook: Playbook, _ proofs: inout PolicyProofs, report: (Diagnostic) -> Void) {
    let kinds = Dictionary(proofs.program.actions.map { (Array($0.name.utf8), $0.kind) }) { first, _ in first }
    let categories = playbook.activeCategories.enumerated().map { place, category in
      OrderingClause(category.definition, .chosen(place), category.orders, kinds)
    }
    let escalations = playbook.activeEscalations.enumerated().map { place, escalation in
      OrderingClause(escalation.definition, .escalation(place), escalation.orders, kinds)
    }
    for (place, one) in escalations.enumerated() {
      for other in categories + escalations[...place] {
        guard let (shows, hides) = one.contradiction(other),
          case .possible(let witness) = proofs.answer(PolicyQuestion(holding: [one.clause, other.clause])),
          witness.decision.actions.contains(where: { $0.action.isExactly(hides) })
        else { continue }
        report(.contradictory(one, other, shows, hides, witness.written(in: proofs.program)))
      }
    }
    for own in categories {
      guard let (shows, hides) = own.contradiction(own),
        case .possible(let witness) = proofs.answer(PolicyQuestion(holding: [own.clause]))
      else { continue }
      report(.contradictory(own, own, shows, hides, witness.written(in: proofs.program)))
    }
  }
}

/// What a clause orders to be shown, and what to be taken away.
private struct OrderingClause {
  let definition: Definition
  let clause: PolicyClause
  private var letsStand = false
  private var publishes = false
  /// The first order of each sort.
  private var enforces: String?
  private var hides: String?

  init(_ definition: Definition, _ clause: PolicyClause, _ orders: Orders, _ kinds: [[UInt8]: ActionKind]) {
    self.definition = definition
    self.clause = clause
    let names = orders.must.map(\.name)
    letsStand = names.contains { $0.isExactly("let_stand") }
    publishes = names.contains { $0.isExactly("publish") }
    enforces = names.first { kinds[Array($0.utf8)] == .enforce }
    hides = names.first { $0.isExactly("hide") || $0.isExactly("remove") }
  }

  /// Two orders that contradict each other, each by one of the clauses.
  func contradiction(_ other: OrderingClause) -> (shows: String, hides: String)? {
    if letsStand, let hides = other.enforces { return ("let_stand", hides) }
    if other.letsStand, let hides = enforces { return ("let_stand", hides) }
    if publishes, let hides = other.hides { return ("publish", hides) }
    if other.publishes, let hides = hides { return ("publish", hides) }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func contradictory(
    _ one: OrderingClause, _ other: OrderingClause, _ shows: String, _ hides: String, _ comment: String
  ) -> Diagnostic {
    let (name, first) = (one.definition.name.shown, other.definition.name.shown)
    let isAlone = one.clause == other.clause
    return Diagnostic(
      "contradictory-orders", .warning,
      isAlone
        ? "`\(name)` orders both `\(shows)` and `\(hides.shown)`"
        : "`\(name)` and `\(first)` contradict each other: `\(shows)` and `\(hides.shown)`",
      at: one.definition.nameSpan,
      related: isAlone ? [] : [.init(span: other.definition.nameSpan, label: "a comment can meet both")],
      witness: isAlone ? "\(comment) meets `\(name)`" : "\(comment) meets both, and `\(hides.shown)` is ordered of it",
      help: isAlone
        ? "leave one of the two out" : "leave one of the two orders out, or keep `\(name)` and `\(first)` apart")
  }
}
