import DecisionEngine
import DecisionOracle
import DecisionModel
import Diagnostics
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline

/// Ends the process where the compiler does with a playbook what it may do with none.
public func claimAboutPlaybook(_ bytes: [UInt8]) {
  let files = [InMemoryFile("playbook.yaml", bytes), InMemoryFile("words.txt", "idiot\nmoron* # rude\n")]
  guard let analysis = try? checkPlaybook("playbook.yaml", in: files) else {
    precondition(bytes.count > FileReader.largest, "a playbook that is there was not read")
    return
  }
  for finding in analysis.findings { claim(finding, in: analysis.files) }
  guard !analysis.hasErrors else { return }
  guard let playbook = analysis.playbook else { preconditionFailure("there is no playbook, and no error says why") }
  for document in publishPlaybook(playbook) { precondition(!document.text.isEmpty, "a document is empty") }
  claimAboutDecisions(analysis)
}

private func claim(_ finding: Diagnostic, in files: SourceFiles) {
  for span in [finding.span] + finding.related.map(\.span) {
    precondition(files.files.indices.contains(span.file.number), "a finding stands in no file")
    precondition(0 <= span.start && span.start <= span.end, "a finding ends before it begins")
    precondition(span.end <= files[span.file].bytes.count, "a finding stands beyond the end of its file")
  }
  precondition(!finding.message.isEmpty, "a finding says nothing")
  precondition(!TerminalRenderer(files: files).render(finding).isEmpty, "a finding prints nothing")
}

/// A playbook without errors is a program, which decides.
private func claimAboutDecisions(_ analysis: Analysis) {
  guard let compiled = try? compilePlaybook(analysis) else {
    preconditionFailure("there is no program, and no error says why")
  }
  guard let again = try? readProgram(compiled.bytes) else { preconditionFailure("the program cannot be read back") }
  guard let oracle = try? compiled.oracle(), let engine = try? again.engine() else {
    preconditionFailure("the program contradicts itself")
  }
  for text in comments {
    let comment = Comment(text: Array(text.utf8), now: Instant(seconds: 1_796_000_000))
    let decision = oracle.decide(comment)
    claim(decision, about: comment.text)
    precondition(engine.decide(comment).json == decision.json, "engine and oracle differ once the program is read back")
  }
  precondition((try? testPlaybook(analysis)) != nil, "the tests cannot be run")
}

private let comments = [
  "", "you 1d10ts, I want my money back!!! See you in court.",
  "Thanks a lot @harbour, great #coffee 😀 https://a.example/x?y",
]
