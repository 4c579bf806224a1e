import DecisionEngine
import DecisionModel
import TestSupport
import Testing

@testable import PolicyImpact

/// What must not matter to a replay: which way it takes, in which order comments come, and who counts them.
@Suite struct SameImpactTests {
  private static let changes = [
    ("[idiot*, fool]", "[idiot*]"), ("within: 4 hours", "within: 8 hours"),
    ("do: [hide], ladder", "do: [remove], ladder"),
    ("{title: Care}", "{title: Care, hours: Mon-Fri 09:00-17:00}"), ("for: 7 days", "for: 1 day"),
    ("to: legal, hold_reply: true", "to: care"), ("text.says: refund", "text.says: money"),
    ("owner: care", "owner: legal"), ("[let_stand]", "[monitor]"),
  ]

  private static func lines(_ random: inout SeededGenerator, _ count: Int) -> [[UInt8]] {
    let words = ["fool", "idiots", "refund", "money", "lawyer", "hello", "clown"]
    return (0..<count).map { number in
      let text = (0..<Int.random(in: 1...4, using: &random)).compactMap { _ in words.randomElement(using: &random) }
      var members = [JSONMember("id", .text("c\(number)"))]
      if Bool.random(using: &random) {
        members.append(JSONMember("author", .object([JSONMember("id", .text("mia"))])))
        members.append(
          JSONMember(
            "history", .object([JSONMember("conduct", .number(Double.random(in: 0...3, using: &random).rounded()))])))
      }
      if Bool.random(using: &random) {
        let posted = Instant(seconds: Int64.random(in: 1_767_000_000...1_767_900_000, using: &random))
        members.append(JSONMember("post", .object([JSONMember("at", .text(posted.description))])))
      }
      return ImpactTests.line(text.joined(separator: " "), members)
    }
  }

  /// The policy with some of the changes.
  private static func changed(_ random: inout SeededGenerator) -> String {
    changes.reduce(ImpactTests.policy) { policy, change in
      Int.random(in: 0..<3, using: &random) == 0 ? policy.replacing(change.0, with: change.1) : policy
    }
  }

  private static func told(_ impact: Impact) -> [String] {
    ImpactTests.words(impact)
      + impact.inOrder.flatMap { $0.count.examples.map { String(decoding: ($0.id ?? []) + $0.text, as: UTF8.self) } }
  }

  @Test func `the short way and the whole decisions count the same`() throws {
    let seed = propertySeed(#function)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<8 {
      let pair = PolicyPair(
        old: try ImpactTests.engine(Self.changed(&random)), new: try ImpactTests.engine(Self.changed(&random)))
      let lines = Self.lines(&random, 120)
      let whole = PolicyReplay(pair, examplesKept: 3)
      let (old, new) = (Decider(pair.old), Decider(pair.new))
      for line in lines {
        let json = try JSONValue(parsing: line)
        whole.judge(try old.comment(json, now: ImpactTests.now), try new.comment(json, now: ImpactTests.now))
      }
      let short = ImpactTests.impact(pair, lines, examples: 3)
      #expect(Self.told(short) == Self.told(whole.impact), "DECORUM_SEED=\(seed)")
      #expect(short.comments == 120)
    }
  }

  @Test func `it does not matter in which order comments come, and who counts them`() throws {
    let seed = propertySeed(#function)
    var random = SeededGenerator(seed: seed)
    let pair = PolicyPair(
      old: try ImpactTests.engine(ImpactTests.policy),
      new: try ImpactTests.engine(ImpactTests.policy.replacing("text.says: refund", with: "text.says: money")))
    let lines = Self.lines(&random, 300)
    let once = Self.told(ImpactTests.impact(pair, lines))
    #expect(once.count > 4)
    for _ in 0..<5 {
      var shuffled = lines.shuffled(using: &random)
      var together = Impact(examplesKept: 2)
      while !shuffled.isEmpty {
        let count = Int.random(in: 1...shuffled.count, using: &random)
        together.add(ImpactTests.impact(pair, Array(shuffled.prefix(count))))
        shuffled.removeFirst(count)
      }
      #expect(Self.told(together) == once, "DECORUM_SEED=\(seed)")
    }
  }

  @Test func `a long text is kept in part, and is cut between characters`() throws {
    let pair = PolicyPair(
      old: try ImpactTests.engine(ImpactTests.policy),
      new: try ImpactTests.engine(ImpactTests.policy.replacing("[idiot*, fool]", with: "[idiot*]")))
    for width in 0..<4 {
      let text = String(repeating: "x", count: width) + " fool " + String(repeating: "é€𝄞", count: 200)
      let impact = ImpactTests.impact(pair, [ImpactTests.line(text)])
      let kept = try #require(impact.inOrder.first?.count.examples.first?.text)
      #expect(kept.count <= MovedComment.longestText + 3)
      #expect(String(validating: kept, as: UTF8.self)?.hasSuffix("…") == true)
    }
  }
}
