import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// Working time of a team that has no hours: it runs day and night, which is hardly what was meant. Of a plan without
/// an owner it is said that it has none.
struct WorkingTimeWithoutHours: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    for response in playbook.responses {
      guard let reply = response.reply, let within = reply.within, within.isWorkingTime, let span = reply.withinSpan,
        let name = response.owner
      else { continue }
      guard let owner = playbook.teams.first(where: { $0.definition.name.utf8.elementsEqual(name.utf8) }),
        owner.hours.isEmpty
      else { continue }
      report(.workingTimeWithoutHours(within, of: owner, at: span))
    }
  }
}

extension Diagnostic {
  fileprivate static func workingTimeWithoutHours(_ within: Allowance, of owner: Team, at span: Span) -> Diagnostic {
    let name = owner.definition.name.shown
    return Diagnostic(
      "working-time-without-hours", .warning, "working time runs day and night, since `\(name)` has no `hours`",
      at: span, related: [.init(span: owner.definition.nameSpan, label: "this team has to answer")],
      help: "give `\(name)` its `hours`, or write plain time: `\(within.length)`")
  }
}
