import ArgumentParser
import AuthorLedger
import DecisionModel
import Foundation

struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "Show cases, and record what people did about them.",
    discussion: """
      A case is the comments of one author in one thread, with what they want of people. One deed meets all that asks \
      for it: `case replied` answers every comment of the case that waits for an answer.
      """,
    subcommands: [
      CaseListCommand.self, CaseShowCommand.self, CaseTakenCommand.self, CaseRepliedCommand.self,
      CaseMovedCommand.self, CaseApproveCommand.self, CaseRefuseCommand.self, CaseDoneCommand.self,
      CaseFollowedUpCommand.self, CaseEndedCommand.self, CaseResolvedCommand.self,
    ])
}

struct CaseListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the cases that want something of somebody, or will.",
    discussion: """
      A comment without a thread that never wanted anything is in no list; `decorum case show` shows it.
      """)

  @Flag(help: "Those that want nothing any more, in place of them.")
  var closed = false

  @Flag(help: "Both.")
  var all = false

  @Flag(help: "Write one JSON object a line.")
  var json = false

  @OptionGroup var options: DeskOptions

  func validate() throws {
    if closed, all { throw ValidationError("--all has the closed ones in it.") }
  }

  private var which: CaseSelection { all ? .all : closed ? .closed : .pending }

  func run() throws {
    let desk = try options.desk()
    let zone = options.zone.table(else: try desk.zone())
    let list = CaseListText(
      files: try desk.files(which), now: try moment(options.now, in: zone), zone: zone,
      whenNone: closed ? "No case is closed." : all ? "There is no case." : "No case wants anything.")
    try Output.write(json ? list.json : Array((list.text(naming: desk.authorName) + "\n").utf8))
    try Output.flush()
  }
}

struct CaseShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a case: its comments, what was done, and what is still to be done.")

  @Argument(help: "The number of the case.")
  var number: Int64

  @Flag(help: "Write the case as JSON.")
  var json = false

  @OptionGroup var options: DeskOptions

  func run() throws {
    let desk = try options.desk()
    let file = try desk.file(number)
    let zone = options.zone.table(else: file.playbook.flatMap(desk.ledger.program)?.zone)
    let events = try ledgerWork { try desk.ledger.events(ofCase: number) }
    let text = CaseText(
      file: file, events: events, now: try moment(options.now, in: zone), zone: zone,
      style: ReportStyle(hasColours: Terminal.output.hasColours), desk: desk)
    try Output.write(json ? text.json + [0x0A] : Array((text.text + "\n").utf8))
    try Output.flush()
  }
}
