import DecisionEngine
import DecisionModel

// When a decision breaks what was promised, as a formula.
extension PolicyFormula {
  /// The comments whose decisions break a commitment. Where that is not quite sure, it may hold for more: then the
  /// engine says no to the comments that are found, and the promise stays undecided.
  mutating func breaks(_ commitment: Commitment, _ orders: [PolicyOrder]) -> Literal {
    switch commitment {
    case .answer(let most):
      let ways = orders.filter(\.timesAnswer).map { order in
        space.circuit.all([isDone(order.action, orders), isInForce(order), !isLate(order, most)])
      }
      return !space.circuit.any(ways)
    case .always(let action): return !isDone(action, orders)
    case .never(let action): return mayBeDone(action, orders)
    case .before(let action, let first): return space.circuit.all([mayBeDone(action, orders), !wasDone(first)])
    }
  }

  /// An action is ordered, and nothing stands in its way.
  private mutating func isDone(_ action: String, _ orders: [PolicyOrder]) -> Literal {
    let sure = orders.filter { $0.action.isSame(as: action) && !$0.isOptional && !$0.isWaitingPost }
    let waits = space.circuit.any(sure.filter(\.waitsForYes).map { isInForce($0) })
    var obstacles = [waits, cannotBeDone(action), isHeld(action)]
    if action.isSame(as: "let_stand") {
      let enforcing = orders.filter { !$0.isOptional && kind(of: $0.action) == .enforce }
      obstacles += enforcing.map { isInForce($0) }
    }
    return space.circuit.all([space.circuit.any(sure.map { isInForce($0) })] + obstacles.map { !$0 })
  }

  private mutating func mayBeDone(_ action: String, _ orders: [PolicyOrder]) -> Literal {
    let ways = orders.filter { $0.action.isSame(as: action) }.map { isInForce($0) }
    return space.circuit.all([space.circuit.any(ways), !cannotBeDone(action)])
  }

  /// The channel of the comment has no such action.
  private mutating func cannotBeDone(_ action: String) -> Literal { isOnChannel { !$0.can(action) } }

  /// An escalation holds everything that speaks.
  private mutating func isHeld(_ action: String) -> Literal {
    guard kind(of: action) == .speak else { return .no }
    let holding = space.program.escalations.indices.filter { place in
      space.program.escalations[place].holdsReply && !space.program.escalations[place].levels.isEmpty
    }
    return space.circuit.any(holding.map { escalationHolds[$0] })
  }

  private func kind(of action: String) -> ActionKind? {
    space.names.actions[action].map { space.program.actions[$0].kind }
  }

  private mutating func isLate(_ order: PolicyOrder, _ most: Allowance) -> Literal {
    guard let within = order.within else { return .yes }
    let time = AnswerTime(within: within, most: most, hours: order.hours)
    let zone = space.program.zone
    return space.start.isOne(&space.circuit) { time.isLate(from: $0, in: zone) }
  }

  /// The author's histories show that a rung was carried out.
  private mutating func wasDone(_ deed: String) -> Literal {
    let shown = space.program.ladders.enumerated().flatMap { place, ladder in
      ladder.rungs(showing: deed).map { (place, $0.name) }
    }
    return space.circuit.any(shown.map { ladder, rung in space.wasDone(rung, on: ladder) })
  }
}

extension PolicyOrder {
  fileprivate var isWaitingPost: Bool {
    if case .waitingPost = ground { true } else { false }
  }
}
