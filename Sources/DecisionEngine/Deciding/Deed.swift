package import DecisionModel

/// An action that a clause orders, before it is merged with what other clauses order.
struct Deed {
  /// By when it is done: as the playbook says it, and the instant.
  struct Deadline {
    let within: Allowance
    let instant: Instant
  }

  /// What kinds of clauses ordered it.
  struct Origins: OptionSet {
    let rawValue: UInt8

    static let plan = Origins(rawValue: 1)
    static let category = Origins(rawValue: 2)
    static let ladder = Origins(rawValue: 4)
    static let escalation = Origins(rawValue: 8)
  }

  /// Deeds of one key are one: an action, for `notify` with its team, for `escalate` with its first team.
  struct Key: Equatable {
    let action: String
    let team: String
  }

  var action: DecidedAction
  /// Whether it is left to a person's judgement.
  var isOptional: Bool
  var origins: Origins
  /// Every yes that it waits for.
  var approvals: [Approval] = []
  var wait: ActionWait?
  /// By when it is done, of what is not asked for first.
  var deadline: Deadline?
  var lift: Lift?

  init(_ action: DecidedAction, isOptional: Bool = false, _ origins: Origins) {
    self.action = action
    self.isOptional = isOptional
    self.origins = origins
  }

  var key: Key { Key(action: action.action, team: action.to ?? action.levels.first?.team ?? "") }
}

extension Judgement {
  /// What the clauses order, in the order category, ladder, escalations.
  var deeds: [Deed] {
    let own = saying(category.wordings, anchor: category.place.anchor, deeds(category.must, category.may, .category))
    return planDeeds + own + rungDeeds + escalations.flatMap(deeds)
  }

  private var planDeeds: [Deed] {
    guard let plan = answeringPlan else { return [] }
    var deed = Deed(DecidedAction(answersInPrivate(plan) ? "message" : "reply"), isOptional: plan.isOptional, .plan)
    deed.approvals = plan.approvals
    return [deed]
  }

  private func deeds(_ escalation: EscalationRule) -> [Deed] {
    let levels = escalation.levels.map { DecidedLevel(team: $0.team, due: due($0.within, by: $0.team)) }
    let escalate = Deed(DecidedAction("escalate", levels: levels), .escalation)
    let own = deeds(escalation.must, escalation.may, .escalation)
    return (levels.isEmpty ? [] : [escalate])
      + saying(escalation.wordings, anchor: escalation.place.anchor, own)
  }

  private func deeds(_ must: [ActionOrder], _ may: [ActionOrder], _ origin: Deed.Origins) -> [Deed] {
    must.map { deed($0, isOptional: false, origin) } + may.map { deed($0, isOptional: true, origin) }
  }

  private func deed(_ order: ActionOrder, isOptional: Bool, _ origin: Deed.Origins) -> Deed {
    var deed = Deed(action(order), isOptional: isOptional, origin)
    deed.approvals = order.terms.approvals
    deed.wait = order.terms.wait
    deed.deadline = order.terms.within.map { .init(within: $0, instant: due($0, by: order.team)) }
    deed.lift = order.terms.lift
    return deed
  }

  private func action(_ order: ActionOrder) -> DecidedAction {
    guard order.action != "escalate" || order.team == nil else {
      return DecidedAction(
        "escalate", levels: order.team.map { [DecidedLevel(team: $0, due: due(order.terms.within, by: $0))] } ?? [])
    }
    let terms = order.terms
    var action = DecidedAction(order.action, to: order.team)
    action.duration = terms.duration
    action.alsoLast = terms.alsoLast
    action.ladder = terms.alsoLast == nil ? nil : standing?.ladder.name
    action.due = terms.wait.map { $0.length.ending(from: situation.start, in: situation.program.zone) }
    return action
  }

  private var rungDeeds: [Deed] {
    guard let rung = standing?.rung else { return [] }
    return saying(rung.wordings, anchor: rung.place.anchor, deeds(rung.must, rung.may, .ladder))
  }

  /// The deeds of a clause with its words, which go to its first speaking action, else to its last action.
  private func saying(_ wordings: [Wording], anchor: String, _ deeds: [Deed]) -> [Deed] {
    var deeds = deeds
    let speaking = deeds.firstIndex { kind(of: $0.action) == .speak }
    let last = deeds.lastIndex { !$0.isOptional } ?? deeds.indices.last
    if let place = speaking ?? last { deeds[place].action.say = situation.say(wordings, anchor: anchor) }
    return deeds
  }

  func kind(of action: DecidedAction) -> ActionKind? {
    situation.names.actions[action.action].map { situation.program.actions[$0].kind }
  }

  /// When something is due that may take a team so long; at once where nothing is said.
  ///
  /// Working time is that of the team itself, also while another covers for it.
  func due(_ allowance: Allowance?, by team: String?) -> Instant {
    let (start, zone) = (situation.start, situation.program.zone)
    return allowance?.ending(from: start, of: situation.hours(of: team), in: zone) ?? start
  }

  package func answersInPrivate(_ plan: PlanRule) -> Bool {
    switch plan.replyPlace {
    case .publicly: false
    case .privately: true
    case .same, nil: commentIsPrivate
    }
  }

  private var commentIsPrivate: Bool {
    guard case .words(let words) = situation.fact("post.visibility") else { return false }
    return words.contains { $0.normal.elementsEqual("private".utf8) }
  }
}
