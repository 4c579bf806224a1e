import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// One of several conditions of a category that never decides, because categories above take every comment that meets it.
struct ShadowedPart: ProofCheck {
  func run(on playbook: Playbook, _ proofs: inout PolicyProofs, report: (Diagnostic) -> Void) {
    let categories = playbook.activeCategories
    let unreached = proofs.refutations(of: categories.indices.map { .category($0) })
    let parts = zip(categories, unreached).enumerated().flatMap { place, category -> [AlternativePart] in
      guard category.1 == nil, let own = category.0.inForce, !playbook.takesFromLibrary(own.definition) else {
        return []
      }
      return own.clause.alternatives.map { AlternativePart(place: place, own: own, part: $0.part, clause: $0.clause) }
    }
    let takers = proofs.takers(
      of: parts.map { TakenQuestion($0.clause, before: (0..<$0.place).map { .category($0) }) })
    var told: [AlternativePart] = []
    for (part, takers) in zip(parts, takers) {
      let isTold = told.contains { $0.place == part.place && $0.part.holds(part.part) }
      guard !isTold, let takers, !takers.isEmpty, let witness = proofs.taken(part) else { continue }
      told.append(part)
      report(.shadowed(part, by: takers.categories.map { categories[$0] }, witness))
    }
  }
}

/// One of several conditions of a clause.
struct AlternativePart {
  /// Of the category or the escalation.
  let place: Int
  let own: ClauseInForce
  let part: ClausePart
  /// The clause in which it is the only one.
  let clause: Clause
}

extension [PolicyClause] {
  fileprivate var categories: [Int] {
    compactMap { clause in
      if case .category(let place) = clause { place } else { nil }
    }
  }
}

extension PolicyProofs {
  /// A comment that meets the part, and has another category.
  fileprivate mutating func taken(_ part: AlternativePart) -> String? {
    let question = PolicyQuestion(holding: [.category(part.place), add(part.clause)])
    guard case .possible(let witness) = answer(question), let taker = witness.decision.category else { return nil }
    return "\(witness.written(in: program)) is `\(taker.shown)`; it meets this part of `\(part.own.name)` too"
  }
}

extension Diagnostic {
  fileprivate static func shadowed(_ part: AlternativePart, by takers: [Category], _ witness: String) -> Diagnostic {
    let (name, first) = (part.own.name, takers[0].definition.name.shown)
    return Diagnostic(
      "shadowed-part", .warning, "this part of `\(name)` never decides", at: part.own.span(of: part.part),
      label: "every comment that meets it is taken before",
      related: takers.map { taker in
        .init(span: taker.definition.nameSpan, label: takers.count == 1 ? "by this one" : "in part by this one")
      }, witness: witness, help: "leave it out, or move `\(name)` before `\(first)`")
  }
}
