import DecisionEngine
import DecisionModel
import DecisionOracle
import Foundation
import PlaybookPipeline
import Testing

/// The chapter on decisions shows a comment, a playbook and the decision; the engine makes the same.
@Test func `the decision that the reference shows is the engine's`() throws {
  let blocks = try MarkdownFile("Documentation/Language/Decisions.md").blocks
  let playbook = try #require(blocks.first { $0.language == "yaml" })
  let comment = try #require(blocks.first { $0.words == ["json", "comment"] })
  let shown = try #require(blocks.first { $0.words == ["json", "decision"] })
  let analysis = try checkPlaybook("playbook.yaml", in: [InMemoryFile("playbook.yaml", playbook.text)])
  let compiled = try compilePlaybook(analysis)
  let line = Array(comment.text.replacing("\n", with: "").utf8)
  let decision = try compiled.oracle().decide(line: line, now: Instant(seconds: 0)).decision.json
  let expected = shown.text.replacing(/\n */, with: "").replacing("sha256:…", with: compiled.digest)
  #expect(String(decoding: decision, as: UTF8.self) == expected)
}
