import DecisionModel
import DecisionOracle
import PolicyChanges
import TestSupport
import Testing

/// What changes between two policies, held against every comment that there is.
@Suite struct EveryChangeTests {
  private static let policies = isLong ? 10_000 : 60

  @Test func `every move that a comment makes is found, and none where no comment moves`() throws {
    let first = propertySeed("changes and every comment")
    var (moved, equal, undecided) = (0, 0, 0)
    for number in 0..<UInt64(Self.policies) {
      var policy = RandomPolicy(seed: first &+ number)
      let earlier = policy.program
      policy.change()
      let found = try PolicyChanges(from: earlier, to: policy.program)
      let there = try Moves(of: policy.comments, from: earlier, to: policy.program)
      moved += there.isNone ? 0 : 1
      equal += found.isNone ? 1 : 0
      undecided += found.undecided.isEmpty ? 0 : 1
      guard there.isAll(in: found) else {
        Issue.record("DECORUM_SEED=\(first &+ number)\n\(there)\n\(found)\n\(policy)")
        return
      }
    }
    // People write `f.u.n.d` in more ways than are tried, and what is not found is not said to be impossible.
    #expect(undecided * 20 <= Self.policies, "\(undecided) are not decided")
    #expect(moved > Self.policies / 4 && equal > Self.policies / 20, "\(moved) moved, \(equal) are equal")
  }
}

/// What every comment shows.
private struct Moves {
  private var categories: Set<String> = []
  private var escalations: Set<String> = []

  var isNone: Bool { categories.isEmpty && escalations.isEmpty }

  init(of comments: [DecisionModel.Comment], from earlier: DecisionProgram, to later: DecisionProgram) throws {
    let (before, after) = (try Oracle(earlier, digest: "sha256:a"), try Oracle(later, digest: "sha256:b"))
    for comment in comments {
      let (old, new) = (before.decide(comment), after.decide(comment))
      if old.category != new.category { categories.insert("\(old.category ?? "") > \(new.category ?? "")") }
      for name in new.escalations where !old.escalations.contains(name) { escalations.insert("\(name) true") }
      for name in old.escalations where !new.escalations.contains(name) { escalations.insert("\(name) false") }
    }
  }

  /// Both engines have judged each comment that is found: more of them than are tried here may be there.
  func isAll(in found: PolicyChanges) -> Bool {
    let lacking =
      categories.subtracting(found.moves.map { "\($0.from) > \($0.to)" }).count
      + escalations.subtracting(found.escalations.map { "\($0.escalation) \($0.begins)" }).count
    return lacking <= found.undecided.count
  }
}
