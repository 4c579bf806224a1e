import DecisionModel

/// An action that a clause of a policy orders or allows.
struct PolicyOrder {
  /// What a comment must be that it is ordered.
  enum Ground {
    case category(Int)
    /// The comment's category is this one, and its author comes to this rung.
    case rung(Int, category: Int)
    case escalation(Int)
    /// The plan is followed; `isPrivate` is nil where it answers so or so.
    case plan(Int, isPrivate: Bool)
    /// The comment waits to be shown, and nothing is done about it.
    case waitingPost
  }

  let action: String
  let ground: Ground
  var isOptional = false
  /// Whether somebody says yes before it is done.
  var waitsForYes = false
  /// How long it may take, and by whose hours.
  var within: Allowance?
  var hours = WorkingHours.always

  /// Whether it says by when the author is answered. A plan says so also where another clause orders its answer.
  var timesAnswer: Bool {
    if case .plan = ground { return true }
    return action.isAnswer && !isOptional
  }
}

extension DecisionProgram {
  /// Everything that the policy orders or allows.
  var orders: [PolicyOrder] {
    let ofCategories = categories.indices.flatMap { place in
      orders(categories[place].must, categories[place].may, .category(place)) + rungOrders(of: place)
    }
    let ofEscalations = escalations.indices.flatMap { place in
      (escalations[place].levels.isEmpty ? [] : [PolicyOrder(action: "escalate", ground: .escalation(place))])
        + orders(escalations[place].must, escalations[place].may, .escalation(place))
    }
    let shown = channels.contains(where: \.postsWait) ? [PolicyOrder(action: "publish", ground: .waitingPost)] : []
    return ofCategories + ofEscalations + plans.indices.flatMap(planOrders) + shown
  }

  /// The ladder of a category, where it is not on trial.
  func ladder(of category: CategoryRule) -> Int? {
    let place = category.ladder.flatMap { name in ladders.firstIndex { $0.name.isSame(as: name) } }
    return place.flatMap { ladders[$0].isShadow ? nil : $0 }
  }

  private func rungOrders(of category: Int) -> [PolicyOrder] {
    guard let ladder = ladder(of: categories[category]) else { return [] }
    return ladders[ladder].rungs.enumerated().flatMap { place, rung in
      orders(rung.must, rung.may, .rung(place, category: category))
    }
  }

  private func planOrders(_ place: Int) -> [PolicyOrder] {
    let plan = plans[place]
    guard plan.answers else { return [] }
    return [false, true].map { isPrivate in
      PolicyOrder(
        action: isPrivate ? "message" : "reply", ground: .plan(place, isPrivate: isPrivate),
        isOptional: plan.isOptional, waitsForYes: !plan.approvals.isEmpty, within: plan.within,
        hours: hours(of: plan.owner))
    }
  }

  private func orders(
    _ must: [ActionOrder], _ may: [ActionOrder], _ ground: PolicyOrder.Ground
  ) -> [PolicyOrder] {
    (must.map { ($0, false) } + may.map { ($0, true) }).map { order, isOptional in
      PolicyOrder(
        action: order.action, ground: ground, isOptional: isOptional, waitsForYes: !order.terms.approvals.isEmpty,
        within: order.terms.within, hours: hours(of: order.team))
    }
  }
}
