import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// A rung that is milder than one before it, so that an author who goes on is better off. How hard an action of the
/// playbook's own is nobody knows, so rungs that enforce by one are left alone.
struct WeakerRung: LadderProof {
  func run(on ladder: Ladder, _ findings: LadderFindings, in playbook: Playbook, report: (Diagnostic) -> Void) {
    for (rung, earlier, story) in findings.weaker {
      report(.weakerRung(ladder.rungs[rung], ladder.rungs[earlier], story))
    }
  }
}

extension Diagnostic {
  fileprivate static func weakerRung(_ rung: Rung, _ earlier: Rung, _ story: LadderStory) -> Diagnostic {
    Diagnostic(
      "weaker-rung", .warning,
      "the rung `\(rung.definition.name.shown)` is milder than `\(earlier.definition.name.shown)` before it",
      at: rung.definition.nameSpan, related: [.init(span: earlier.definition.nameSpan, label: "this one")],
      witness: story.text, help: "order the rungs from mild to hard")
  }
}
