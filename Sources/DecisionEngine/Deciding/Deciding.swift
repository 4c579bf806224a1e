package import DecisionModel

extension Judgement {
  /// What is to be done about the comment. The same judgement always gives the same decision.
  package func decision(by playbook: PlaybookVersion) -> Decision {
    let deeds = MergedDeeds(self)
    var decision = orders(deeds, by: playbook)
    decision.also = also.map(\.name)
    decision.reply = reply
    decision.ladders = [standing?.described].compactMap { $0 }
    decision.followUps = laterSteps + deeds.must.compactMap { $0.end(self) }
    decision.ask = questions
    decision.because = reasons
    decision.assumed = assumed
    decision.shadow = shadow
    decision.shadowLadders = [shadowStanding?.described].compactMap { $0 }
    decision.said = said
    decision.wasCut = situation.wasCut
    decision.summary = Summary(self, deeds, decision).text
    return decision
  }

  /// The part of the decision that says what is ordered.
  func orders(_ deeds: MergedDeeds, by playbook: PlaybookVersion) -> Decision {
    var decision = Decision(playbook: playbook, comment: situation.comment.id, summary: "", stance: deeds.stance)
    decision.category = category.name
    decision.actions = deeds.must.map(\.action)
    decision.may = deeds.may.map(\.action)
    decision.escalations = escalations.map(\.name)
    decision.approvals = deeds.must.flatMap { deed in
      deed.approvals.map { DecidedApproval(action: deed.action.action, approval: $0) }
    }
    decision.unavailable = deeds.unavailable
    return decision
  }

  private var reply: DecidedReply? {
    guard let plan = answeringPlan else { return nil }
    let deadline = plan.within.map { due($0, by: plan.owner) }
    var reply = DecidedReply(plan: plan.name, owner: owner, isPrivate: answersInPrivate(plan), due: deadline)
    reply.notBefore = plan.notBefore?.ending(from: situation.start, in: situation.program.zone)
    reply.heldBy = holdingTeams
    reply.steps = steps.map { DecidedStep(step: $0.name, say: situation.say($0.wordings, anchor: $0.anchor)) }
    return reply
  }

  /// Which wording of each clause is said, of those that have more than one.
  private var said: [String: Int] {
    let steps = answeringPlan == nil ? [] : steps.map { ($0.wordings, $0.anchor) }
    let clauses = [(category.wordings, category.place.anchor)] + escalations.map { ($0.wordings, $0.place.anchor) }
    let rung = standing?.rung.map { [($0.wordings, $0.place.anchor)] } ?? []
    var said: [String: Int] = [:]
    for (wordings, anchor) in steps + clauses + rung where wordings.count > 1 {
      said[anchor] = situation.chosenWording(of: wordings, anchor: anchor)
    }
    return said
  }

  /// What somebody must say before the decision stands: the required facts that it would assume.
  var questions: [Question] {
    missing.compactMap { name in
      guard let place = situation.names.facts[name] else { return nil }
      let fact = situation.program.facts[place]
      return fact.isRequired ? Question(fact: name, question: fact.question) : nil
    }
  }

  /// The clauses that made the decision: the category, the rung, the escalations.
  private var reasons: [Reason] {
    [Reason(place: category.place, found: found)] + [standing?.rung].compactMap { $0 }.map { Reason(place: $0.place) }
      + zip(escalations, foundByEscalation).map { Reason(place: $0.place, found: $1) }
  }
}
