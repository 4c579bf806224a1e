import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// A condition that holds for no comment, or for every one.
struct ConstantCondition: ProofCheck {
  func run(on playbook: Playbook, _ proofs: inout PolicyProofs, report: (Diagnostic) -> Void) {
    let constant = playbook.signals.compactMap { signal in
      proofs.constancy(ofSignal: signal.definition.name).map { (signal: signal, constancy: $0) }
    }
    func isNews(_ clause: Clause) -> Bool { clause.isNews(beside: constant.map(\.signal)) }
    for (signal, constancy) in constant where isNews(signal.clause) {
      report(.constant(constancy, "signal", signal.definition))
    }
    for (place, category) in playbook.activeCategories.enumerated() {
      guard let clause = category.clause, isNews(clause), let constancy = proofs.constancy(of: .category(place)) else {
        continue
      }
      report(.constant(constancy, "category", category.definition))
    }
    for (place, escalation) in playbook.activeEscalations.enumerated() where isNews(escalation.clause) {
      guard let constancy = proofs.constancy(of: .escalation(place)),
        !proofs.followsFromCategories(escalation.clause, constancy)
      else { continue }
      report(.constant(constancy, "escalation", escalation.definition))
    }
  }
}

extension PolicyProofs {
  /// Whether an escalation never holds because no comment can have a category that it asks for.
  fileprivate mutating func followsFromCategories(_ clause: Clause, _ constancy: Constancy) -> Bool {
    guard constancy == .never else { return false }
    let asked = clause.conditions.flatMap { condition -> [String] in
      if case .category(let wanted) = condition { wanted } else { [] }
    }
    for (place, category) in program.categories.enumerated() where asked.contains(where: category.name.isExactly) {
      if refutation(of: .category(place)) != nil { return true }
    }
    return false
  }
}

extension Clause {
  /// Whether nothing of it follows from a signal that is constant, or from a condition without effect, of which other
  /// findings tell.
  func isNews(beside constant: [Signal]) -> Bool {
    let names = Set(constant.map { Array($0.definition.name.utf8) })
    return !conditions.contains { $0.names(names) }
  }
}

extension Condition {
  /// Whether it is one of some signals, or one without effect.
  fileprivate func names(_ signals: Set<[UInt8]>) -> Bool {
    switch self {
    case .signal(let name): signals.contains(Array(name.utf8))
    case .withoutEffect: true
    default: false
    }
  }
}

extension Diagnostic {
  fileprivate static func constant(
    _ constancy: PolicyProofs.Constancy, _ kind: String, _ definition: Definition
  ) -> Diagnostic {
    let name = definition.name.shown
    return switch constancy {
    case .never:
      Diagnostic(
        "impossible-condition", .warning, "no comment can meet the condition of the \(kind) `\(name)`",
        at: definition.nameSpan, help: "take away what contradicts the rest, or leave the \(kind) out")
    case .always:
      Diagnostic(
        "certain-condition", .warning, "every comment meets the condition of the \(kind) `\(name)`",
        at: definition.nameSpan, help: "say what comments it is about, or leave the \(kind) out")
    }
  }
}
