import DecisionModel

// What is to be done later: steps of the plan, and the ends of actions that last a while.
extension Judgement {
  var laterSteps: [FollowUp] { followUps.map(followUp) }

  private func followUp(_ rule: FollowUpRule) -> FollowUp {
    var followUp = FollowUp(.step(rule.name), owner: rule.owner)
    followUp.untilResolved = rule.untilResolved
    followUp.after = rule.within ?? rule.after
    if rule.since == .post {
      followUp.due = followUp.after.map { due($0, by: rule.owner) }
    } else {
      followUp.since = rule.since
    }
    return followUp
  }
}

extension Deed {
  /// The end of an action that lasts a while, or until somebody lifts it; of lengths that a person picks from, the
  /// shortest stands until then.
  func end(_ judgement: Judgement) -> FollowUp? {
    guard action.duration != nil || lift != nil else { return nil }
    let situation = judgement.situation
    let due = action.duration?.earliestEnd(
      from: wait == nil ? situation.start : action.due ?? situation.start, in: situation.program.zone)
    var end = FollowUp(.endOf(action.action), owner: lift?.by, due: due)
    if action.duration == .untilResolved { end.since = .resolved }
    end.onRequest = lift?.onRequest ?? false
    return end
  }
}
