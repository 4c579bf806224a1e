import DecisionEngine
public import DecisionModel

/// The answer that a plan orders to one comment, or to any.
public struct PlannedAnswer: Sendable {
  public let plan: PlanRule
  /// The steps that belong to the answer, in the order of the plan; what is done later is not among them.
  public let steps: [PlannedStep]
  /// Whether nobody else reads it.
  public let isPrivate: Bool
}

/// A step of an answer, with words for it where the playbook has some.
public struct PlannedStep: Sendable {
  public let rule: StepRule
  public let say: String?
}

extension StepRule {
  /// Whether it belongs to every answer, as far as no exception is known to hold.
  fileprivate var belongsToEveryAnswer: Bool { clause == nil || clause?.when == .all([]) }
}

extension Oracle {
  /// The answer that a plan orders.
  ///
  /// - Parameters:
  ///   - name: the name of the plan.
  ///   - comment: what is answered. Without it the answer has the steps that belong to every answer of the plan.
  /// - Returns: nil where the program has no such plan.
  public func plannedAnswer(by name: String, to comment: Comment?) -> PlannedAnswer? {
    guard let place = prepared.names.plans[name] else { return nil }
    let plan = program.plans[place]
    guard let comment else {
      let always = plan.steps.filter(\.belongsToEveryAnswer)
      return PlannedAnswer(
        plan: plan, steps: always.map { PlannedStep(rule: $0, say: $0.wordings.first?.written) },
        isPrivate: plan.replyPlace == .privately)
    }
    let examined = Examined(ReadComment(comment, in: prepared))
    let situation = examined.reading.situation
    let steps = examined.evaluation.holding(prepared.steps[place]).map { plan.steps[$0] }
    return PlannedAnswer(
      plan: plan,
      steps: steps.map { PlannedStep(rule: $0, say: situation.say($0.wordings, anchor: $0.anchor)) },
      isPrivate: examined.judgement.answersInPrivate(plan))
  }

  /// The channel on which a comment stands, where the playbook knows it.
  public func channel(of comment: Comment) -> ChannelRule? { prepared.rulebook.channel(of: comment) }
}
