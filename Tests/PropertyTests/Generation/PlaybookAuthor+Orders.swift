import DecisionModel

// What is ordered, and what bounds it: channels and brakes.
extension PlaybookAuthor {
  mutating func orders() -> [Tree.Entry] {
    var entries: [Tree.Entry] = []
    if dice.chance(60) { entries.append(.init("do", .list(orders(1...3)))) }
    if dice.chance(30) { entries.append(.init("may", .list(orders(1...2)))) }
    if dice.chance(15) { entries.append(.init("approval", approval())) }
    if dice.chance(25) { entries.append(.init("say", sayings())) }
    return entries
  }

  private mutating func orders(_ count: ClosedRange<Int>) -> [Tree] { (0..<dice.number(count)).map { _ in order() } }

  private mutating func order() -> Tree {
    if dice.chance(15) { return .one(dice.pick(["notify", "escalate"]), dice.pick(teams)) }
    let action = dice.pick(Self.plainActions + actions)
    return dice.chance(70) ? .scalar(action) : .mapping([.init(action, terms())])
  }

  static let plainActions = [
    "let_stand", "publish", "monitor", "capture", "warn", "hide", "mute", "remove", "lock", "report", "block",
  ]

  /// How long, after what, who says yes first.
  private mutating func terms() -> Tree {
    var entries: [Tree.Entry] = []
    if dice.chance(50) {
      let lengths = ["1 day", "7 days", "between 30 and 90 days", "3 months", "12 hours"]
      entries.append(dice.chance(20) ? .init("until", "resolved") : .init("for", dice.pick(lengths)))
      if dice.chance(30) {
        entries.append(
          .init("lift", .mapping([.init("on_request", dice.pick(["yes", "no"])), .init("by", dice.pick(teams))])))
      }
    }
    if dice.chance(25) {
      entries.append(.init("after", dice.pick(["24 hours", "30 minutes"])))
      if dice.chance(50) { entries.append(.init("unless", "edited")) }
    }
    if entries.isEmpty || dice.chance(30) { entries.append(.init("approval", approval())) }
    return .mapping(entries)
  }

  private mutating func approval() -> Tree {
    if dice.chance(50) { return .scalar(dice.pick(teams)) }
    let several = dice.pickSome(1...3, of: teams)
    return .mapping([.init("teams", .texts(several)), .init("count", "\(dice.number(1...several.count))")])
  }

  mutating func channel() -> Tree {
    var entries = [Tree.Entry("title", "A place")]
    let deeds = ["reply", "message", "hide", "remove", "mute", "block", "report", "lock"]
    if dice.chance(70) { entries.append(.init("can", .texts(dice.pickSome(1...5, of: deeds)))) }
    if dice.chance(50) { entries.append(.init("fallback", dice.pick(["hide", "Write to those who can."]))) }
    if dice.chance(40) { entries.append(.init("posts", dice.pick(["wait", "at_once"]))) }
    return .mapping(entries)
  }

  mutating func brakes() -> Tree? {
    guard dice.chance(40) else { return nil }
    return .mapping(
      dice.pickSome(1...2, of: Self.plainActions + ["reply", "message"]).map { action in
        .init(
          action,
          .mapping([.init("at_most", "\(dice.number(0...3))"), .init("per", "1 hour"), .init("tell", dice.pick(teams))])
        )
      })
  }
}
