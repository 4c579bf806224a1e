import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A team with somebody to cover for it, and no time at which it is closed.
struct CoverNeverActs: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    guard playbook.holidays.isEmpty else { return }
    let names = Set(playbook.teams.map { Array($0.definition.name.utf8) })
    for team in playbook.teams where team.holidays.isEmpty {
      guard let cover = team.cover, names.contains(Array(cover.utf8)) else { continue }
      let isAlwaysOpen = WeeklyHours.gaps(between: [team.week ?? .always]).isEmpty
      if isAlwaysOpen { report(.coverNeverActs(cover, for: team)) }
    }
  }
}

extension Diagnostic {
  fileprivate static func coverNeverActs(_ cover: String, for team: Team) -> Diagnostic {
    let name = team.definition.name.shown
    let isOpen = team.hours.isEmpty ? "has no `hours` and so is always open" : "is always open"
    let hours = team.hours.isEmpty ? "`hours`" : "hours outside which it is closed"
    return Diagnostic(
      "cover-never-acts", .warning, "`\(cover.shown)` never covers for `\(name)`, which \(isOpen)",
      at: team.definition.nameSpan, help: "give `\(name)` \(hours), or leave `cover` out")
  }
}
