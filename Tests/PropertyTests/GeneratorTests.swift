import DecisionModel
import PlaybookPipeline
import TestSupport
import Testing

/// What the other properties rest on: random playbooks are playbooks, and random comments meet them.
@Suite struct GeneratorTests {
  @Test func `a random playbook has no errors and compiles`() throws {
    try everyCase("valid playbooks", count: 400) { tried, dice in
      do {
        _ = try engine(tried.playbook, dice.pick(PrintingStyle.all))
        return nil
      } catch let error as Refused {
        return error.description
      }
    }
  }

  @Test func `random comments are in every category, and meet everything that a decision can hold`() throws {
    var dice = Dice(seed: propertySeed("reach"))
    var seen: [String: Int] = [:]
    for _ in 0..<500 {
      let tried = RandomCase(&dice)
      let engine = try engine(tried.playbook)
      for comment in tried.comments {
        let decision = engine.decide(comment)
        #expect(decision.trouble == nil, "\(comment.line)")
        for member in try JSONValue(parsing: decision.json).object ?? [] { seen[member.keyText, default: 0] += 1 }
        seen[decision.stance.rawValue, default: 0] += 1
        seen[decision.category == "other" ? "last category" : "earlier category", default: 0] += 1
        for action in try JSONValue(parsing: decision.json)["actions"]?.array ?? [] {
          for member in action.object ?? [] { seen["action \(member.keyText)", default: 0] += 1 }
        }
        for found in decision.because.flatMap(\.found) { seen[found.kind, default: 0] += 1 }
      }
    }
    let wanted = [
      "comment", "category", "also", "actions", "may", "reply", "escalations", "ladders", "ask", "because", "assumed",
      "follow_ups", "approvals", "unavailable", "shadow", "action for", "action due", "action awaiting",
      "action also_last", "action held_by", "action to", "action levels", "action say", "hold", "enforce", "respond",
      "observe",
      "last category", "earlier category", "term", "disguised", "phrase", "expression", "link", "fact", "measure",
    ]
    for part in wanted { #expect(seen[part, default: 0] >= 10, "\(part): \(seen[part, default: 0]) times") }
  }
}

extension Found {
  fileprivate var kind: String {
    switch self {
    case .term(_, _, let hit): hit.isDisguised ? "disguised" : "term"
    case .phrase: "phrase"
    case .expression: "expression"
    case .link: "link"
    case .fact: "fact"
    case .measure: "measure"
    }
  }
}
