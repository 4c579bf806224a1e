import DecisionEngine
import DecisionOracle
import PlaybookPipeline

/// Whoever decides by the cases: each of them must come to the same.
enum WhoDecides: CaseIterable {
  case engine, oracle

  func decider(_ compiled: CompiledPlaybook) throws -> any CommentDecider {
    switch self {
    case .engine: Decider(try compiled.engine())
    case .oracle: try compiled.oracle()
    }
  }
}
