import ArgumentParser
import AuthorLedger
import Diagnostics

struct PardonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pardon", abstract: "Forgive an author's strikes: they count no longer.")

  @Argument(help: "Who, as the platform names them.")
  var author: String

  @Option(help: "Only on this ladder.")
  var ladder: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var acting: ActOptions

  func run() throws {
    let ledger = try ledger.open()
    let act = try acting.act()
    let event = try ledgerWork { try ledger.pardon(Array(author.utf8), on: self.ladder, act) }
    print("Recorded as event \(event.number): pardoned\(self.ladder.map { " on \(visible($0))" } ?? "").")
  }
}
