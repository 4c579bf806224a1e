import ArgumentParser
import AuthorLedger
import Diagnostics

struct ModeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mode", abstract: "Switch a mode of the playbook on or off, for all that is decided with the ledger.")

  enum Setting: String, ExpressibleByArgument, CaseIterable { case on, off }

  @Argument(help: "The mode.")
  var mode: String

  @Argument(help: "on or off.")
  var setting: Setting

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var acting: ActOptions

  func run() throws {
    let ledger = try ledger.open(isNew: true)
    let act = try acting.act()
    let event = try ledgerWork { try ledger.turn(mode, on: setting == .on, act) }
    print("Recorded as event \(event.number): \(visible(mode)) is \(setting.rawValue).")
  }
}
