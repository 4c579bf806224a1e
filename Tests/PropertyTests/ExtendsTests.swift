import DecisionEngine
import DecisionOracle
import Diagnostics
import PlaybookAnalysis
import PlaybookPipeline
import Testing

/// A playbook that extends another is the same as one that says all of it.
@Suite struct ExtendsTests {
  @Test func `a playbook that is taken over and nothing changed decides the same`() throws {
    try everyCase("extends", count: 150) { tried, dice in
      let own = Tree.mapping([.init("decorum", "1"), .init("playbook", "random"), .init("extends", "../base")])
      return try difference(from: tried, [("home/playbook", own), ("base/playbook", tried.playbook)], &dice)
    }
  }

  @Test func `a playbook that is divided into a base and what extends it decides the same`() throws {
    try everyCase("base and extension", count: 150) { tried, dice in
      let (base, own) = tried.playbook.divided(&dice)
      return try difference(from: tried, [("home/playbook", own), ("base/playbook", base)], &dice)
    }
  }

  private func difference(
    from tried: RandomCase, _ trees: [(name: String, tree: Tree)], _ dice: inout Dice
  ) throws -> String? {
    let files = trees.map { name, tree in
      InMemoryFile("\(name).yaml", tree.yaml(dice.pick(PrintingStyle.all), dice.split()))
    }
    let texts = files.map { "--- \($0.path)\n\(String(decoding: $0.bytes, as: UTF8.self))" }.joined()
    let analysis = try checkPlaybook("home/playbook.yaml", in: files, judging: false)
    guard !analysis.hasErrors else { return "\(analysis.findings.map(\.message))\n\(texts)" }
    let (one, other) = (try engine(tried.playbook), try compilePlaybook(analysis).oracle())
    for comment in tried.comments {
      let found = PropertyTests.difference(
        try one.decide(comment).written(), try other.decide(comment).written(), "decided otherwise:\n\(texts)")
      if let found { return found }
    }
    return nil
  }
}

extension Tree {
  /// The playbook in two: what the second one extends, and the second one. What both define is otherwise in the base.
  fileprivate func divided(_ dice: inout Dice) -> (base: Tree, own: Tree) {
    var base = Tree.mapping([.init("decorum", "1"), .init("playbook", "base")])
    var own = Tree.mapping([.init("decorum", "1"), .init("playbook", "random"), .init("extends", "../base")])
    for entry in entries where !["decorum", "playbook"].contains(entry.key) {
      let parts: (base: Tree?, own: Tree?) =
        switch entry.key {
        case "categories": entry.value.dividedCategories(&dice)
        case "escalations": entry.value.dividedList(&dice)
        case "imports", "matching", "house_rules": dice.chance(50) ? (entry.value, nil) : (nil, entry.value)
        default:
          entry.value.entries.isEmpty ? entry.value.dividedValue(&dice) : entry.value.dividedSection(&dice)
        }
      if let part = parts.base { base[entry.key] = part }
      if let part = parts.own { own[entry.key] = part }
    }
    return (base, own)
  }

  private func dividedValue(_ dice: inout Dice) -> (Tree?, Tree?) {
    switch dice.number(0...2) {
    case 0: (self, nil)
    case 1: (nil, self)
    default: (self, self)
    }
  }

  /// Definitions by name: some stand in the base, some in the other, some in both, where the base has another one.
  private func dividedSection(_ dice: inout Dice) -> (Tree?, Tree?) {
    var (base, own): ([Entry], [Entry]) = ([], [])
    for entry in entries {
      let place = dice.number(0...2)
      let instead = dice.pick(entries).value
      if place != 1 { base.append(place == 0 ? entry : Entry(entry.key, instead)) }
      if place != 0 { own.append(entry) }
    }
    return (base.isEmpty ? nil : .mapping(base), own.isEmpty ? nil : .mapping(dice.shuffled(own)))
  }

  /// The escalations: some are replaced, the last of them new.
  private func dividedList(_ dice: inout Dice) -> (Tree?, Tree?) {
    let kept = dice.number(0...items.count)
    var (base, own): ([Tree], [Tree]) = ([], [])
    for item in items.prefix(kept) {
      let isReplaced = dice.chance(40)
      base.append(isReplaced ? item.withCondition() : item)
      if isReplaced { own.append(item) }
    }
    own += items.dropFirst(kept)
    return (base.isEmpty ? nil : .list(base), own.isEmpty ? nil : .list(own))
  }

  /// The categories: new ones say beside which of the base they rank.
  private func dividedCategories(_ dice: inout Dice) -> (Tree?, Tree?) {
    var (base, own, waiting): ([Tree], [Tree], [Tree]) = ([], [], [])
    for item in items {
      let isLast = item["when"]?.text != nil
      if !isLast, dice.chance(35) {
        waiting.append(item)
        continue
      }
      let isReplaced = dice.chance(40)
      base.append(isReplaced && !isLast ? item.withCondition() : item)
      if isReplaced { own.append(item) }
      own += waiting.map { new in
        var new = new
        new["before"] = item["category"]
        return new
      }
      waiting = []
    }
    return (.list(base), own.isEmpty ? nil : .list(own))
  }

  /// The definition with another condition.
  private func withCondition() -> Tree {
    var other = self
    other["when"] = .one("text.words", "at least 3")
    return other
  }
}
