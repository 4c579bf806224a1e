import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// A rung that blocks an author to whom no warning was sent. To a rung that a category takes at the least the gravity of
/// what was done leads, and no number.
struct BlockWithoutWarning: LadderProof {
  func run(on ladder: Ladder, _ findings: LadderFindings, in playbook: Playbook, report: (Diagnostic) -> Void) {
    for (rung, story) in findings.unwarned {
      report(.blockWithoutWarning(ladder.rungs[rung], warning: ladder.rungs[..<rung].last(where: \.warns), story))
    }
  }
}

extension Rung {
  fileprivate var warns: Bool {
    let names = orders.must.map(\.name)
    return !wordings.isEmpty && !names.contains("block")
      || names.contains { ["warn", "reply", "message"].contains($0) }
  }
}

extension Diagnostic {
  fileprivate static func blockWithoutWarning(_ rung: Rung, warning: Rung?, _ story: LadderStory) -> Diagnostic {
    Diagnostic(
      "block-without-warning", .warning, "`\(rung.definition.name.shown)` blocks whoever was never warned",
      at: rung.definition.nameSpan, witness: story.text,
      help: warning.map { "add `needs: \($0.definition.name.shown)`" }
        ?? "write a rung that does `warn` before it, and name it with `needs`")
  }
}
