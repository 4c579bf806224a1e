import ArgumentParser
import AuthorLedger
import DecisionModel
import Foundation
import ReplyReview

/// What every command has by which something is recorded of cases.
struct CaseDeedOptions: ParsableArguments {
  @Argument(help: "The numbers of the cases.")
  var cases: [Int64]

  @Option(help: ArgumentHelp("Who did it; by default who is logged in.", valueName: "name"))
  var by: String?

  @Option(
    help: "What was written or why it was done; `-` reads it from standard input. It is kept sealed, and can be erased."
  )
  var text: String?

  @Option(help: "When it was done, such as 2026-12-01T10:00:00Z; by default now.")
  var now: String?

  @OptionGroup var zone: ZoneOptions
  @OptionGroup var ledger: LedgerOptions

  fileprivate var actor: String { by ?? NSUserName() }

  fileprivate func note() throws -> String? {
    guard text == "-" else { return text }
    let data = FileHandle.standardInput.readData(ofLength: CaseDeedOptions.longestText + 1)
    guard data.count <= CaseDeedOptions.longestText else {
      throw Failure("the text is longer than \(CaseDeedOptions.longestText) bytes")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static let longestText = 65_536
}

/// What is said of something that was written.
struct Remarks {
  let text: String
  /// Whether the command ends with 1 for it.
  let areFindings: Bool
}

/// A command that records one deed of each case that it names.
protocol CaseDeedCommand: ParsableCommand {
  var options: CaseDeedOptions { get }
  /// What was done; nil where it is an action of a decision or a rung, which `action` names.
  var deed: CaseDeed? { get }
  var action: String? { get }
  /// Whether it is refused where nothing of the case waits for it: most likely a name is misspelt.
  var mustBeWaitedFor: Bool { get }

  /// What is to be said of what was written, by the case as it is before it is recorded.
  func remarks(on text: String, _ file: CaseFile, _ desk: CaseDesk) throws -> Remarks?
}

extension CaseDeedCommand {
  var action: String? { nil }
  var mustBeWaitedFor: Bool { false }

  func remarks(on text: String, _ file: CaseFile, _ desk: CaseDesk) throws -> Remarks? { nil }

  func run() throws {
    let desk = CaseDesk(try options.ledger.open())
    let note = try options.note()
    let files = try options.cases.map { try desk.file($0) }
    let zone = options.zone.table(else: files.first?.playbook.flatMap(desk.ledger.program)?.zone)
    let now = try moment(options.now, in: zone)
    if mustBeWaitedFor { try files.forEach { try refuseWhatNothingWaitsFor($0, desk, now) } }
    var hasFindings = false
    for before in files {
      let remarks = try note.flatMap { try self.remarks(on: $0, before, desk) }
      try record(in: before.number, PersonalAct(by: options.actor, at: now, note: note), desk)
      let file = try desk.file(before.number)
      print(CaseListText(files: [file], now: now, zone: zone).text(naming: desk.authorName))
      if let remarks { print("\n" + remarks.text) }
      hasFindings = hasFindings || remarks?.areFindings == true
    }
    if hasFindings { throw Status.findings }
  }

  private func record(in number: Int64, _ act: PersonalAct, _ desk: CaseDesk) throws {
    try ledgerWork {
      if let deed {
        try desk.ledger.record(deed, inCase: number, act)
      } else if let action {
        try desk.ledger.recordDone(action, inCase: number, act)
      }
    }
  }

  /// Tries it on the case as it is.
  private func refuseWhatNothingWaitsFor(_ file: CaseFile, _ desk: CaseDesk, _ now: Instant) throws {
    guard let happening = deed.map({ Happening.handled($0, case: file.number) }) else { return }
    var after = file
    after.add(
      LedgerEvent(
        number: .max, author: file.author, place: .max, at: now, actor: options.actor, playbook: file.playbook,
        happening: happening), programs: desk.ledger.program)
    if after.duties == file.duties { throw Failure("nothing of case \(file.number) waits for that") }
  }
}

struct CaseTakenCommand: CaseDeedCommand {
  static let configuration = CommandConfiguration(
    commandName: "taken", abstract: "Somebody took cases over.",
    discussion: "Without --team, every escalation of the case is taken over; with it, those that name the team.")

  @Option(help: "The team for which it was taken over.")
  var team: String?

  @OptionGroup var options: CaseDeedOptions

  var deed: CaseDeed? { .taken(team: team) }
}

struct CaseRepliedCommand: CaseDeedCommand {
  static let configuration = CommandConfiguration(
    commandName: "replied", abstract: "Cases were answered.",
    discussion: """
      The answer goes with --text, and is held to the plan that the case waits for, as `decorum review` does before it is \
      sent. It is recorded in any case, since it was sent: but where it breaks the plan or a standard, that is said, and \
      the command ends with 1.
      """)

  @Flag(help: "End with 0 also where the answer breaks the plan.")
  var anyway = false

  @OptionGroup var options: CaseDeedOptions

  var deed: CaseDeed? { .replied }

  func remarks(on text: String, _ file: CaseFile, _ desk: CaseDesk) throws -> Remarks? {
    guard let reply = try SentReply(text, in: file, desk) else { return nil }
    let review = reply.review
    if review.findings.isEmpty { return nil }
    return Remarks(text: reply.report(review).text, areFindings: !review.passes && !anyway)
  }
}

struct CaseMovedCommand: CaseDeedCommand {
  static let configuration = CommandConfiguration(
    commandName: "moved", abstract: "Cases go on in private.")

  @OptionGroup var options: CaseDeedOptions

  var deed: CaseDeed? { .movedToPrivate }
}

struct CaseApproveCommand: CaseDeedCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Somebody said yes to an action, or let a held answer go.")

  @Option(name: .customLong("action"), help: "The action, such as block or reply.")
  var approved: String

  @Option(help: "The team for which it was said.")
  var team: String

  @OptionGroup var options: CaseDeedOptions

  var deed: CaseDeed? { .approved(action: approved, team: team) }
  var mustBeWaitedFor: Bool { true }
}

struct CaseRefuseCommand: CaseDeedCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse", abstract: "Somebody said no to an action, or to an answer that they hold.")

  @Option(name: .customLong("action"), help: "The action, such as block or reply.")
  var refused: String

  @Option(help: "The team for which it was said.")
  var team: String

  @OptionGroup var options: CaseDeedOptions

  var deed: CaseDeed? { .refused(action: refused, team: team) }
  var mustBeWaitedFor: Bool { true }
}

struct CaseDoneCommand: CaseDeedCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "An action was carried out: the warning was sent, the block was set.")

  @Option(name: .customLong("action"), help: "The action, or the rung of a ladder that ordered it.")
  var carriedOut: String

  @OptionGroup var options: CaseDeedOptions

  var deed: CaseDeed? { nil }
  var action: String? { carriedOut }
}

struct CaseFollowedUpCommand: CaseDeedCommand {
  static let configuration = CommandConfiguration(
    commandName: "followed-up", abstract: "A later step of the plan was taken.")

  @Option(help: "The step, such as follow_up.")
  var step: String

  @OptionGroup var options: CaseDeedOptions

  var deed: CaseDeed? { .followedUp(step: step) }
  var mustBeWaitedFor: Bool { true }
}

struct CaseEndedCommand: CaseDeedCommand {
  static let configuration = CommandConfiguration(
    commandName: "ended", abstract: "An action that lasted was ended: the block was lifted.")

  @Option(name: .customLong("action"), help: "The action, such as block.")
  var over: String

  @OptionGroup var options: CaseDeedOptions

  var deed: CaseDeed? { .ended(action: over) }
  var mustBeWaitedFor: Bool { true }
}

struct CaseResolvedCommand: CaseDeedCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolved", abstract: "Cases are resolved; a new comment opens them again.")

  @OptionGroup var options: CaseDeedOptions

  var deed: CaseDeed? { .resolved }
}
