import DecisionModel
import PlaybookModel

// What conditions ask of clauses that are drafts or on trial, which no comment has.
extension Compiler {
  func isDraft(ladder: String) -> Bool {
    playbook.ladders.contains { $0.definition.name == ladder && $0.status == .draft }
  }

  func compiled(_ clause: Clause) -> Clause {
    Clause(when: compiled(clause.when), unless: clause.unless.map(compiled))
  }

  private func compiled(_ condition: Condition) -> Condition {
    switch condition {
    case .all(let parts): .all(parts.map(compiled))
    case .any(let parts): .any(parts.map(compiled))
    case .none(let parts): .none(parts.map(compiled))
    case .not(let part): .not(compiled(part))
    case .count(let parts, let test): .count(parts.map(compiled), test)
    case .category(let wanted): .category(wanted.filter(isActive))
    // Nobody counts strikes on a draft: the history is not known.
    case .strikes(let ladder, _) where isDraft(ladder: ladder): .withoutEffect("history.\(ladder)")
    default: condition
    }
  }

  private func isActive(category: String) -> Bool {
    playbook.categories.contains { $0.definition.name == category && $0.status == .active }
  }
}
