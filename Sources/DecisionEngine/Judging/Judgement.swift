import DecisionModel

/// What holds of a comment: all that a decision is made of, before anything is merged.
struct Judgement {
  let situation: Situation
  /// What holds, the comment's category being known.
  let evaluation: Evaluation
  let category: CategoryRule
  /// Later categories whose clause holds too.
  let also: [CategoryRule]
  /// Those that hold, in the order of the playbook.
  let escalations: [EscalationRule]
  /// The plan of the first escalation that has one, else the category's.
  let plan: PlanRule?
  /// The steps of the plan whose clause holds.
  let steps: [StepRule]
  let standing: Standing?
  let assumed: [String]

  init(_ situation: Situation) {
    let (prepared, program) = (situation.prepared, situation.program)
    let first = Evaluation(situation, category: nil, unknownException: .doesNotApply)
    let holding = prepared.categories.indices.filter { place in prepared.categories[place].map(first.holds) ?? true }
    // The last category always holds, so that there is a first one.
    let chosen = holding.first ?? program.categories.count - 1
    let then = Evaluation(situation, category: chosen, unknownException: .doesNotApply)

    self.situation = situation
    evaluation = then
    category = program.categories[chosen]
    also = holding.dropFirst().filter { prepared.categories[$0] != nil }.map { program.categories[$0] }
    escalations = zip(program.escalations, prepared.escalations).filter { then.holds($1) }.map(\.0)
    let planName = escalations.lazy.compactMap(\.plan).first ?? category.plan
    let plan = planName.flatMap { prepared.names.plans[$0] }
    self.plan = plan.map { program.plans[$0] }
    steps =
      plan.map { plan in
        zip(program.plans[plan].steps, prepared.steps[plan]).filter { $1.map(then.holds) ?? true }.map(\.0)
      } ?? []
    standing = category.ladder.flatMap { prepared.names.ladders[$0] }.map { Standing(on: $0, situation) }
    assumed = Judgement.assumed(situation, category: chosen, plan: plan, standing: standing)
  }

  private static func assumed(_ situation: Situation, category: Int, plan: Int?, standing: Standing?) -> [String] {
    let prepared = situation.prepared
    var before = Assumptions(Evaluation(situation, category: nil, unknownException: .leavesUnknown))
    for clause in prepared.categories.prefix(through: category) { before.collect(clause) }
    var after = Assumptions(Evaluation(situation, category: category, unknownException: .leavesUnknown))
    for clause in prepared.escalations { after.collect(clause) }
    for clause in plan.map({ prepared.steps[$0] }) ?? [] { after.collect(clause) }
    for fact in before.sorted + [standing?.unknownFact].compactMap({ $0 }) { after.add(fact) }
    return after.sorted
  }
}
