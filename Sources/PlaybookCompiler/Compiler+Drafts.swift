import DecisionModel
import PlaybookModel

// What is a draft is left out of the program, and so is what conditions ask of it.
extension Compiler {
  func compiled(_ clause: Clause) -> Clause {
    Clause(when: compiled(clause.when), unless: clause.unless.map(compiled))
  }

  func compiled(_ condition: Condition) -> Condition {
    condition.taking(ladders: ladderNames, categories: categoryNames)
  }
}
