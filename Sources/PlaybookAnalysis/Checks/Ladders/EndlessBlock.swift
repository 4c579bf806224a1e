import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A rung that blocks for good, and against which nobody can object.
struct EndlessBlock: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    for rung in playbook.ladders.flatMap(\.rungs) where rung.appeal == nil {
      for action in rung.orders.must where action.name == "block" && !action.hasEnd { report(.endlessBlock(action)) }
    }
  }
}

extension Diagnostic {
  fileprivate static func endlessBlock(_ action: OrderedAction) -> Diagnostic {
    Diagnostic(
      "endless-block", .warning, "this block has no end, and nobody can object to it", at: action.span,
      help: "write how long it lasts, as in `{block: {for: 90 days}}`, or add an `appeal` to the rung")
  }
}
