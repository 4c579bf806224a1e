import DecisionModel

// What is decided: categories, escalations, ladders, plans.
extension PlaybookAuthor {
  mutating func category(_ name: String) -> Tree {
    var entries = [Tree.Entry("category", name), .init("when", condition(in: .anywhere))]
    if dice.chance(30) { entries.append(.init("unless", condition(in: .anywhere))) }
    return .mapping(entries + consequences() + status())
  }

  mutating func lastCategory() -> Tree {
    .mapping([.init("category", "other"), .init("when", "otherwise")] + consequences())
  }

  private mutating func consequences() -> [Tree.Entry] {
    var entries: [Tree.Entry] = []
    if dice.chance(30) { entries.append(.init("title", "A kind of comments")) }
    if dice.chance(60) { entries.append(.init("respond", dice.pick(responses))) }
    let counts = dice.chance(60) && !ladders.isEmpty
    entries += orders(reaching: counts)
    if counts {
      let ladder = dice.pick(ladders)
      entries.append(.init("ladder", dice.chance(60) ? .scalar(ladder) : use(of: ladder)))
    }
    return entries
  }

  mutating func escalation(_ name: String) -> Tree {
    var entries = [Tree.Entry("escalation", name), .init("when", condition(in: .escalation))]
    if dice.chance(25) { entries.append(.init("unless", condition(in: .escalation))) }
    if dice.chance(80) { entries.append(.init("to", levels())) }
    if dice.chance(30) { entries.append(.init("hold_reply", dice.pick(["yes", "no"]))) }
    if dice.chance(25) { entries.append(.init("respond", dice.pick(responses))) }
    return .mapping(entries + orders() + status())
  }

  /// What takes part, is on trial, or is a draft.
  private mutating func status() -> [Tree.Entry] {
    dice.chance(12) ? [.init("status", dice.pick(["active", "shadow", "draft"]))] : []
  }

  private mutating func use(of ladder: String) -> Tree {
    var entries = [Tree.Entry("use", ladder)]
    if dice.chance(60) { entries.append(.init("counts", "\(dice.number(1...3))")) }
    if dice.chance(40) { entries.append(.init("no_lower_than", "rung-0")) }
    return .mapping(entries)
  }

  private mutating func levels() -> Tree {
    if dice.chance(40) { return .scalar(dice.pick(teams)) }
    let times = Array(
      ["30 minutes", "90 minutes", "3 working hours", "2 working days"].shuffled(&dice, keeping: 1...3))
    return .list(
      times.enumerated().map { index, time in
        .mapping([.init("team", dice.pick(teams))] + (index == 0 && dice.chance(30) ? [] : [.init("within", time)]))
      })
  }

  mutating func ladder() -> Tree {
    var strikes = 0
    var rungs: [Tree] = []
    for index in 0..<dice.number(1...4) {
      strikes += dice.number(1...2)
      rungs.append(rung(index, strikes: strikes))
    }
    var entries = [Tree.Entry("rungs", .list(rungs))]
    if dice.chance(60) {
      entries.append(.init("forget_after", dice.pick(["90 days", "1 week", "3 months", "12 hours"])))
    }
    return .mapping(entries + status())
  }

  private mutating func rung(_ index: Int, strikes: Int) -> Tree {
    var entries = [Tree.Entry("rung", "rung-\(index)"), .init("strikes", "\(strikes)")]
    if index > 0, dice.chance(40) { entries.append(.init("needs", "rung-\(dice.number(0...index - 1))")) }
    if dice.chance(20) {
      entries.append(.init("appeal", .mapping([.init("to", dice.pick(teams)), .init("within", "14 days")])))
    }
    return .mapping(entries + orders())
  }

  mutating func response() -> Tree {
    var entries: [Tree.Entry] = []
    if dice.chance(70) { entries.append(.init("owner", dice.pick(teams))) }
    if dice.chance(85) { entries.append(.init("reply", reply())) }
    let names = dice.pickSome(1...4, of: BuiltInStep.names + steps)
    entries.append(.init("steps", .list(names.map { step($0) })))
    if !standards.isEmpty, dice.chance(50) {
      entries.append(.init("standards", .texts(dice.pickSome(1...2, of: standards))))
    }
    if dice.chance(15) { entries.append(.init("approval", approval())) }
    return .mapping(entries)
  }

  mutating func stepDefinition(_ name: String) -> Tree {
    let title = Tree.Entry("title", name)
    return .mapping(dice.chance(60) ? [title, .init("shown_by", dice.pick(lexicons))] : [title])
  }

  mutating func standard() -> Tree {
    var entries = [Tree.Entry("avoid", condition(in: .anywhere))]
    if dice.chance(40) { entries.append(.init("every_plan", dice.pick(["yes", "no"]))) }
    if dice.chance(40) { entries.append(.init("severity", dice.pick(["error", "warning", "note"]))) }
    if dice.chance(40) { entries.append(.init("instead", "Say it in other words.")) }
    return .mapping(entries)
  }

  private mutating func reply() -> Tree {
    var entries: [Tree.Entry] = [.init("within", dice.pick(Vocabulary.allowances))]
    if dice.chance(30) { entries.append(.init("not_before", dice.pick(["2 minutes", "1 hour", "1 month"]))) }
    if dice.chance(70) { entries.append(.init("in", dice.pick(["public", "private", "same"]))) }
    if dice.chance(30) { entries.append(.init("optional", dice.pick(["yes", "no"]))) }
    return .mapping(entries)
  }

  private mutating func step(_ name: String) -> Tree {
    var entries = [Tree.Entry("step", name)]
    if dice.chance(70) { entries.append(.init("say", sayings())) }
    if dice.chance(30) { entries.append(.init("when", condition(in: .anywhere))) }
    if dice.chance(15) { entries.append(.init("unless", condition(in: .anywhere))) }
    return .mapping(entries + (dice.chance(25) ? time() : []))
  }

  /// When a step is taken that is later than the answer.
  private mutating func time() -> [Tree.Entry] {
    var entries = [Tree.Entry(dice.pick(["within", "after"]), dice.pick(["2 days", "7 days", "1 month", "3 hours"]))]
    if dice.chance(50) { entries.append(.init("since", dice.pick(["post", "replied", "resolved"]))) }
    if dice.chance(20) { entries.append(.init("until", "resolved")) }
    if dice.chance(30) { entries.append(.init("owner", dice.pick(teams))) }
    if dice.chance(30) { entries.append(.init("id", dice.pick(["later-a", "later-b"]))) }
    return entries
  }

  mutating func sayings() -> Tree {
    if dice.chance(30) { return .scalar(saying()) }
    return .list((0..<dice.number(1...3)).map { _ in .scalar(saying()) })
  }

  /// A sentence, with facts and blanks in it.
  private mutating func saying() -> String {
    let pieces = dice.pickSome(2...3, of: Vocabulary.prose).map { words in
      switch dice.number(0...5) {
      case 0: words + ", {\(dice.pick(facts).name)}"
      case 1: words + " [what happened]"
      case 2: words + " {{so}} [[it]] is"
      default: words
      }
    }
    return pieces.joined(separator: " ") + "."
  }
}

extension [String] {
  /// Some of them, in the order in which they stand.
  fileprivate func shuffled(_ dice: inout Dice, keeping count: ClosedRange<Int>) -> [String] {
    let kept = dice.pickSome(count, of: Array<Int>(indices))
    return kept.sorted().map { self[$0] }
  }
}
