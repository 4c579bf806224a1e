import DecisionModel
import Diagnostics
import PlaybookModel
import PolicyProofs

/// Something that follows from all conditions of a playbook together. One file a check; its words stand at the file's
/// end.
protocol ProofCheck: Sendable {
  func run(on playbook: Playbook, _ proofs: inout PolicyProofs, report: (Diagnostic) -> Void)
}

/// Every check of what can be proved: what tells of whole clauses before what tells of their parts.
let allProofs: [any ProofCheck] = [
  LadderCheck(), ConstantCondition(), RenamedCopy(), UnreachableCategory(), IdleCondition(), ShadowedPart(),
  ShadowedPlan(),
  ThresholdSeam(), ContradictoryOrders(), LateHold(), TrialEffect(),
]

/// What can be proved of a playbook without errors.
struct PolicyCheck: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    // A program that cannot be prepared has its finding, or is a fault of ours that every other use of it shows.
    guard playbook.canBeProved, var proofs = try? PolicyProofs(playbook.judge) else { return }
    var told = ToldPlaces(playbook)
    for check in allProofs {
      check.run(on: playbook, &proofs) { finding in
        if told.isNews(finding) { report(finding) }
      }
    }
  }
}

/// The places of which findings tell already: what follows from them is not told again.
private struct ToldPlaces {
  /// By where the name of a clause stands: the whole clause.
  private let wholes: [Span: Span]
  private var told: [Span] = []

  init(_ playbook: Playbook) {
    let definitions =
      playbook.signals.map(\.definition) + playbook.categories.map(\.definition)
      + playbook.escalations.map(\.definition)
    wholes = Dictionary(definitions.map { ($0.nameSpan, $0.span) }) { first, _ in first }
  }

  mutating func isNews(_ finding: Diagnostic) -> Bool {
    guard Self.namesOfCauses.contains(finding.name) else { return !told.contains(finding.span) }
    if told.contains(where: { $0.holds(finding.span) }) { return false }
    told.append(wholes[finding.span] ?? finding.span)
    return true
  }

  /// Findings that are the cause of others in the same place.
  private static let namesOfCauses: Set<Diagnostic.Name> = [
    "impossible-condition", "certain-condition", "renamed-copy", "unreachable-category", "idle-condition",
    "shadowed-part",
  ]
}

extension Span {
  fileprivate func holds(_ other: Span) -> Bool {
    file == other.file && start <= other.start && other.end <= end
  }
}

extension Playbook {
  /// Whether everything can be proved in a moment: each category is held against all that those above it ask for.
  var canBeProved: Bool {
    let size = allConditions.count + lexicons.reduce(0) { $0 + $1.terms.count }
    return size <= 5_000_000 / max(categories.count, 1)
  }

  /// The categories and escalations in force, as their places in the program count them.
  var activeCategories: [Category] { categories.filter { $0.status == .active } }
  var activeEscalations: [Escalation] { escalations.filter { $0.status == .active } }
}
