import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

/// Conditions that mean the same decide the same.
@Suite struct RewritingTests {
  @Test func `a condition that is written otherwise decides the same`() throws {
    try everyCase("laws of logic", count: 300) { tried, dice in
      let rewritten = tried.playbook.rewritten(&dice)
      let (one, other) = (try engine(tried.playbook), try engine(rewritten))
      for comment in tried.comments {
        let found = difference(
          try one.decide(comment).written(without: ["found"]), try other.decide(comment).written(without: ["found"]),
          "decided otherwise by what means the same:\n\(rewritten.yaml())")
        if let found { return found }
      }
      return nil
    }
  }
}

extension Tree {
  /// The playbook with some of its conditions written otherwise.
  fileprivate func rewritten(_ dice: inout Dice) -> Tree {
    switch self {
    case .scalar: return self
    case .list(let items): return .list(items.map { $0.rewritten(&dice) })
    case .mapping(let entries):
      return .mapping(
        entries.map { entry in
          let value = entry.value.rewritten(&dice)
          switch entry.key {
          case "all", "any", "none": return dice.chance(50) ? dice.law(entry.key, value.items) : Entry(entry.key, value)
          case "when", "unless", "not": return Entry(entry.key, dice.chance(50) ? dice.sameCondition(value) : value)
          default: return Entry(entry.key, value)
          }
        })
    }
  }
}

extension Dice {
  /// `all`, `any` or `none` of some conditions in other words. None of them adds a key that could stand beside it already.
  fileprivate mutating func law(_ key: String, _ parts: [Tree]) -> Tree.Entry {
    let denied = parts.map { Tree.one("not", $0) }
    let repeated = Tree.list(shuffled(parts + [pick(parts)]))
    switch (key, number(0...2)) {
    case (_, 0): return .init(key, repeated)
    case ("all", 1): return .init("all", .list([.one("none", .list(denied))]))
    case ("all", _): return .init("all", .list([.count(parts, "exactly \(parts.count)")]))
    case ("any", 1): return .init("any", .list([.one("not", .one("none", .list(parts)))]))
    case ("any", _): return .init("any", .list([.count(parts, "at least 1")]))
    case (_, 1): return .init("none", .list([.one("any", .list(parts))]))
    default: return .init("none", .list([.one("not", .count(parts, "less than 1"))]))
    }
  }

  /// A condition in other words.
  fileprivate mutating func sameCondition(_ condition: Tree) -> Tree {
    guard condition.text == nil else { return condition }
    switch number(0...4) {
    case 0: return .one("not", .one("not", condition))
    case 1: return .one("all", .list([condition]))
    case 2: return .list([condition, condition])
    case 3: return .one("any", .list([condition]))
    default: return .mapping([.init("not", .one("any", .list([.one("not", condition)])))])
    }
  }
}

extension Tree {
  fileprivate static func count(_ parts: [Tree], _ test: String) -> Tree {
    .one("count", .mapping([.init("of", .list(parts)), .init("is", test)]))
  }
}
