import DecisionEngine
import DecisionModel

/// A program made ready to decide: every name settled, every phrase ready to be looked for, nothing left to fail.
struct PreparedProgram: Sendable {
  let rulebook: Rulebook
  let searches: [TextSearch]
  /// Facts whose text is searched.
  let searchedFacts: Set<Int>
  let signals: [CheckedClause]
  /// Signals in such an order that each stands after those it is made of.
  let signalOrder: [Int]
  /// By category; nil for the one that holds where none above does.
  let categories: [CheckedClause?]
  let escalations: [CheckedClause]
  /// By plan, then by step; nil for a step that is always done.
  let steps: [[CheckedClause?]]
  /// By plan, then by follow-up.
  let followUps: [[CheckedClause?]]
  /// Categories and escalations on trial.
  let shadows: [CheckedClause]

  var program: DecisionProgram { rulebook.program }
  var names: Names { rulebook.names }

  init(_ program: DecisionProgram) throws(EngineProblem) {
    rulebook = try Rulebook(program)
    var resolver = try ConditionResolver(program, rulebook.names)
    categories = try resolver.resolve(program.categories.map(\.clause))
    escalations = try resolver.resolve(program.escalations.map(\.clause)).compactMap { $0 }
    var (steps, followUps): ([[CheckedClause?]], [[CheckedClause?]]) = ([], [])
    for plan in program.plans {
      steps.append(try resolver.resolve(plan.steps.map(\.clause)))
      followUps.append(try resolver.resolve(plan.followUps.map(\.clause)))
    }
    self.steps = steps
    self.followUps = followUps
    shadows = try resolver.resolve(program.shadows.map(\.clause)).compactMap { $0 }
    searches = resolver.searches
    searchedFacts = resolver.searchedFacts
    signals = resolver.signalClauses
    signalOrder = resolver.order
  }
}

extension ConditionResolver {
  fileprivate mutating func resolve(_ clauses: [Clause?]) throws(EngineProblem) -> [CheckedClause?] {
    var resolved: [CheckedClause?] = []
    for clause in clauses {
      if let clause { resolved.append(try resolve(clause)) } else { resolved.append(nil) }
    }
    return resolved
  }
}
