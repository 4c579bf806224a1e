import DecisionModel

// Whether the playbook wants an answer at all, and whether it may be sent yet.
extension Examination {
  var permission: [ReviewFinding] {
    guard let decision else { return [] }
    guard let reply = decision.reply else {
      return [
        ReviewFinding(
          .notOrdered, .error, "The playbook orders no answer to this comment.",
          instead: "\(decision.summary)")
      ]
    }
    let mismatch = draft.plan.flatMap { $0.utf8.elementsEqual(reply.plan.utf8) ? nil : $0 }
    if let mismatch {
      return [
        ReviewFinding(
          .notOrdered, .warning,
          "The playbook answers this comment by the plan `\(reply.plan)`, and the draft is held to `\(mismatch)`.")
      ]
    }
    guard !reply.heldBy.isEmpty else { return [] }
    let teams = reply.heldBy.map { name in program.teams.first { $0.name == name }?.title ?? name }
    return [
      ReviewFinding(
        .held, .warning, "The answer waits for the word of \(teams.joined(separator: " and ")).",
        instead: "Send it once they said yes.")
    ]
  }
}
