import DecisionModel
import DecisionOracle
import TestSupport
import Testing

@testable import PolicyProofs

/// What is proved of the parts of clauses, held against every comment that there is.
@Suite struct EveryPartTests {
  private static let policies = isLong ? 10_000 : 100

  @Test func `a part changes nothing exactly where no comment tells`() throws {
    let first = propertySeed("idle parts and every comment")
    var tally = Tally()
    for number in 0..<UInt64(Self.policies) {
      let policy = RandomPolicy(seed: first &+ number)
      var proofs = try PolicyProofs(policy.program)
      let clauses = policy.program.categories.compactMap(\.clause)
      let variants = clauses.map { clause in clause.removableParts.map { (part: $0, clause: clause.without($0)) } }
      let view = try EveryComment(of: policy, clauses: clauses + variants.joined().map(\.clause))
      var next = clauses.count
      for (place, clause) in clauses.enumerated() {
        defer { next += variants[place].count }
        let trouble = trouble(
          with: clause, variants[place].map(\.part), &proofs, &tally,
          differs: { variant in view.first { $0[place] != $0[next + variant] } != nil })
        guard let trouble else { continue }
        Issue.record("DECORUM_SEED=\(first &+ number)\n\(trouble) in \(clause)\n\(policy)")
        return
      }
    }
    #expect(tally.proved * 20 > tally.shown, "\(tally)")
    #expect((tally.unforeseen + tally.undecided) * 10 < tally.shown, "\(tally)")
  }

  private func trouble(
    with clause: Clause, _ parts: [ClausePart], _ proofs: inout PolicyProofs, _ tally: inout Tally,
    differs: (Int) -> Bool
  ) -> String? {
    var idle: [ClausePart] = []
    for (place, part) in parts.enumerated() {
      let isSame = proofs.areSame(clause, clause.without(part), as: .category)
      if isSame, differs(place) { return "\(part) makes a difference" }
      if isSame { idle.append(part) }
      tally.count(isSame, isThere: differs(place)) { proofs.shows(clause, unlike: clause.without(part)) }
    }
    let found = proofs.idleParts(of: clause, as: .category).map(\.part)
    if let wrong = found.first(where: { !idle.contains($0) }) { return "\(wrong) is said to be idle" }
    if found.isEmpty, let missed = idle.first(where: { !clause.isCounted($0) }) { return "\(missed) is not found" }
    return nil
  }

  @Test func `what takes every comment of a part is named exactly where no comment is left`() throws {
    let first = propertySeed("takers and every comment")
    var tally = Tally()
    for number in 0..<UInt64(Self.policies) {
      let policy = RandomPolicy(seed: first &+ number)
      var proofs = try PolicyProofs(policy.program)
      let clauses = policy.program.categories.compactMap(\.clause)
      let alternatives = clauses.map { $0.alternatives.map(\.clause) }
      let view = try EveryComment(of: policy, clauses: clauses + alternatives.joined())
      var next = clauses.count
      for place in clauses.indices {
        defer { next += alternatives[place].count }
        guard let trouble = trouble(above: place, alternatives[place], view, from: next, &proofs, &tally) else {
          continue
        }
        Issue.record("DECORUM_SEED=\(first &+ number)\n\(trouble)\n\(policy)")
        return
      }
    }
    #expect(tally.proved * 100 > tally.shown, "\(tally)")
    #expect((tally.unforeseen + tally.undecided) * 10 < tally.shown, "\(tally)")
  }

  private func trouble(
    above place: Int, _ alternatives: [Clause], _ view: EveryComment, from next: Int, _ proofs: inout PolicyProofs,
    _ tally: inout Tally
  ) -> String? {
    let above = (0..<place).map { PolicyClause.category($0) }
    let found = proofs.takers(of: alternatives.map { TakenQuestion($0, before: above) })
    for (index, takers) in found.enumerated() {
      let isLeft = view.first { $0[next + index] && !$0[..<place].contains(true) } != nil
      if let takers, view.first(where: { holds in holds[next + index] && !takers.contains { holds[$0.rank] } }) != nil {
        return "\(takers) do not take all of \(alternatives[index])"
      }
      // No comment may meet it at all: that is not told here.
      guard takers != nil || view.first(where: { $0[next + index] }) != nil else { continue }
      tally.count(takers != nil, isThere: isLeft) {
        let asked = proofs.add(alternatives[index])
        if case .possible = proofs.answer(PolicyQuestion(holding: [asked], failing: above)) { return true }
        return false
      }
    }
    return nil
  }

  @Test func `copies are clauses that no comment tells apart`() throws {
    let first = propertySeed("copies and every comment")
    var copies = 0
    for number in 0..<UInt64(Self.policies / 4) {
      let policy = RandomPolicy(seed: first &+ number)
      var proofs = try PolicyProofs(policy.program)
      let clauses = policy.program.categories.compactMap(\.clause)
      let twice = clauses + clauses.map { Clause(when: .not(.not($0.when)), unless: $0.unless) }
      let asked = twice.map { proofs.add($0) }
      let view = try EveryComment(of: policy, clauses: twice)
      for (copy, original) in proofs.copies(among: asked).enumerated() {
        guard let original else {
          // What only says no twice is a copy.
          #expect(copy < clauses.count, "DECORUM_SEED=\(first &+ number)\n\(twice[copy])")
          continue
        }
        copies += 1
        let difference = view.first { $0[copy] != $0[original] }
        #expect(difference == nil, "DECORUM_SEED=\(first &+ number)\n\(twice[copy])\n\(twice[original])")
      }
    }
    #expect(copies >= Self.policies / 4)
  }
}

private struct Tally: CustomStringConvertible {
  var proved = 0
  var shown = 0
  /// What no comment of the test shows, and one that the engine has judged does.
  var unforeseen = 0
  var undecided = 0

  mutating func count(_ isProved: Bool, isThere: Bool, _ isShown: () -> Bool) {
    if isProved {
      proved += 1
    } else if isThere {
      shown += 1
    } else if isShown() {
      unforeseen += 1
    } else {
      undecided += 1
    }
  }

  var description: String {
    "\(proved) proved, \(shown) shown by a comment, \(unforeseen) by one not thought of, \(undecided) undecided"
  }
}

/// Which of some clauses hold, for every comment.
struct EveryComment {
  private let holds: [[Bool]]

  init(of policy: RandomPolicy, clauses: [Clause]) throws {
    var program = policy.program
    program.shadows = clauses.enumerated().map { place, clause in
      ShadowRule(place: ClausePlace(anchor: "\(place)", section: "", at: ""), clause: clause, isEscalation: false)
    }
    let oracle = try Oracle(program, digest: "sha256:test")
    holds = policy.comments.map { comment in
      let anchors = Set(oracle.decide(comment).shadow.map(\.place.anchor))
      return clauses.indices.map { anchors.contains("\($0)") }
    }
  }

  func first(where isWanted: ([Bool]) -> Bool) -> [Bool]? { holds.first(where: isWanted) }
}

extension PolicyProofs {
  /// Whether the engine has judged a comment that tells two clauses apart.
  fileprivate mutating func shows(_ one: Clause, unlike other: Clause) -> Bool {
    let (one, other) = (add(one), add(other))
    for (holds, fails) in [(one, other), (other, one)] {
      if case .possible = answer(PolicyQuestion(holding: [holds], failing: [fails])) { return true }
    }
    return false
  }
}

extension PolicyClause {
  fileprivate var rank: Int {
    if case .category(let place) = self { place } else { -1 }
  }
}

extension Clause {
  /// Every part that is one of several, and the exception.
  fileprivate var removableParts: [ClausePart] {
    let inUnless = unless.map { [ClausePart(.unless)] + $0.removableParts(ClausePart(.unless)) } ?? []
    return when.removableParts(ClausePart(.when)) + inUnless
  }

  /// Whether a part stands in a count, where anything may matter.
  fileprivate func isCounted(_ part: ClausePart) -> Bool {
    part.way.indices.contains { end in
      if case .count = self[ClausePart(part.side, Array(part.way[..<end]))] { true } else { false }
    }
  }
}

extension Condition {
  fileprivate func removableParts(_ part: ClausePart) -> [ClausePart] {
    parts.enumerated().flatMap { place, inner in
      (parts.count > 1 ? [part.step(place)] : []) + inner.removableParts(part.step(place))
    }
  }
}
