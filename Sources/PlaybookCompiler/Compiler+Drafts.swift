import DecisionModel
import PlaybookModel

// What is a draft is left out of the program, and so is what conditions ask of it.
extension Compiler {
  func isDraft(ladder: String) -> Bool {
    playbook.ladders.contains { $0.definition.name == ladder && $0.status == .draft }
  }

  func compiled(_ clause: Clause) -> Clause {
    Clause(when: compiled(clause.when), unless: clause.unless.map(compiled))
  }

  private func compiled(_ condition: Condition) -> Condition {
    condition.taking(
      ladders: playbook.ladders.filter { $0.status != .draft }.map(\.definition.name),
      categories: playbook.categories.filter { $0.status == .active }.map(\.definition.name))
  }
}
