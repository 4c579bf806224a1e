import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A plan that names nobody who answers, or no time by which the answer stands.
struct IncompletePlan: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    for plan in playbook.responses {
      if plan.owner == nil, plan.answers || !plan.steps.isEmpty { report(.planWithoutOwner(plan.definition)) }
      let isOptional = plan.reply?.isOptional == true
      if plan.answers, plan.reply?.within == nil, !isOptional { report(.planWithoutDeadline(plan.definition)) }
    }
  }
}

extension Diagnostic {
  fileprivate static func planWithoutOwner(_ plan: Definition) -> Diagnostic {
    Diagnostic(
      "plan-without-owner", .warning, "nobody owns the plan `\(plan.name.shown)`", at: plan.nameSpan,
      help: "add `owner` with the team that answers")
  }

  fileprivate static func planWithoutDeadline(_ plan: Definition) -> Diagnostic {
    Diagnostic(
      "plan-without-deadline", .warning, "the plan `\(plan.name.shown)` does not say by when the answer stands",
      at: plan.nameSpan, help: "add `reply: {within: …}`, or `reply: {optional: yes}` where no answer is owed")
  }
}
