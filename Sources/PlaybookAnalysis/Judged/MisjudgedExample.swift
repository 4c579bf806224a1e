import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PlaybookTesting

/// An example that its definition does not take, or a counterexample that it does.
struct MisjudgedExample: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    let shown =
      playbook.lexicons.map(\.examples) + playbook.signals.map(\.examples) + playbook.categories.map(\.examples)
    guard playbook.canJudge(shown.reduce(0) { $0 + $1.positive.count + $1.negative.count }) else { return }
    // A program that cannot be prepared has its finding, or is a fault of ours that every other use of it shows.
    guard let results = try? runExamples(of: playbook, compiledTo: playbook.judge) else { return }
    for result in results {
      guard case .failed(let mismatches) = result.outcome, let mismatch = mismatches.first else { continue }
      report(result.kind == .example ? .misjudgedExample(mismatch) : .misjudgedCounterexample(mismatch))
    }
  }
}

extension Diagnostic {
  fileprivate static func misjudgedExample(_ mismatch: Mismatch) -> Diagnostic {
    Diagnostic(
      "misjudged-example", .warning, mismatch.sentence("example"), at: mismatch.span,
      help: "widen the condition, or move the example to where it belongs")
  }

  fileprivate static func misjudgedCounterexample(_ mismatch: Mismatch) -> Diagnostic {
    Diagnostic(
      "misjudged-counterexample", .warning, mismatch.sentence("counterexample"), at: mismatch.span,
      help: "narrow the condition with `unless` or `except`, or leave the counterexample out")
  }
}

extension Mismatch {
  fileprivate func sentence(_ kind: String) -> String {
    switch what {
    case "category": "this \(kind) gets the category `\(actual.shown)`"
    case "comment": "this \(kind) cannot be judged: \(actual)"
    default: "the \(what) \(actual) for this \(kind)"
    }
  }
}
