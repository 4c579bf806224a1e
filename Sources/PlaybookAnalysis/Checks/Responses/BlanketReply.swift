import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A public answer that is the same for everybody: each of its steps has one wording, with neither a fact nor a blank.
struct BlanketReply: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    for plan in playbook.responses {
      guard let reply = plan.reply, reply.place != .privately else { continue }
      let steps = plan.steps.filter { !$0.isFollowUp }
      if !steps.isEmpty, steps.allSatisfy(\.isTheSameForAll) { report(.blanketReply(plan.definition)) }
    }
  }
}

extension Step {
  fileprivate var isTheSameForAll: Bool {
    wordings.count == 1 && wordings.allSatisfy { $0.facts.isEmpty && !$0.hasBlank }
  }
}

extension Diagnostic {
  fileprivate static func blanketReply(_ plan: Definition) -> Diagnostic {
    Diagnostic(
      "blanket-reply", .warning, "everybody who is answered by `\(plan.name.shown)` reads the same words",
      at: plan.nameSpan, help: "add a fact such as `{author.name}`, a blank such as `[what happened]`, or alternatives")
  }
}
