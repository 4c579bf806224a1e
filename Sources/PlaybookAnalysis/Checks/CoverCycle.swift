import Diagnostics
import PlaybookModel

/// Teams that cover for one another in a circle: outside all their hours nobody acts.
struct CoverCycle: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    var teams: [String: Team] = [:]
    for team in playbook.teams { teams[team.definition.name] = team }
    let found = circles(among: playbook.teams.map(\.definition.name)) { name in
      teams[name]?.cover.map { [$0] } ?? []
    }
    for circle in found { report(.coverCycle(circle.compactMap { teams[$0] })) }
  }
}

extension Diagnostic {
  fileprivate static func coverCycle(_ circle: [Team]) -> Diagnostic {
    Diagnostic(
      "cover-cycle", .error, "the team `\(circle[0].definition.name)` is covered by itself in the end",
      at: circle[0].definition.nameSpan,
      related: circle.dropFirst().map { .init(span: $0.definition.nameSpan, label: "by way of this team") },
      help: "let a team that is open `always` end the chain")
  }
}
