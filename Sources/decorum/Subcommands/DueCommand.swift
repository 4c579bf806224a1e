import ArgumentParser
import AuthorLedger
import DecisionModel
import Foundation

struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List what is due, at risk and overdue, by team.",
    discussion: """
      At risk is what has less than a quarter of its time left. An escalation that ran out stands with its next level. \
      Ends with 1 where something is overdue, unless --watch keeps it on the screen.
      """)

  @Option(help: "Only what this team owes, or what waits for its word.")
  var team: String?

  @Flag(help: "Write the list as JSON.")
  var json = false

  @Flag(help: "Keep the list on the screen until Control-C.")
  var watch = false

  @OptionGroup var options: DeskOptions

  func validate() throws {
    if watch, options.now != nil { throw ValidationError("--watch shows the present; it takes no --now.") }
    if watch, json { throw ValidationError("--watch is for people, --json for programs.") }
  }

  func run() throws {
    let desk = try options.desk()
    if watch { return try DueScreen(desk: desk, team: team, zone: options.zone).run() }
    let now = try moment(options.now, in: options.zone.table(else: try desk.zone()))
    let list = try desk.due(at: now, team: team)
    if json {
      try Output.write(list.json + [0x0A])
    } else {
      try Output.write(Array((try desk.text(of: list, in: options.zone).text + "\n").utf8))
    }
    try Output.flush()
    if list.count(.overdue) > 0 { throw Status.findings }
  }
}
