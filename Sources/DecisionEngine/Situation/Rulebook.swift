package import DecisionModel

/// What a program orders, every name in it settled: nothing is left to be looked up in vain.
///
/// A class, since it never changes and is handed on for every comment, and a program has many parts to be copied.
package final class Rulebook: Sendable {
  package let program: DecisionProgram
  package let names: Names
  /// By the place of the action.
  package let brakes: [Int: BrakeRule]

  /// - Throws: `EngineProblem` where the program names what it does not have.
  package init(_ program: DecisionProgram) throws(EngineProblem) {
    self.program = program
    names = try Names(of: program)
    var brakes: [Int: BrakeRule] = [:]
    for brake in program.brakes { brakes[try names.actions.place(of: brake.action)] = brake }
    self.brakes = brakes
    try refuseMissingNames()
  }

  package func fact(_ name: String, of comment: Comment) -> FactValue? {
    names.facts[name].flatMap { comment.facts[$0] }
  }

  package func channel(of comment: Comment) -> ChannelRule? {
    guard case .words(let words) = fact("post.channel", of: comment), let word = words.first else { return nil }
    return names.channels[word.normal].map { program.channels[$0] }
  }
}

extension Rulebook {
  private func refuseMissingNames() throws(EngineProblem) {
    guard let last = program.categories.last, last.clause == nil else {
      throw EngineProblem("The program's last category does not hold where none above does.")
    }
    for category in program.categories {
      try names.plans.refuse(missing: category.plan)
      try names.ladders.refuse(missing: category.ladder)
      try refuseMissing(category.must)
      try refuseMissing(category.may)
      try refuseMissing(category.wordings)
    }
    for team in program.teams { try names.teams.refuse(missing: team.cover) }
    for plan in program.plans {
      try names.teams.refuse(missing: plan.owner)
      try refuseMissing(plan.approvals)
      for followUp in plan.followUps { try names.teams.refuse(missing: followUp.owner) }
      try refuseMissing(plan.steps.flatMap(\.wordings))
    }
    for rung in program.ladders.flatMap(\.rungs) {
      try refuseMissing(rung.must)
      try refuseMissing(rung.may)
      try refuseMissing(rung.wordings)
    }
    for escalation in program.escalations {
      try names.plans.refuse(missing: escalation.plan)
      try refuseMissing(escalation.must)
      try refuseMissing(escalation.may)
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
      try refuseMissing(order.terms.approvals)
    }
  }

  private func refuseMissing(_ approvals: [Approval]) throws(EngineProblem) {
    for approval in approvals { for team in approval.teams { try names.teams.refuse(missing: team) } }
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
