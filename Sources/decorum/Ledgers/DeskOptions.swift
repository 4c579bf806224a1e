import ArgumentParser
import DecisionModel

/// Which ledger somebody looks into, at what instant and on whose clocks.
struct DeskOptions: ParsableArguments {
  @Option(help: "The instant, such as 2026-12-01T10:00:00Z; by default the present.")
  var now: String?

  @OptionGroup var zone: ZoneOptions
  @OptionGroup var ledger: LedgerOptions

  func desk() throws -> CaseDesk { CaseDesk(try ledger.open()) }
}
