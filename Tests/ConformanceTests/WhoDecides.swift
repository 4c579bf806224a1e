import DecisionEngine
import DecisionModel
import DecisionOracle
import PlaybookPipeline
import Testing

/// Whoever decides by the cases: each of them must come to the same.
enum WhoDecides: CaseIterable {
  case engine, oracle
  /// The engine, and its verdict beside the decision.
  case verdict

  func decider(_ compiled: CompiledPlaybook) throws -> any CommentDecider {
    switch self {
    case .engine: Decider(try compiled.engine())
    case .oracle: try compiled.oracle()
    case .verdict: HeldAgainstVerdicts(decider: Decider(try compiled.engine()))
    }
  }
}

/// Decides, and says where the verdict has another category or other escalations than the decision.
private struct HeldAgainstVerdicts: CommentDecider {
  let decider: Decider

  var playbook: PlaybookVersion { decider.playbook }

  func comment(_ json: JSONValue, now: Instant) throws(CommentProblem) -> DecisionModel.Comment {
    try decider.comment(json, now: now)
  }

  func decide(_ comment: DecisionModel.Comment) -> Decision {
    let decision = decider.decide(comment)
    let verdict = decider.verdict(on: comment.text, with: decider.sheet(of: comment))
    let program = decider.engine.program
    #expect(program.categories[verdict.category].name == decision.category)
    #expect(verdict.escalations.map { program.escalations[Int($0)].name } == decision.escalations)
    return decision
  }
}
