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
  /// What the plan does later, as far as its clauses hold.
  let followUps: [FollowUpRule]
  let standing: Standing?
  /// The facts that were not given and could have mattered, in the order of the clauses that would have to know them.
  let missing: [String]
  /// Where the author stands on a ladder that is on trial.
  let shadowStanding: Standing?
  /// What is on trial and holds: categories, the rung of a ladder, escalations.
  let shadow: [Reason]

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
    steps = plan.map { then.holding(program.plans[$0].steps, prepared.steps[$0]) } ?? []
    followUps = plan.map { then.holding(program.plans[$0].followUps, prepared.followUps[$0]) } ?? []
    let ladder = category.ladder.flatMap { prepared.names.ladders[$0] }
    let standing = ladder.map { [category] in Standing(on: $0, for: category, situation) }
    let isOnTrial = standing?.ladder.isShadow == true
    self.standing = isOnTrial ? nil : standing
    shadowStanding = isOnTrial ? standing : nil
    let rung = isOnTrial ? standing?.rung.map { Reason(place: $0.place) } : nil
    shadow =
      Judgement.shadow(situation, first, isEscalation: false) + [rung].compactMap { $0 }
      + Judgement.shadow(situation, then, isEscalation: true)
    missing = Judgement.missing(situation, category: chosen, plan: plan, standing: isOnTrial ? nil : standing)
  }

  var assumed: [String] { Set(missing).inOrderOfBytes }

  /// The plan, where it orders an answer and not only things to do.
  var answeringPlan: PlanRule? { plan?.answers == true ? plan : nil }

  private static func shadow(_ situation: Situation, _ evaluation: Evaluation, isEscalation: Bool) -> [Reason] {
    zip(situation.program.shadows, situation.prepared.shadows).compactMap { rule, clause in
      guard rule.isEscalation == isEscalation, evaluation.holds(clause) else { return nil }
      return Reason(place: rule.place, found: Finds(clause, evaluation).list)
    }
  }

  private static func missing(_ situation: Situation, category: Int, plan: Int?, standing: Standing?) -> [String] {
    let prepared = situation.prepared
    var before = Assumptions(Evaluation(situation, category: nil, unknownException: .leavesUnknown))
    before.collect(prepared.categories.prefix(through: category))
    var after = Assumptions(Evaluation(situation, category: category, unknownException: .leavesUnknown))
    after.collect(prepared.escalations)
    after.collect(plan.map { prepared.steps[$0] + prepared.followUps[$0] } ?? [])
    var seen: Set<String> = []
    let all = before.inOrder + [standing?.unknownFact].compactMap { $0 } + after.inOrder
    return all.filter { seen.insert($0).inserted }
  }
}

extension Evaluation {
  /// The rules whose clause holds; one without a clause always does.
  func holding<Rule>(_ rules: [Rule], _ clauses: [CheckedClause?]) -> [Rule] {
    zip(rules, clauses).filter { $1.map(holds) ?? true }.map(\.0)
  }
}
