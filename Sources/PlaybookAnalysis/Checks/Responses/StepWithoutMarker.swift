import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A test expects that a draft lacks a step, and nothing says how a draft would show it.
struct StepWithoutMarker: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    let shown = playbook.steps.filter { $0.shownBy != nil }.map(\.definition.name)
    for case .draft(let draft, let expected) in playbook.tests.map(\.subject) {
      guard let plan = playbook.responses.first(where: { $0.definition.name == draft.plan }) else { continue }
      for step in expected.lacks ?? [] where !shown.contains(where: step.isExactly) && plan.has(step) {
        report(.stepWithoutMarker(step, at: expected.span))
      }
    }
  }
}

extension Response {
  fileprivate func has(_ step: String) -> Bool { steps.contains { $0.name.isExactly(step) } }
}

extension Diagnostic {
  fileprivate static func stepWithoutMarker(_ step: String, at span: Span) -> Diagnostic {
    Diagnostic(
      "step-without-marker", .error, "nothing says how a draft shows the step `\(step.shown)`", at: span,
      help: "add `std/reply-standards` to `imports`, or `\(step.shown): {shown_by: …}` under `response_steps`")
  }
}
