import DecisionModel
import DecisionOracle
import TestSupport
import Testing

@testable import PolicyProofs

/// Where clauses part a number, and what is on trial, held against every comment that there is.
@Suite struct EverySeamTests {
  private static let policies = isLong ? 10_000 : 200

  @Test func `a gap is where no clause takes a number, an overlap where two do`() throws {
    let first = propertySeed("seams and every comment")
    var found: [NumberSeam.Kind: Int] = [:]
    var undecided = 0
    for number in 0..<UInt64(Self.policies) {
      let parted = PartedNumber(seed: first &+ number)
      var proofs = try PolicyProofs(parted.policy.program)
      let seams = proofs.seams(among: parted.clauses)
      for seam in seams { found[seam.kind, default: 0] += 1 }
      let differences = try parted.differences(from: seams, &proofs, &undecided)
      guard differences.isEmpty else {
        Issue.record("DECORUM_SEED=\(first &+ number)\n\(differences)\n\(parted.policy)")
        return
      }
    }
    #expect(
      found[.gap, default: 0] > Self.policies / 20 && found[.overlap, default: 0] > Self.policies / 20, "\(found)")
    #expect(undecided * 50 < Self.policies, "\(undecided) were not decided")
  }

  @Test func `a clause on trial has an effect exactly where a comment would be decided otherwise`() throws {
    let first = propertySeed("trials and every comment")
    var (changing, idle, unforeseen, undecided) = (0, 0, 0, 0)
    for number in 0..<UInt64(Self.policies) {
      let policy = RandomPolicy(seed: first &+ number)
      var proofs = try PolicyProofs(policy.program)
      let rank = Int(number) % policy.program.categories.count
      let answer = proofs.answer(
        PolicyQuestion(holding: [.shadow(0)], failing: (0..<rank).map { .category($0) }))
      let isThere = try policy.changes(with: rank)
      switch answer {
      case .possible:
        changing += 1
        unforeseen += isThere ? 0 : 1
      case .impossible: idle += 1
      case .notDecided(let trouble):
        undecided += 1
        if isThere { Issue.record("DECORUM_SEED=\(first &+ number)\nnot decided: \(trouble)\n\(policy)") }
      }
      if case .impossible = answer, isThere {
        Issue.record("DECORUM_SEED=\(first &+ number)\nsaid to have no effect at \(rank)\n\(policy)")
        return
      }
    }
    #expect(idle * 20 > changing && changing > idle, "\(changing) change something, \(idle) do not")
    #expect(unforeseen * 20 < changing, "\(unforeseen) of \(changing) were not thought of")
    #expect(undecided * 50 < changing, "\(undecided) beside \(changing) were not decided")
  }
}

extension RandomPolicy {
  /// Whether some comment is decided otherwise if the category on trial stands at a rank.
  fileprivate func changes(with rank: Int) throws -> Bool {
    var changed = program
    let trial = changed.shadows.removeFirst()
    changed.categories.insert(
      CategoryRule(
        name: "trial", title: "", place: trial.place, clause: trial.clause, plan: nil, must: [], may: [], ladder: nil),
      at: rank)
    let (now, then) = (try Oracle(program, digest: "sha256:a"), try Oracle(changed, digest: "sha256:b"))
    return comments.contains { now.decide($0).category != then.decide($0).category }
  }
}

/// Two or three clauses that ask for a number and are the same in all else.
private struct PartedNumber {
  private(set) var policy: RandomPolicy
  let clauses: [Clause]
  private let tests: [NumberTest]
  private let rest: Clause

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    policy = RandomPolicy(seed: seed)
    let when = policy.program.categories[0].clause?.when ?? .all([])
    rest = Clause(when: policy.asksForNumber(when) ? .mode(["crisis"]) : when)
    tests = (0..<Int.random(in: 2...3, using: &generator)).map { _ in Self.test(&generator) }
    let others = rest.when
    clauses = tests.map { Clause(when: .all([.fact("own.number", .number($0)), others])) }
    policy.program.escalations = []
    policy.program.shadows = []
    policy.program.categories =
      clauses.enumerated().map { place, clause in
        CategoryRule(
          name: "part-\(place)", title: "", place: ClausePlace(anchor: "category.part-\(place)", section: "", at: ""),
          clause: clause, plan: nil, must: [], may: [], ladder: nil)
      } + policy.program.categories.suffix(1)
  }

  private static func test(_ generator: inout SeededGenerator) -> NumberTest {
    let bound = Double(Int.random(in: 2...5, using: &generator))
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return .atLeast(bound)
    case 1: return .atMost(bound)
    case 2: return .moreThan(bound)
    case 3: return .lessThan(bound)
    case 4: return .between(bound - 2, bound)
    default: return .exactly(bound)
    }
  }

  /// The numbers that the clauses part so, by looking at each: of those that end here and those that begin none takes it,
  /// or one of each does. A clause of a single number has neither end nor beginning.
  private func numbers(_ kind: NumberSeam.Kind) -> Set<Double> {
    let single = Set(tests.indices.filter { if case .exactly = tests[$0] { true } else { false } })
    return Set(
      (0...8).map(Double.init).filter { number in
        let (before, here, behind) = (taking(number - 1), taking(number), taking(number + 1))
        let ending = before.subtracting(behind).subtracting(single)
        let beginning = behind.subtracting(before).subtracting(single)
        guard !ending.isEmpty, !beginning.isEmpty else { return false }
        return kind == .gap
          ? here.isEmpty && before.isDisjoint(with: behind)
          : !here.isDisjoint(with: ending) && !here.isDisjoint(with: beginning)
      })
  }

  private func taking(_ number: Double) -> Set<Int> { Set(tests.indices.filter { tests[$0].passes(number) }) }

  func differences(
    from seams: [NumberSeam], _ proofs: inout PolicyProofs, _ undecided: inout Int
  ) throws -> [String] {
    var differences: [String] = []
    for kind in [NumberSeam.Kind.gap, .overlap] {
      let found = Set(seams.filter { $0.kind == kind }.map(\.number))
      if found != numbers(kind) { differences.append("\(kind): \(found), not \(numbers(kind)) of \(tests)") }
    }
    for seam in seams { differences += [try difference(at: seam, &proofs, &undecided)].compactMap { $0 } }
    return differences
  }

  /// The engine must see at a seam what is said of it, and see a comment there wherever the rest can be.
  private func difference(
    at seam: NumberSeam, _ proofs: inout PolicyProofs, _ undecided: inout Int
  ) throws -> String? {
    let asked = [seam.clause, rest].map { proofs.add($0) }
    guard case .possible(let witness) = proofs.answer(PolicyQuestion(holding: [asked[0]])) else {
      if proofs.refutes(PolicyQuestion(holding: [asked[1]])) { return nil }
      undecided += 1
      let isThere = try EveryComment(of: policy, clauses: [rest]).first { $0[0] } != nil
      return isThere ? "the \(seam.kind) is not seen" : nil
    }
    guard case .number(seam.number) = witness.comment.facts[0] else {
      return "\(witness.comment.facts) has not \(seam.number)"
    }
    let taken = (witness.decision.category.map { [$0] } ?? []) + witness.decision.also
    let isTaken = [seam.below.clause, seam.above.clause].map { taken.contains("part-\($0)") }
    return isTaken == Array(repeating: seam.kind == .overlap, count: 2) ? nil : "\(taken) at a \(seam.kind)"
  }
}

extension RandomPolicy {
  fileprivate func asksForNumber(_ condition: Condition) -> Bool {
    (condition.withParts + program.signals.flatMap(\.clause.conditions)).contains { part in
      if case .fact("own.number", _) = part { true } else { false }
    }
  }
}
