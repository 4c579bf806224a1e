import DecisionEngine
import DecisionModel

/// What the oracle finds of a comment: every clause walked as it stands.
struct Examined {
  let reading: ReadComment
  /// What holds before the comment has a category, and what holds then.
  let early: Evaluation
  let evaluation: Evaluation
  let holding: Holding

  init(_ reading: ReadComment) {
    let prepared = reading.prepared
    let early = Evaluation(reading, category: nil, unknownException: .doesNotApply)
    let categories = prepared.categories.indices.filter { prepared.categories[$0].map(early.holds) ?? true }
    // The last category always holds, so that there is a first one.
    let category = categories.first ?? prepared.categories.count - 1
    let then = Evaluation(reading, category: category, unknownException: .doesNotApply)
    var holding = Holding(category: category)
    holding.found = prepared.categories[category].map { Finds($0, early).list } ?? []
    holding.also = categories.dropFirst().filter { prepared.categories[$0] != nil }
    holding.escalations = prepared.escalations.indices.filter { then.holds(prepared.escalations[$0]) }
    holding.foundByEscalation = holding.escalations.map { Finds(prepared.escalations[$0], then).list }
    holding.plan = reading.situation.plan(of: category, holding.escalations)
    holding.steps = holding.plan.map { then.holding(prepared.steps[$0]) } ?? []
    holding.followUps = holding.plan.map { then.holding(prepared.followUps[$0]) } ?? []
    holding.standing = reading.situation.standing(for: category)
    self.reading = reading
    self.early = early
    evaluation = then
    holding.shadowCategories = Self.shadow(early, isEscalation: false)
    let settled = then.knowing(escalations: holding.escalations.map { reading.program.escalations[$0].name })
    holding.shadowEscalations = Self.shadow(settled, isEscalation: true)
    holding.missingBefore = Self.missing(reading, category: nil, prepared.categories.prefix(through: category))
    let after = holding.plan.map { prepared.steps[$0] + prepared.followUps[$0] } ?? []
    holding.missingAfter = Self.missing(reading, category: category, prepared.escalations + after)
    self.holding = holding
  }

  var judgement: Judgement { Judgement(reading.situation, holding) }

  private static func shadow(_ evaluation: Evaluation, isEscalation: Bool) -> [Reason] {
    let reading = evaluation.reading
    return zip(reading.program.shadows, reading.prepared.shadows).compactMap { rule, clause in
      guard rule.isEscalation == isEscalation, evaluation.holds(clause) else { return nil }
      return Reason(place: rule.place, found: Finds(clause, evaluation).list)
    }
  }

  private static func missing(
    _ reading: ReadComment, category: Int?, _ clauses: some Sequence<CheckedClause?>
  ) -> [String] {
    var assumptions = Assumptions(Evaluation(reading, category: category, unknownException: .leavesUnknown))
    assumptions.collect(clauses)
    return assumptions.inOrder
  }
}

extension Evaluation {
  /// The places of the clauses that hold; where there is none, it always does.
  func holding(_ clauses: [CheckedClause?]) -> [Int] {
    clauses.indices.filter { clauses[$0].map(holds) ?? true }
  }
}
