import DecisionModel
import Diagnostics

// What is done now, later, and not here.
extension DecisionReport {
  func lines(_ action: DecidedAction) -> [String] {
    let definition = program.actions.first { $0.name == action.action }
    var details: [String] = []
    if let definition, !definition.isBuiltIn { details.append(visible(definition.title)) }
    if let team = action.to { details.append(title(of: team)) }
    let levels = action.levels.map { "\(title(of: $0.team)) by \(clock($0.due))" }
    if !levels.isEmpty { details.append(levels.joined(separator: ", then ")) }
    details += terms(action)
    if !action.heldBy.isEmpty { details.append("waits for \(titles(action.heldBy, "and"))") }
    details += agreements(on: action)
    let name = details.isEmpty ? action.action : padded(action.action)
    return [style.name(name) + details.joined(separator: ", ")]
      + (action.say.map { [padded("") + "“\(visible($0))”"] } ?? [])
  }

  /// "for 7 days", "at 2026-12-03 10:00", "with earlier comments on conduct of the last 30 days".
  private func terms(_ action: DecidedAction) -> [String] {
    let duration = action.duration.map { $0 == .untilResolved ? "\($0)" : "for \($0.picked)" }
    let due = action.due.map { "at \(clock($0)) if nothing happens before" }
    let reach = action.alsoLast.map { length in
      "with earlier comments\(action.ladder.map { " on \($0)" } ?? "") of the last \(length)"
    }
    return [duration, due, reach].compactMap { $0 }
  }

  private func agreements(on action: DecidedAction) -> [String] {
    let approvals = decision.approvals.filter { $0.action == action.action }.map(\.approval)
    let asked = approvals.flatMap(\.teams)
    let others = action.awaiting.filter { !asked.contains($0) }.map { Approval(teams: [$0]) }
    return (approvals + others).map { approval in
      approval.count > 1
        ? "once \(approval.count) of \(titles(approval.teams, "and")) agree"
        : "once \(titles(approval.teams, "or")) agrees"
    }
  }

  private func titles(_ teams: [String], _ conjunction: String) -> String {
    teams.map(title).joined(separator: " \(conjunction) ")
  }

  var later: String { section("Later", decision.followUps.map(line)) }

  /// "follow up  Customer care, 7 days after it is resolved", "mute       ends by 2026-12-09 09:00".
  private func line(_ followUp: FollowUp) -> String {
    var details: [String] = []
    if let owner = followUp.owner { details.append(title(of: owner)) }
    if let due = followUp.due {
      details.append("\(followUp.isEnd ? "ends" : "by") \(clock(due))")
    } else if let since = followUp.since {
      details.append("\(followUp.after.map { "\($0) after" } ?? "when") it is \(since.rawValue)")
    }
    if followUp.untilResolved { details.append("until it is resolved") }
    if followUp.onRequest { details.append("sooner if the author asks") }
    return padded(followUp.name, to: 16) + details.joined(separator: ", ")
  }

  /// What the channel cannot do.
  var impossible: String {
    section(
      "Not possible here",
      decision.unavailable.map { lack in
        lack.fallback.map { "\(padded(lack.action))instead: \(visible($0))" } ?? lack.action
      })
  }
}

extension FollowUp {
  fileprivate var isEnd: Bool {
    if case .endOf = deed { true } else { false }
  }
}
