import DecisionModel
import Diagnostics
import PlaybookModel
import PolicyProofs

/// Something that follows from all conditions of a playbook together. One file a check; its words stand at the file's
/// end.
protocol ProofCheck: Sendable {
  func run(on playbook: Playbook, _ proofs: inout PolicyProofs, report: (Diagnostic) -> Void)
}

/// Every check of what can be proved.
let allProofs: [any ProofCheck] = [UnreachableCategory(), ConstantCondition(), LateHold()]

/// What can be proved of a playbook without errors.
struct PolicyCheck: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    // A program that cannot be prepared has its finding, or is a fault of ours that every other use of it shows.
    guard playbook.canBeProved, var proofs = try? PolicyProofs(playbook.judge) else { return }
    for check in allProofs { check.run(on: playbook, &proofs, report: report) }
  }
}

extension Playbook {
  /// Whether everything can be proved in a moment: each category is held against all that those above it ask for.
  fileprivate var canBeProved: Bool {
    let size = allConditions.count + lexicons.reduce(0) { $0 + $1.terms.count }
    return size <= 5_000_000 / max(categories.count, 1)
  }

  /// The categories and escalations in force, as their places in the program count them.
  var activeCategories: [Category] { categories.filter { $0.status == .active } }
  var activeEscalations: [Escalation] { escalations.filter { $0.status == .active } }
}
