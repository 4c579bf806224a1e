import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// A category that no comment can have, because those above it take every comment that it could.
struct UnreachableCategory: ProofCheck {
  func run(on playbook: Playbook, _ proofs: inout PolicyProofs, report: (Diagnostic) -> Void) {
    let categories = playbook.activeCategories
    // The last one takes what is left, and has to be there even where nothing is.
    let cores = proofs.refutations(of: categories.indices.dropLast().map { .category($0) })
    for (place, core) in cores.enumerated() {
      guard let core, core.holding == [.category(place)] else { continue }
      let takers = core.failing.compactMap { clause -> Int? in
        if case .category(let taker) = clause { taker } else { nil }
      }
      // What is so because a condition always or never holds is said of that condition.
      guard !takers.isEmpty, !takers.contains(where: { proofs.constancy(of: .category($0)) == .always }) else {
        continue
      }
      report(.unreachable(categories[place], by: takers.map { categories[$0] }, proofs.taken(place)))
    }
  }
}

extension PolicyProofs {
  /// A comment that meets the condition of a category, and has another one.
  fileprivate mutating func taken(_ category: Int) -> String? {
    guard case .possible(let witness) = answer(PolicyQuestion(holding: [.category(category)])),
      let taker = witness.decision.category
    else { return nil }
    let (name, comment) = (program.categories[category].name, witness.written(in: program))
    return "\(comment) is `\(taker.shown)`; it meets the condition of `\(name.shown)` too"
  }
}

extension Diagnostic {
  fileprivate static func unreachable(_ category: Category, by takers: [Category], _ witness: String?) -> Diagnostic {
    let name = category.definition.name.shown
    let first = takers[0].definition.name.shown
    return Diagnostic(
      "unreachable-category", .warning, "`\(name)` can never be a comment's category",
      at: category.definition.nameSpan, label: "everything that it takes is taken before it",
      related: takers.map { taker in
        .init(span: taker.definition.nameSpan, label: takers.count == 1 ? "by this one" : "in part by this one")
      }, witness: witness,
      help: takers.count == 1
        ? "move `\(name)` before `\(first)`, or narrow `\(first)`"
        : "move `\(name)` before `\(first)`, or narrow the categories that take its comments")
  }
}
