import DecisionModel
import DecisionOracle
import PlaybookModel

/// The terms of word lists that stand in no comment of any test. Of lists that drafts and texts of facts are searched
/// for, too, nothing is said.
func termsNeverFound(by playbook: Playbook, _ program: DecisionProgram) throws -> [String: Set<String>] {
  let watched = WatchedDecider(try Oracle(program, digest: "sha256:tests"))
  _ = try runTests(of: playbook, compiledTo: program, by: watched)
  var missing = watched.observer.termsNeverFound
  if let bench = try DefinitionExamples(playbook, program) {
    var observer = ConditionObserver(bench.oracle)
    for (comment, title) in bench.comments { observer.observe(comment, for: title) }
    let others = observer.termsNeverFound
    for (list, terms) in others { missing[list]?.formIntersection(terms) }
  }
  let elsewhere = Set(playbook.allConditions.filter(\.asksOfFacts).flatMap(\.lexicons))
  let avoided = playbook.standards.compactMap(\.avoid).flatMap(\.withParts)
  let signals = avoided.contains(where: \.isSignal) ? playbook.signals.flatMap(\.clause.conditions) : []
  let drafts = (avoided + signals).flatMap(\.lexicons) + playbook.steps.compactMap(\.shownBy)
  return missing.filter { !elsewhere.contains($0.key) && !drafts.contains($0.key) }
}

extension Condition {
  fileprivate var asksOfFacts: Bool {
    if case .fact = self { true } else { false }
  }

  fileprivate var isSignal: Bool {
    if case .signal = self { true } else { false }
  }
}
