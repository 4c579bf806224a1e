import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

/// Mappings name things: their order means nothing.
@Suite struct OrderTests {
  @Test func `a decision does not depend on the order of mappings`() throws {
    try everyCase("order of mappings", count: 300) { tried, dice in
      let one = try engine(tried.playbook)
      let other = try engine(tried.playbook.shuffled(&dice), dice.pick(PrintingStyle.all))
      for comment in tried.comments {
        let found = difference(
          try one.decide(comment).written(), try other.decide(comment).written(), "decided otherwise in another order")
        if let found { return found }
      }
      return nil
    }
  }

  @Test func `a decision does not depend on the order of a comment's keys`() throws {
    try everyCase("order of a comment's keys", count: 200) { tried, dice in
      let engine = try engine(tried.playbook)
      for comment in tried.comments {
        let shuffled = comment.json.shuffled(&dice)
        let found = difference(
          try engine.decide(comment).written(), try engine.decide(json: shuffled, now: noon).written(), shuffled.written
        )
        if let found { return found }
      }
      return nil
    }
  }
}

extension JSONValue {
  fileprivate func shuffled(_ dice: inout Dice) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(dice.shuffled(members.map { JSONMember(key: $0.key, value: $0.value.shuffled(&dice)) }))
  }
}
