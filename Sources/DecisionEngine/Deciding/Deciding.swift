import CommentText
public import DecisionModel

extension Engine {
  /// Decides what is to be done about a comment. The same comment always gets the same decision.
  public func decide(_ comment: Comment) -> Decision {
    let judgement = Judgement(Situation(comment, in: prepared))
    let deeds = MergedDeeds(judgement)
    var decision = Decision(playbook: playbook, comment: comment.id, summary: "", stance: deeds.stance)
    decision.category = judgement.category.name
    decision.also = judgement.also.map(\.name)
    decision.actions = deeds.must.map(\.action)
    decision.may = deeds.may.map(\.action)
    decision.reply = judgement.reply
    decision.escalations = judgement.escalations.map(\.name)
    decision.ladders = [judgement.standing?.described].compactMap { $0 }
    decision.followUps = judgement.laterSteps + deeds.must.compactMap { $0.end(judgement) }
    decision.approvals = deeds.must.flatMap { deed in
      deed.approvals.map { DecidedApproval(action: deed.action.action, approval: $0) }
    }
    decision.ask = judgement.questions
    decision.because = judgement.reasons
    decision.assumed = judgement.assumed
    decision.unavailable = deeds.unavailable
    decision.shadow = judgement.shadow
    decision.shadowLadders = [judgement.shadowStanding?.described].compactMap { $0 }
    decision.wasCut = judgement.situation.text.wasCut
    decision.summary = Summary(judgement, deeds, decision).text
    return decision
  }
}

extension Judgement {
  fileprivate var reply: DecidedReply? {
    guard let plan = answeringPlan else { return nil }
    let deadline = plan.within.map { due($0, by: plan.owner) }
    var reply = DecidedReply(plan: plan.name, owner: owner, isPrivate: answersInPrivate(plan), due: deadline)
    reply.notBefore = plan.notBefore?.ending(from: situation.start, in: situation.program.zone)
    reply.heldBy = holdingTeams
    reply.steps = steps.map { DecidedStep(step: $0.name, say: situation.say($0.wordings, anchor: $0.anchor)) }
    return reply
  }

  /// What somebody must say before the decision stands: the required facts that it would assume.
  var questions: [Question] {
    missing.compactMap { name in
      guard let place = situation.prepared.names.facts[name] else { return nil }
      let fact = situation.program.facts[place]
      return fact.isRequired ? Question(fact: name, question: fact.question) : nil
    }
  }

  /// The clauses that made the decision: the category, the rung, the escalations.
  fileprivate var reasons: [Reason] {
    let prepared = situation.prepared
    let clause = prepared.names.categories[category.name].flatMap { prepared.categories[$0] }
    var reasons = [reason(category.place, clause)]
    if let rung = standing?.rung { reasons.append(reason(rung.place, nil)) }
    let escalations = zip(situation.program.escalations, prepared.escalations)
    for (escalation, clause) in escalations where evaluation.holds(clause) {
      reasons.append(reason(escalation.place, clause))
    }
    return reasons
  }

  private func reason(_ place: ClausePlace, _ clause: CheckedClause?) -> Reason {
    Reason(place: place, found: clause.map { Finds($0, evaluation).list } ?? [])
  }
}
