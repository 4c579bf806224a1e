import DecisionEngine
import DecisionModel

// What decisions order, as formulas.
extension PolicyFormula {
  /// The comments for which something is ordered or allowed.
  mutating func isInForce(_ order: PolicyOrder) -> Literal {
    switch order.ground {
    case .category(let place): return categoryIsChosen[place]
    case .rung(let place, let category): return takenRungs(of: category)[place]
    case .escalation(let place): return escalationHolds[place]
    case .plan(let place, let isPrivate):
      return space.circuit.all([isFollowed(plan: place), answers(space.program.plans[place], inPrivate: isPrivate)])
    case .waitingPost: return isOnChannel { $0.postsWait }
    }
  }

  /// The comment is on one of the channels that are so; where its channel is not known, it is on none.
  mutating func isOnChannel(_ isSo: (ChannelRule) -> Bool) -> Literal {
    let (channels, names) = (space.program.channels, space.names.channels)
    return isChannel { name in names[name].map { isSo(channels[$0]) } ?? false }
  }

  mutating func isChannel(_ isSo: ([UInt8]) -> Bool) -> Literal {
    guard let place = space.names.facts["post.channel"], let given = space.given[place],
      case .word(let choice) = space.values[place]
    else { return .no }
    return space.circuit.all([given, choice.isOne(&space.circuit) { $0.map(isSo) ?? false }])
  }

  /// The plan of the first escalation that has one, else that of the category.
  private mutating func isFollowed(plan: Int) -> Literal {
    let program = space.program
    let name = program.plans[plan].name
    var (ways, named): ([Literal], Literal) = ([], .no)
    for (place, escalation) in program.escalations.enumerated() {
      guard let other = escalation.plan else { continue }
      if other.isSame(as: name) { ways.append(space.circuit.all([escalationHolds[place], !named])) }
      named = space.circuit.any([named, escalationHolds[place]])
    }
    for (place, category) in program.categories.enumerated() where category.plan?.isSame(as: name) == true {
      ways.append(space.circuit.all([categoryIsChosen[place], !named]))
    }
    return space.circuit.any(ways)
  }

  private mutating func answers(_ plan: PlanRule, inPrivate isPrivate: Bool) -> Literal {
    switch plan.replyPlace {
    case .publicly: return isPrivate ? .no : .yes
    case .privately: return isPrivate ? .yes : .no
    case .same, nil:
      let comment = certainty(of: .commentIsPrivate).yes
      return isPrivate ? comment : !comment
    }
  }
}

extension Condition {
  static let commentIsPrivate = Condition.fact("post.visibility", .words(["private"]))
}

// The rungs that authors come to, as `Standing` says it.
extension PolicyFormula {
  /// By rung: the comment is in the category, and this is the rung that is taken.
  private mutating func takenRungs(of category: Int) -> [Literal] {
    let rule = space.program.categories[category]
    guard let place = space.program.ladder(of: rule), let strikes = space.strikes[place] else { return [] }
    let rungs = space.program.ladders[place].rungs
    let least = rule.noLowerThan.flatMap { name in rungs.firstIndex { $0.name.isSame(as: name) } }
    let author = space.names.facts["author.id"].flatMap { space.given[$0] } ?? .no
    let isKnown = space.circuit.all([author, strikes.known])
    let known = raised(lastReached(on: place, strikes.count, own: rule.ownStrikes(of: rungs)), to: least)
    let first = [rungs.firstIndex { $0.strikes != nil }, least].compactMap { $0 }.max()
    return rungs.indices.map { rung in
      let taken = [space.circuit.all([isKnown, known[rung]]), rung == first ? !isKnown : .no]
      return space.circuit.all([categoryIsChosen[category], space.circuit.any(taken)])
    }
  }

  /// By rung: it is the last whose strikes are reached, of those that are open.
  private mutating func lastReached(on ladder: Int, _ count: Choice<Double>, own: Int) -> [Literal] {
    var (open, reached): (Literal, [Literal]) = (.yes, [])
    for rung in space.program.ladders[ladder].rungs {
      if let needed = rung.needs { open = space.circuit.all([open, space.wasDone(needed, on: ladder)]) }
      let isReached = count.isOne(&space.circuit) { before in rung.isReached(by: Int(before) + own) }
      reached.append(space.circuit.all([open, isReached]))
    }
    return reached.indices.map { rung in
      space.circuit.all([reached[rung]] + reached.dropFirst(rung + 1).map { !$0 })
    }
  }

  /// The rungs where a lower one than some rung is not taken.
  private mutating func raised(_ taken: [Literal], to least: Int?) -> [Literal] {
    guard let least else { return taken }
    let isHigher = space.circuit.any(Array(taken.dropFirst(least + 1)))
    return taken.indices.map { $0 < least ? .no : $0 == least ? !isHigher : taken[$0] }
  }
}

extension CategoryRule {
  /// How many strikes a comment of the category counts for.
  func ownStrikes(of rungs: [RungRule]) -> Int {
    let least = noLowerThan.flatMap { name in rungs.first { $0.name.isSame(as: name) } }
    return max(1, strikes, least?.strikes ?? 1)
  }
}
