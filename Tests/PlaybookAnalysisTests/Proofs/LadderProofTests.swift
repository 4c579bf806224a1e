import DecisionModel
import Diagnostics
import PlaybookAnalysis
import PlaybookCompiler
import PlaybookTesting
import TestSupport
import Testing

/// All findings but those of what a case defines for others, and does not use itself.
private func findingsOfUse(in text: String) -> [Diagnostic] {
  findings(in: text).filter { !$0.name.description.hasPrefix("unused-") }
}

@Test(arguments: ladderCases) func `what is wrong with a ladder is found, and its twin is sound`(
  _ promised: FindingCase
) {
  #expect(promised.differences(check: findingsOfUse) == [])
}

@Test(arguments: ladderCases.filter { $0.name != "unreachable-rung" })
func `the story that shows it can be pasted into the tests, and passes`(_ promised: FindingCase) throws {
  let text = marked(promised.text).text
  let finding = try #require(findingsOfUse(in: text).first { $0.name.description == promised.name })
  let story = try #require(finding.witness)
  #expect(story.hasPrefix("- {story: "))
  let pasted = try analysed(text + "\ntests:\n  \(story)\n")
  #expect(pasted.findings.filter { $0.severity == .error }.map(\.message) == [])
  let playbook = try #require(pasted.playbook)
  let results = try runTests(of: playbook, compiledTo: compile(playbook) { _ in "" })
  #expect(results.map(\.isPassed) == [true])
}
