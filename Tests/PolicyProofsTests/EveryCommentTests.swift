import DecisionEngine
import DecisionModel
import DecisionOracle
import TestSupport
import Testing

@testable import PolicyProofs

/// What is proved, held against every comment that there is.
@Suite struct EveryCommentTests {
  private static let policies = isLong ? 10_000 : 200

  @Test func `every answer about a small policy is the one that every comment gives`() throws {
    let first = propertySeed("answers and every comment")
    var tally = Tally()
    for number in 0..<UInt64(Self.policies) {
      let policy = RandomPolicy(seed: first &+ number)
      let decisions = try decisions(of: policy)
      var proofs = try PolicyProofs(policy.program)
      for question in questions(of: policy.program) {
        let isThere = decisions.contains { $0.shows(question, in: policy.program) }
        let answer = proofs.answer(question)
        tally.count(answer, isThere: isThere)
        guard let difference = difference(answer, isThere: isThere) else { continue }
        Issue.record("DECORUM_SEED=\(first &+ number)\n\(question): \(difference)\n\(policy)")
        tally.different += 1
      }
      if tally.different >= 5 { return }
    }
    print("answers and every comment: \(tally)")
    #expect(tally.impossible * 20 > tally.possible, "too few questions have no comment: \(tally)")
    // People write `f.u.n.d` in more ways than are tried here; the engine has judged each that is found.
    #expect(tally.unforeseen * 20 < tally.possible, "too many comments were not thought of: \(tally)")
    // Some texts that the formula allows can hardly be written, such as one word that three terms share.
    #expect(tally.undecided * 200 < tally.possible, "too much was not decided: \(tally)")
  }

  private func decisions(of policy: RandomPolicy) throws -> [Decision] {
    let oracle = try Oracle(policy.program, digest: "sha256:test")
    return policy.comments.map { oracle.decide($0) }
  }

  /// Each clause by itself, each category as the first that holds, and clauses together.
  private func questions(of program: DecisionProgram) -> [PolicyQuestion] {
    let categories = program.categories.indices.map { PolicyClause.category($0) }
    let clauses = categories + [.escalation(0), .escalation(1), .shadow(0)]
    return program.categories.indices.map { .category($0) } + clauses.map { PolicyQuestion(holding: [$0]) }
      + clauses.map { PolicyQuestion(holding: [], failing: [$0]) }
      + [
        PolicyQuestion(holding: [.escalation(0), .escalation(1)]),
        PolicyQuestion(holding: [.category(0), .escalation(1)], failing: [.shadow(0)]),
        PolicyQuestion(holding: [.shadow(0)], failing: [.category(0)]),
      ]
  }

  private func difference(_ answer: PolicyAnswer, isThere: Bool) -> String? {
    switch answer {
    case .notDecided(let trouble): isThere ? "not decided, and there is one: \(trouble)" : nil
    case .impossible(let core): isThere ? "said to be impossible for \(core)" : nil
    case .possible: nil
    }
  }
}

private struct Tally: CustomStringConvertible {
  var possible = 0
  var impossible = 0
  /// Those of the possible ones that no comment of the test shows.
  var unforeseen = 0
  /// What no comment of the test shows either.
  var undecided = 0
  var different = 0

  mutating func count(_ answer: PolicyAnswer, isThere: Bool) {
    switch answer {
    case .possible:
      possible += 1
      unforeseen += isThere ? 0 : 1
    case .impossible: impossible += 1
    case .notDecided: undecided += 1
    }
  }

  var description: String {
    "\(possible) possible (\(unforeseen) by a comment of their own), \(impossible) impossible, \(undecided) not decided"
  }
}
