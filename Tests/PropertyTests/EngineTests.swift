import DecisionEngine
import DecisionModel
import DecisionOracle
import PlaybookPipeline
import TestSupport
import Testing

/// The engine walks tables and the oracle walks conditions: they decide alike, byte for byte.
@Suite struct EngineTests {
  @Test func `the engine decides as the oracle does`() throws {
    try everyCase("engine and oracle", count: 1500) { tried, _ in
      let program = try compiled(tried.playbook.yaml())
      let (decider, oracle) = (Decider(try program.engine()), try program.oracle())
      for comment in tried.comments {
        let (one, other) = (decider.decide(json: comment.json, now: noon).json, oracle.decide(comment).json)
        if one != other { return "\(comment.line)\n\(shown(other))\nand by the engine\n\(shown(one))" }
      }
      return nil
    }
  }

  @Test func `an engine that decided before decides as a new one does`() throws {
    try everyCase("engines used again", count: 200) { tried, _ in
      let engine = try compiled(tried.playbook.yaml()).engine()
      let decider = Decider(engine)
      for comment in tried.comments + tried.comments.reversed() {
        let (one, other) = (decider.decide(json: comment.json, now: noon).json, engine.decide(json: comment.json, now: noon).json)
        if one != other { return "\(comment.line)\n\(shown(other))\nand once more\n\(shown(one))" }
      }
      return nil
    }
  }

  private func shown(_ json: [UInt8]) -> String { String(decoding: json, as: UTF8.self) }
}
