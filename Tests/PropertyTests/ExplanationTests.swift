import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

/// What is explained is what was decided.
@Suite struct ExplanationTests {
  @Test func `the explanation says of every category and escalation what the decision says`() throws {
    try everyCase("explanations", count: 150) { tried, _ in
      let engine = try engine(tried.playbook)
      for comment in tried.comments {
        let decision = engine.decide(comment)
        let traces = engine.explain(try engine.comment(comment.json, now: noon))
        let holding = traces.filter(\.holds).map(\.anchor)
        let chosen = ([decision.category].compactMap { $0 } + decision.also).map { "category.\($0)" }
        let wanted = Set(chosen + decision.escalations.map { "escalation.\($0)" })
        let told = Set(holding.filter { !$0.hasPrefix("response.") })
        // The last category takes what is left: it is told only where it is the chosen one.
        if told != wanted { return "explained \(told.sorted()), decided \(wanted.sorted()): \(comment.line)" }
      }
      return nil
    }
  }
}
