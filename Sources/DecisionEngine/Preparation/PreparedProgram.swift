import DecisionModel

/// A program made ready to decide: every name settled, every phrase ready to be looked for, nothing left to fail.
struct PreparedProgram: Sendable {
  let program: DecisionProgram
  let names: Names
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
  /// By the place of the action.
  let brakes: [Int: BrakeRule]

  init(_ program: DecisionProgram) throws(EngineProblem) {
    let names = try Names(of: program)
    var resolver = try ConditionResolver(program, names)
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
    var brakes: [Int: BrakeRule] = [:]
    for brake in program.brakes { brakes[try names.actions.place(of: brake.action)] = brake }
    self.brakes = brakes
    self.program = program
    self.names = names
    searches = resolver.searches
    searchedFacts = resolver.searchedFacts
    signals = resolver.signalClauses
    signalOrder = resolver.order
    try refuseMissingNames()
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

// What a program must be, so that nothing is looked up in vain later.
extension PreparedProgram {
  private func refuseMissingNames() throws(EngineProblem) {
    guard let last = program.categories.last, last.clause == nil else {
      throw EngineProblem("The program's last category does not hold where none above does.")
    }
    for category in program.categories {
      try names.plans.refuse(missing: category.plan)
      try names.ladders.refuse(missing: category.ladder)
      try refuseMissing(category.must + category.may)
      try refuseMissing(category.wordings)
    }
    for team in program.teams { try names.teams.refuse(missing: team.cover) }
    for plan in program.plans {
      try names.teams.refuse(missing: plan.owner)
      for team in plan.approvals.flatMap(\.teams) { try names.teams.refuse(missing: team) }
      for followUp in plan.followUps { try names.teams.refuse(missing: followUp.owner) }
      try refuseMissing(plan.steps.flatMap(\.wordings))
    }
    for rung in program.ladders.flatMap(\.rungs) {
      try refuseMissing(rung.must + rung.may)
      try refuseMissing(rung.wordings)
    }
    for escalation in program.escalations {
      try names.plans.refuse(missing: escalation.plan)
      try refuseMissing(escalation.must + escalation.may)
      try refuseMissing(escalation.wordings)
      for level in escalation.levels { try names.teams.refuse(missing: level.team) }
    }
    for brake in program.brakes { try names.teams.refuse(missing: brake.team) }
    for action in ["publish", "reply", "message", "escalate"] { try names.actions.refuse(missing: action) }
  }

  private func refuseMissing(_ orders: [ActionOrder]) throws(EngineProblem) {
    for order in orders {
      try names.actions.refuse(missing: order.action)
      try names.teams.refuse(missing: order.team)
      try names.teams.refuse(missing: order.terms.lift?.by)
      for team in order.terms.approvals.flatMap(\.teams) { try names.teams.refuse(missing: team) }
    }
  }

  private func refuseMissing(_ wordings: [Wording]) throws(EngineProblem) {
    for fact in wordings.flatMap(\.facts) { try names.facts.refuse(missing: fact) }
  }
}

extension NameTable {
  fileprivate func refuse(missing name: String?) throws(EngineProblem) {
    if let name { _ = try place(of: name) }
  }
}
