import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// Clauses that part a number among them and leave one value out, or take one value twice.
struct ThresholdSeam: ProofCheck {
  func run(on playbook: Playbook, _ proofs: inout PolicyProofs, report: (Diagnostic) -> Void) {
    let categories = playbook.activeCategories.enumerated().compactMap { place, category in
      category.inForce.map { RankedClause(own: $0, clause: .category(place), rank: place) }
    }
    let escalations = playbook.activeEscalations.enumerated().map { place, escalation in
      RankedClause(own: escalation.inForce, clause: .escalation(place), rank: nil)
    }
    let signals = playbook.signals.filter { proofs.asks(signal: $0.definition.name) }.map { signal in
      RankedClause(own: signal.inForce, clause: nil, rank: nil)
    }
    for group in [categories, escalations, signals] {
      for seam in proofs.seams(among: group.map(\.own.clause), afterCategories: group.first?.own.use == .escalation) {
        let (below, above) = (group[seam.below.clause], group[seam.above.clause])
        guard !playbook.takesFromLibrary(above.own.definition), !playbook.takesFromLibrary(below.own.definition),
          let witness = proofs.witness(seam, below, above)
        else { continue }
        report(.seam(seam, below.own, above.own, witness))
      }
    }
  }
}

/// A clause among others of its kind; those of categories have a rank.
private struct RankedClause {
  let own: ClauseInForce
  /// Nil for a signal.
  let clause: PolicyClause?
  let rank: Int?
}

extension PolicyProofs {
  /// A comment at the seam to which both clauses come: one that a category above takes is none of theirs.
  fileprivate mutating func witness(_ seam: NumberSeam, _ below: RankedClause, _ above: RankedClause) -> String? {
    let met = add(seam.clause, afterCategories: below.own.use == .escalation)
    let ranks = [below.rank, above.rank].compactMap { $0 }
    let reach = (seam.kind == .gap ? ranks.max() : ranks.min()) ?? 0
    let question = PolicyQuestion(holding: [met], failing: (0..<reach).map { .category($0) })
    guard case .possible(let witness) = answer(question) else { return nil }
    let comment = witness.written(in: program)
    let category = witness.decision.category?.shown ?? ""
    return switch (seam.kind, above.own.use) {
    case (.gap, .category): "\(comment) is `\(category)`"
    case (.gap, _): "\(comment) meets neither"
    case (.overlap, .category): "\(comment) is `\(category)`, and meets the other's condition too"
    case (.overlap, _): "\(comment) meets both"
    }
  }
}

extension Diagnostic {
  fileprivate static func seam(
    _ seam: NumberSeam, _ below: ClauseInForce, _ above: ClauseInForce, _ witness: String
  ) -> Diagnostic {
    let number = "`\(seam.subject.name)` of \(seam.subject.written(seam.number))"
    let places = [below.span(of: seam.below.part), above.span(of: seam.above.part)]
    let later = places[0].isBehind(places[1]) ? 0 : 1
    let related = Related(span: places[1 - later], label: seam.kind == .gap ? "nor here" : "and here")
    switch seam.kind {
    case .gap:
      return Diagnostic(
        "threshold-gap", .warning, "\(number) is in neither `\(below.name)` nor `\(above.name)`",
        at: places[later], label: "not here", related: [related], witness: witness,
        help: "say which of them takes it: with `at least` or `at most`")
    case .overlap:
      return Diagnostic(
        "threshold-overlap", .warning, "\(number) is in both `\(below.name)` and `\(above.name)`",
        at: places[later], label: "here", related: [related], witness: witness,
        help: "say which of them takes it: the other with `more than` or `less than`")
    }
  }
}

extension Span {
  fileprivate func isBehind(_ other: Span) -> Bool { (file, start) > (other.file, other.start) }
}
