import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

/// What cannot matter changes nothing.
@Suite struct AddedClauseTests {
  @Test func `a clause that never holds changes nothing`() throws {
    try everyCase("never-true clause", count: 300) { tried, dice in
      let richer = tried.playbook.adding(neverTrue: &dice, facts: tried.facts)
      let (one, other) = (try engine(tried.playbook), try engine(richer))
      for comment in tried.comments {
        let found = difference(
          try one.decide(comment).written(without: ["section"]),
          try other.decide(comment).written(without: ["section"]),
          "decided otherwise beside a clause that never holds:\n\(richer.yaml())")
        if let found { return found }
      }
      return nil
    }
  }

  @Test func `a category that always holds is only told, after the chosen one`() throws {
    try everyCase("always-true category", count: 200) { tried, dice in
      let engine = try engine(tried.playbook)
      let names = tried.playbook.categoryNames
      for comment in tried.comments {
        let decision = engine.decide(comment)
        guard let chosen = names.firstIndex(where: { $0 == decision.category }), chosen < names.count - 1 else {
          continue
        }
        let place = dice.number(chosen + 1...names.count - 1)
        let other = try PropertyTests.engine(tried.playbook.inserting(alwaysTrue, at: place)).decide(comment)
        var expected = decision
        expected.also = (names[..<place] + ["added"] + names[place...]).filter {
          decision.also.contains($0) || $0 == "added"
        }
        let found = difference(
          try expected.written(without: ["section"]), try other.written(without: ["section"]),
          "decided otherwise before a category that holds")
        if let found { return found }
      }
      return nil
    }
  }

  private let alwaysTrue = Tree.mapping([
    .init("category", "added"), .init("when", .one("text.length", "at least 0")), .init("do", .texts(["block"])),
  ])
}

extension Tree {
  fileprivate var categoryNames: [String] { self["categories"]?.items.compactMap { $0["category"]?.text } ?? [] }

  fileprivate func inserting(_ category: Tree, at place: Int) -> Tree {
    var items = self["categories"]?.items ?? []
    items.insert(category, at: place)
    var playbook = self
    playbook["categories"] = .list(items)
    return playbook
  }

  /// The playbook with a category, an escalation or a signal more that cannot hold, whatever is known.
  fileprivate func adding(neverTrue dice: inout Dice, facts: [KnownFact]) -> Tree {
    let never = Tree.mapping(
      dice.shuffled([
        Entry("text.length", dice.pick(["less than 0", "exactly 1.5"])),
        Entry(dice.pick(facts).name, dice.pick(["known", "unknown"])),
      ]))
    var playbook = self
    switch dice.number(0...2) {
    case 0:
      let category = Tree.mapping([.init("category", "added"), .init("when", never), .init("do", .texts(["block"]))])
      let last = (self["categories"]?.items.count ?? 1) - 1
      playbook = inserting(category, at: dice.number(0...last))
    case 1:
      let escalation = Tree.mapping([.init("escalation", "added"), .init("when", never), .init("hold_reply", "yes")])
      playbook["escalations"] = .list([escalation] + (self["escalations"]?.items ?? []))
    default:
      let signals = self["signals"]?.entries ?? []
      playbook["signals"] = .mapping([Entry("added", never)] + signals)
    }
    return playbook
  }
}
