import DecisionModel
import TestSupport
import Testing

@testable import PolicyProofs

/// What is proved of ladders, held against every sequence of events that there is.
@Suite struct EverySequenceTests {
  @Test func `what is found on a small ladder, and by which sequence, is what every sequence shows`() throws {
    let first = propertySeed("ladders and every sequence")
    let longest = isLong ? 6 : 5
    var seen: [String: Int] = [:]
    for number in 0..<UInt64(isLong ? 2000 : 60) {
      let found = try compare(RandomLadder(seed: first &+ number), longest: longest, "DECORUM_SEED=\(first &+ number)")
      for what in found.lengths.keys { seen[what.kind, default: 0] += 1 }
    }
    print("ladders and every sequence: \(seen)")
    #expect(Set(["taken", "unwarned", "weaker", "reversed"]).isSubset(of: seen.keys))
  }

  /// A rung that is milder than an earlier one, where the category of one kind of comment alone changes with strikes.
  @Test func `a ladder that a long run found is as every sequence shows`() throws {
    let seed: UInt64 = 10_801_404_438_890_661_602
    #expect(try compare(RandomLadder(seed: seed), longest: 5, "\(seed)").lengths[.weaker("rung-1")] == 4)
  }

  private func compare(_ ladder: RandomLadder, longest: Int, _ name: String) throws -> Found {
    let all = try EverySequence(ladder, longest: longest)
    let found = try Found(ladder)
    for (what, length) in found.lengths where length <= longest && all.shortest[what] != length {
      // Of an author who is stuck another finding tells, and a longer sequence may show the same.
      if found.isToldOtherwise(what), all.shortest[what].map({ $0 < length }) == true { continue }
      Issue.record("\(name)\n\(what) after \(length), not \(all.shortest[what] ?? 0)\n\(ladder)")
    }
    for (what, length) in all.shortest where found.lengths[what] != length && !found.isToldOtherwise(what) {
      Issue.record("\(name)\n\(what) after \(length), not \(found.lengths[what] ?? 0)\n\(ladder)")
    }
    return found
  }
}

/// What the exploration finds, with the number of events that show it.
private struct Found {
  private(set) var lengths: [EverySequence.Seen: Int] = [:]
  private var isStuck = false

  init(_ random: RandomLadder) throws {
    var proofs = try PolicyProofs(random.program)
    let rule = proofs.program.ladders[0]
    let levels = try #require(StrikeLevels(of: rule, in: proofs.program))
    let offences = Offences(on: rule, levels, &proofs)
    try #require(offences.isWhole)
    let ground = try #require(LadderGround(rule, levels, offences: offences.kinds, in: proofs.program))
    let exploration = LadderExploration(ground)
    let name = { (rung: Int) in rule.rungs[rung].name }
    for (rung, moment) in exploration.taken { lengths[.taken(name(rung))] = exploration.events(to: moment).count }
    for (rung, moment) in exploration.unwarned { lengths[.unwarned(name(rung))] = exploration.events(to: moment).count }
    let comparison = LadderComparison(exploration)
    for (kind, reversal) in comparison.reversals {
      let events = try #require(comparison.events(to: reversal))
      let length = events.before.count + 1 + events.after.count
      switch kind {
      case .weakerRung(let rung): lengths[.weaker(name(rung))] = length
      case .other: lengths[.reversed] = length
      }
    }
    isStuck = exploration.search.states.contains { comparison.climb.isStuck($0) }
  }

  /// Of authors who are stuck another finding tells.
  func isToldOtherwise(_ seen: EverySequence.Seen) -> Bool { isStuck && seen == .reversed }
}

extension EverySequence.Seen {
  fileprivate var kind: String {
    switch self {
    case .taken: "taken"
    case .unwarned: "unwarned"
    case .weaker: "weaker"
    case .reversed: "reversed"
    }
  }
}
