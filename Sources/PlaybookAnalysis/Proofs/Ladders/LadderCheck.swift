import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// Something that every sequence of events on a ladder shows, or one of them.
protocol LadderProof: Sendable {
  func run(on ladder: Ladder, _ findings: LadderFindings, in playbook: Playbook, report: (Diagnostic) -> Void)
}

/// Every check of what is proved of a ladder.
private let allLadderProofs: [any LadderProof] = [
  UnreachableRung(), BlockWithoutWarning(), WeakerRung(), RewardedMisconduct(), StuckAuthor(),
]

/// What can be proved of the ladders in force or on trial. Each is explored once.
struct LadderCheck: ProofCheck {
  func run(on playbook: Playbook, _ proofs: inout PolicyProofs, report: (Diagnostic) -> Void) {
    for ladder in playbook.ladders {
      let place = proofs.program.ladders.firstIndex { $0.name.isExactly(ladder.definition.name) }
      guard let findings = place.flatMap({ proofs.findings(onLadder: $0) }) else { continue }
      for check in allLadderProofs { check.run(on: ladder, findings, in: playbook, report: report) }
      for why in findings.undecided { report(.undecidedLadder(ladder.definition, why)) }
    }
  }
}

extension Diagnostic {
  fileprivate static func undecidedLadder(_ ladder: Definition, _ why: String) -> Diagnostic {
    Diagnostic(
      "undecided-policy", .note, "not everything about the ladder `\(ladder.name.shown)` is decided: \(why)",
      at: ladder.nameSpan)
  }
}
