import DecisionModel
import PlaybookModel

// Plans: the steps of the answer, and what is done later.
extension Compiler {
  func plan(_ response: Response) -> PlanRule {
    let anchor = "response.\(response.definition.name)"
    let steps = response.steps.filter { !$0.isFollowUp }.map { step -> StepRule in
      var rule = StepRule(
        name: step.name, anchor: "\(anchor).\(step.id ?? step.name)", clause: step.clause.map(compiled),
        wordings: step.wordings)
      rule.about = step.about
      return rule
    }
    var rule = PlanRule(
      name: response.definition.name, title: response.definition.label, owner: response.owner,
      within: response.reply?.within, notBefore: response.reply?.notBefore, replyPlace: response.reply?.place,
      isOptional: response.reply?.isOptional ?? false, steps: steps)
    rule.standards = response.standards
    rule.answers = response.answers
    rule.approvals = [response.approval].compactMap { $0 }
    rule.followUps = response.steps.filter(\.isFollowUp).map { followUp($0, owner: response.owner) }
    return rule
  }

  private func followUp(_ step: Step, owner: String?) -> FollowUpRule {
    FollowUpRule(
      name: step.id ?? step.name, clause: step.clause.map(compiled), owner: step.owner ?? owner, within: step.within,
      after: step.after, since: step.since.flatMap(FollowUpRule.Start.init(rawValue:)) ?? .post,
      untilResolved: step.untilResolved)
  }

  /// The title of the action that a channel falls back on, or what the author says of it.
  func fallbackTitle(_ fallback: String) -> String {
    let action = ActionDefinition.ordered(declared: playbook.actions).first { $0.name == fallback }
    return action?.title ?? fallback
  }
}
