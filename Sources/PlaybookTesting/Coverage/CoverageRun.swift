import DecisionEngine
public import DecisionModel
import DecisionOracle
public import PlaybookModel

/// Runs the examples, tests and stories of a playbook, and looks at what each of them shows.
///
/// What comes with the standard library is not asked for: its own tests show it.
///
/// - Throws: where the program cannot be prepared, which a playbook without errors never causes.
public func testCoverage(of playbook: Playbook, compiledTo program: DecisionProgram) throws -> TestCoverage {
  let oracle = try Oracle(program, digest: "sha256:tests")
  let watched = WatchedDecider(oracle)
  _ = try runTests(of: playbook, compiledTo: program, by: watched)
  var shown = ShownInTests(conditions: watched.observer, outcomes: watched.outcomes)
  try shown.addDefinitions(of: playbook, program)
  shown.standards = try ShownStandards(of: playbook, program)
  return TestCoverage(of: playbook, by: shown)
}

/// Decides as an oracle does, and looks at what each comment shows.
final class WatchedDecider: CommentDecider {
  private let oracle: Oracle
  private(set) var observer: ConditionObserver
  private(set) var outcomes: [ConditionObserver.Outcome] = []

  init(_ oracle: Oracle) {
    self.oracle = oracle
    observer = ConditionObserver(oracle)
  }

  var playbook: PlaybookVersion { oracle.playbook }

  func comment(_ json: JSONValue, now: Instant) throws(CommentProblem) -> Comment {
    try oracle.comment(json, now: now)
  }

  func decide(_ comment: Comment) -> Decision {
    outcomes.append(observer.observe(comment))
    return oracle.decide(comment)
  }
}
