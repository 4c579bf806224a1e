import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A category for which people are punished, and that the house rules do not tell them of.
struct SecretRule: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    for category in playbook.enforcingCategories where category.houseRule == nil {
      report(.secretRule(category.definition))
    }
  }
}

extension Playbook {
  /// The categories that order something that enforces, themselves or by their ladder.
  var enforcingCategories: [Category] {
    let enforcing = Set(ActionDefinition.ordered(declared: actions).filter { $0.kind == .enforce }.map(\.name))
    func enforces(_ orders: Orders) -> Bool { orders.must.contains { enforcing.contains($0.name) } }
    let hardLadders = Set(ladders.filter { $0.rungs.contains { enforces($0.orders) } }.map(\.definition.name))
    return categories.filter { enforces($0.orders) || $0.ladder.map(hardLadders.contains) ?? false }
  }
}

extension Diagnostic {
  fileprivate static func secretRule(_ category: Definition) -> Diagnostic {
    Diagnostic(
      "secret-rule", .warning, "`\(category.name.shown)` is enforced, and the house rules say nothing of it",
      at: category.nameSpan, help: "add `house_rule` with what people are asked to do or to leave")
  }
}
