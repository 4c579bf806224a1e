import DecisionModel

/// Where a condition stands, and so what it may look at.
enum Room { case anywhere, escalation }

extension PlaybookAuthor {
  /// A mapping means all, a list means any.
  mutating func condition(in room: Room, depth: Int = 2) -> Tree {
    if depth > 0, dice.chance(20) {
      return .list((0..<dice.number(1...3)).map { _ in condition(in: room, depth: depth - 1) })
    }
    var entries: [Tree.Entry] = []
    for _ in 0..<dice.pick([1, 1, 1, 2, 3]) {
      let entry = depth > 0 && dice.chance(35) ? combination(in: room, depth: depth - 1) : leaf(in: room)
      if !entries.contains(where: { $0.key == entry.key }) { entries.append(entry) }
    }
    return .mapping(entries)
  }

  private mutating func combination(in room: Room, depth: Int) -> Tree.Entry {
    let key = dice.pick(["all", "any", "none", "not", "count"])
    if key == "not" { return .init(key, condition(in: room, depth: depth)) }
    let parts = Tree.list((0..<dice.number(1...3)).map { _ in condition(in: room, depth: depth) })
    guard key == "count" else { return .init(key, parts) }
    return .init(key, .mapping([.init("of", parts), .init("is", dice.numberTest())]))
  }

  private mutating func leaf(in room: Room) -> Tree.Entry {
    switch dice.number(0...18) {
    case 0...2: return .init("text.says", dice.oneOrMany(of: Vocabulary.phrases))
    case 3...4: return .init("text.uses", dice.oneOrMany(of: lexicons))
    case 5: return .init("text.count", perLexicon())
    case 6: return .init("text.score", perLexicon())
    case 7 where measures: return .init(dice.pick(Measure.allCases).name, dice.numberTest())
    case 8 where !signals.isEmpty: return .init("signal", dice.oneOrMany(of: signals))
    case 9 where !ladders.isEmpty: return .init("history.\(dice.pick(ladders))", dice.numberTest())
    case 10 where room == .escalation: return .init("category", dice.oneOrMany(of: categories))
    case 11 where !modes.isEmpty: return .init("mode", dice.oneOrMany(of: modes))
    case 12: return .init(dice.pick(AuthorHistory.allCases).name, window())
    case 13: return .init("time.open", .scalar(dice.pick(teams)))
    // An expression sees the text as it is written.
    case 14 where measures: return .init("text.matches", dice.oneOrMany(of: Vocabulary.expressions))
    case 15: return .init("text.links_to", dice.oneOrMany(of: Vocabulary.hosts))
    default: return factLeaf()
    }
  }

  private mutating func factLeaf() -> Tree.Entry {
    let fact = dice.pick(facts)
    return .init(fact.name, dice.factTest(of: fact.type, lexicons: lexicons))
  }

  private mutating func window() -> Tree {
    .mapping([.init("in", dice.pick(Vocabulary.durations + ["1 month"])), .init("is", dice.numberTest())])
  }

  private mutating func perLexicon() -> Tree {
    .mapping(dice.pickSome(1...2, of: lexicons).map { Tree.Entry($0, dice.numberTest()) })
  }
}
