import DecisionModel

// What is ordered, and what bounds it: channels and brakes.
extension PlaybookAuthor {
  /// - Parameter reaching: whether what is ordered counts on a ladder, and so may reach back on it.
  mutating func orders(reaching: Bool = true) -> [Tree.Entry] {
    var entries: [Tree.Entry] = []
    if dice.chance(60) { entries.append(.init("do", .list(orders(1...3, reaching)))) }
    if dice.chance(30) { entries.append(.init("may", .list(orders(1...2, reaching)))) }
    if dice.chance(15) { entries.append(.init("approval", approval())) }
    if dice.chance(25) { entries.append(.init("say", sayings())) }
    return entries
  }

  private mutating func orders(_ count: ClosedRange<Int>, _ reaching: Bool) -> [Tree] {
    (0..<dice.number(count)).map { _ in order(reaching) }
  }

  private mutating func order(_ reaching: Bool) -> Tree {
    if dice.chance(15) { return .one(dice.pick(["notify", "escalate"]), dice.pick(teams)) }
    let action = dice.pick(Self.plainActions + actions)
    return dice.chance(70) ? .scalar(action) : .mapping([.init(action, terms(reaching))])
  }

  static let plainActions = [
    "let_stand", "publish", "monitor", "capture", "warn", "hide", "mute", "remove", "lock", "report", "block",
  ]

  /// How long, after what, who says yes first.
  private mutating func terms(_ reaching: Bool) -> Tree {
    var entries: [Tree.Entry] = []
    if reaching, dice.chance(20) { entries.append(.init("also_last", dice.pick(["30 days", "1 month"]))) }
    if dice.chance(50) {
      entries.append(dice.chance(20) ? .init("until", "resolved") : .init("for", lasting()))
      if dice.chance(30) {
        entries.append(
          .init("lift", .mapping([.init("on_request", dice.pick(["yes", "no"])), .init("by", dice.pick(teams))])))
      }
    }
    if dice.chance(25) {
      entries.append(.init("after", dice.pick(["24 hours", "30 minutes"])))
      if dice.chance(50) { entries.append(.init("unless", "edited")) }
    } else if dice.chance(20) {
      entries.append(.init("within", dice.pick(["1 hour", "2 days"])))
    }
    if entries.isEmpty || dice.chance(30) { entries.append(.init("approval", approval())) }
    return .mapping(entries)
  }

  private mutating func lasting() -> Tree {
    let lengths = ["1 day", "7 days", "3 months", "12 hours"]
    if dice.chance(25) { return .texts(dice.pickSome(1...3, of: lengths)) }
    return .scalar(dice.pick(lengths + ["between 30 and 90 days"]))
  }

  mutating func approval() -> Tree {
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
