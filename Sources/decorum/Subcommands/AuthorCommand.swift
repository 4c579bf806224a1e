import ArgumentParser
import AuthorLedger
import DecisionModel
import Diagnostics
import Foundation

struct AuthorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "author", abstract: "Say how an author stands: their strikes, what happened, and what comes next.")

  @Argument(help: "Who, as the platform names them.")
  var author: String

  @OptionGroup var ledger: LedgerOptions

  @Option(help: "How many events are shown.")
  var latest = 20

  @Option(help: "The instant, such as 2026-12-01T10:00:00Z; by default the present.")
  var now: String?

  @Flag(help: "Write it as JSON.")
  var json = false

  func validate() throws {
    if !(0...100_000).contains(latest) { throw ValidationError("--latest is a number from 0 to 100000.") }
  }

  func run() throws {
    let ledger = try ledger.open()
    let instant = try moment(now, in: .utc)
    let file = try ledgerWork { try ledger.author(Array(author.utf8), at: instant, most: latest) }
    guard let file else { throw Failure("the ledger knows nobody who is called `\(visible(author))`") }
    if json { return print(String(decoding: file.json, as: UTF8.self)) }
    print(AuthorReport(file, called: author, style: ReportStyle(hasColours: Terminal.output.hasColours)).text)
  }
}
