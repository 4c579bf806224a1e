import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A ladder on which a strike counts for ever.
struct UnforgottenStrikes: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    for ladder in playbook.ladders
    where ladder.forgetAfter == nil && ladder.rungs.contains(where: { $0.strikes != nil }) {
      report(.unforgottenStrikes(ladder.definition))
    }
  }
}

extension Diagnostic {
  fileprivate static func unforgottenStrikes(_ ladder: Definition) -> Diagnostic {
    Diagnostic(
      "unforgotten-strikes", .warning, "strikes on the ladder `\(ladder.name.shown)` are never forgotten",
      at: ladder.nameSpan, help: "add `forget_after`, as in `forget_after: 90 days`")
  }
}
