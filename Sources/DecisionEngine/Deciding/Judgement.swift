package import DecisionModel

/// What holds of a comment: all that a decision is made of, before anything is merged.
///
/// A class, since it never changes, and whoever puts a decision into words hands it on often.
package final class Judgement {
  package let situation: Situation
  package let category: CategoryRule
  /// What made the category hold.
  package let found: [Found]
  /// Later categories whose clause holds too.
  package let also: [CategoryRule]
  /// Those that hold, in the order of the playbook.
  package let escalations: [EscalationRule]
  /// What made each of them hold.
  package let foundByEscalation: [[Found]]
  /// The plan of the first escalation that has one, else the category's.
  package let plan: PlanRule?
  /// The steps of the plan whose clause holds.
  package let steps: [StepRule]
  /// What the plan does later, as far as its clauses hold.
  package let followUps: [FollowUpRule]
  package let standing: Standing?
  /// The facts that were not given and could have mattered, in the order of the clauses that would have to know them.
  package let missing: [String]
  /// Where the author stands on a ladder that is on trial.
  package let shadowStanding: Standing?
  /// What is on trial and holds: categories, the rung of a ladder, escalations.
  package let shadow: [Reason]

  /// - Parameter holding: What holds, as places in the program.
  package init(_ situation: Situation, _ holding: Holding) {
    let program = situation.program
    self.situation = situation
    category = program.categories[holding.category]
    found = holding.found
    also = holding.also.map { program.categories[$0] }
    escalations = holding.escalations.map { program.escalations[$0] }
    foundByEscalation = holding.foundByEscalation
    let plan = holding.plan.map { program.plans[$0] }
    self.plan = plan
    steps = holding.steps.compactMap { plan?.steps[$0] }
    followUps = holding.followUps.compactMap { plan?.followUps[$0] }
    standing = holding.standing.flatMap { $0.ladder.isShadow ? nil : $0 }
    shadowStanding = holding.standing.flatMap { $0.ladder.isShadow ? $0 : nil }
    let rung = shadowStanding?.rung.map { Reason(place: $0.place) }
    shadow = holding.shadowCategories + [rung].compactMap { $0 } + holding.shadowEscalations
    var seen: Set<String> = []
    let facts = holding.missingBefore + [standing?.unknownFact].compactMap { $0 } + holding.missingAfter
    missing = facts.filter { seen.insert($0).inserted }
  }

  var assumed: [String] { Set(missing).inOrderOfBytes }

  /// The plan, where it orders an answer and not only things to do.
  var answeringPlan: PlanRule? { plan?.answers == true ? plan : nil }
}

/// What holds of a comment, as places in the program.
package struct Holding {
  package var category: Int
  package var found: [Found] = []
  package var also: [Int] = []
  package var escalations: [Int] = []
  package var foundByEscalation: [[Found]] = []
  package var plan: Int?
  package var steps: [Int] = []
  package var followUps: [Int] = []
  package var standing: Standing?
  /// Categories on trial that hold, and escalations.
  package var shadowCategories: [Reason] = []
  package var shadowEscalations: [Reason] = []
  /// The facts that clauses would have to know, before the category is settled and after.
  package var missingBefore: [String] = []
  package var missingAfter: [String] = []

  package init(category: Int) { self.category = category }
}

extension Situation {
  /// The plan that is followed: that of the first escalation that has one, else the category's.
  package func plan(of category: Int, _ escalations: [Int]) -> Int? {
    let named = escalations.lazy.compactMap { program.escalations[$0].plan }.first ?? program.categories[category].plan
    return named.flatMap { names.plans[$0] }
  }

  /// Where the author stands on the ladder of a category.
  package func standing(for category: Int) -> Standing? {
    let rule = program.categories[category]
    return rule.ladder.flatMap { names.ladders[$0] }.map { Standing(on: $0, for: rule, self) }
  }
}

extension Set<String> {
  package var inOrderOfBytes: [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
