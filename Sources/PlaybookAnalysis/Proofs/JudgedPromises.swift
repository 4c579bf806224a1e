import DecisionModel
public import PlaybookModel
import PolicyProofs

/// Proves the promises of a playbook without errors, or finds the comments that break them.
public func judgePromises(of playbook: Playbook) -> JudgedPromises {
  let program = playbook.judge
  return JudgedPromises(verdicts: playbook.promiseVerdicts(by: program).map(\.kind), days: program.provedDays)
}

extension Playbook {
  /// What is known of each promise, in their order.
  func promiseVerdicts(by program: DecisionProgram) -> [PromiseVerdict] {
    if promises.isEmpty { return [] }
    // A program that cannot be prepared has its finding, or is a fault of ours that every other use of it shows.
    guard canBeProved, var proofs = try? PromiseProofs(program, promises.map { $0.rule(in: program) }) else {
      return promises.map { _ in .undecided("the playbook is too large for it") }
    }
    return promises.indices.map { proofs.verdict(on: $0) }
  }
}

extension Promise {
  /// The promise of those clauses that take part in decisions.
  fileprivate func rule(in program: DecisionProgram) -> PromiseRule {
    let (ladders, categories) = (program.ladders.map(\.name), program.categories.map(\.name))
    let scope = Clause(
      when: (when ?? .all([])).taking(ladders: ladders, categories: categories),
      unless: unless?.taking(ladders: ladders, categories: categories))
    let answer = replyWithin.map { Commitment.answer(within: $0) }
    return PromiseRule(
      name: definition.name, scope: scope,
      commitments: [answer].compactMap { $0 } + alwaysActions.map { .always($0) } + neverActions.map { .never($0) }
        + before.map { .before($0.action, first: $0.first) })
  }
}

extension PromiseVerdict {
  fileprivate var kind: JudgedPromises.Verdict {
    switch self {
    case .kept: .kept
    case .broken: .broken
    case .undecided: .undecided
    }
  }
}
