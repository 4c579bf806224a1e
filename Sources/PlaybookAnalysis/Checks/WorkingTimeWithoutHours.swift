import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// Working time of a team that has no hours: it runs day and night, which is hardly what was meant. Of a plan without
/// an owner it is said that it has none.
struct WorkingTimeWithoutHours: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    func team(_ name: String) -> Team? {
      playbook.teams.first { $0.definition.name.utf8.elementsEqual(name.utf8) }
    }
    for response in playbook.responses {
      guard let reply = response.reply, let within = reply.within, within.isWorkingTime, let span = reply.withinSpan,
        let owner = response.owner.flatMap(team), owner.hours.isEmpty
      else { continue }
      report(.workingTimeWithoutHours(within, of: owner, at: span))
    }
    for action in playbook.orders.flatMap({ $0.must + $0.may }) {
      guard let within = action.terms.within, within.isWorkingTime else { continue }
      if action.team == nil { report(.workingTimeOfNobody(within, action)) }
      if let owner = action.team.flatMap(team), owner.hours.isEmpty {
        report(.workingTimeWithoutHours(within, of: owner, at: action.span))
      }
    }
  }
}

extension Playbook {
  /// What the categories, the rungs and the escalations order.
  fileprivate var orders: [Orders] {
    categories.map(\.orders) + ladders.flatMap(\.rungs).map(\.orders) + escalations.map(\.orders)
  }
}

extension Diagnostic {
  fileprivate static func workingTimeWithoutHours(_ within: Allowance, of owner: Team, at span: Span) -> Diagnostic {
    let name = owner.definition.name.shown
    return Diagnostic(
      "working-time-without-hours", .warning, "working time runs day and night, since `\(name)` has no `hours`",
      at: span, related: [.init(span: owner.definition.nameSpan, label: "this team has to act")],
      help: "give `\(name)` its `hours`, or write plain time: `\(within.length)`")
  }

  fileprivate static func workingTimeOfNobody(_ within: Allowance, _ action: OrderedAction) -> Diagnostic {
    Diagnostic(
      "working-time-without-hours", .warning,
      "working time runs day and night, since `\(action.name.shown)` names no team",
      at: action.span, help: "add `team` with the team whose hours count, or write plain time: `\(within.length)`")
  }
}
