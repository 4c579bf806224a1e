import ArgumentParser
import AuthorLedger
import DecisionModel
import Foundation

/// Which ledger a command works with.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The ledger: a file, or postgres://…; by default that of DECORUM_LEDGER.", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var ledger: String?

  var address: LedgerAddress? {
    let name = ledger ?? ProcessInfo.processInfo.environment["DECORUM_LEDGER"]
    return name.flatMap { $0.isEmpty ? nil : LedgerAddress($0) }
  }

  /// The ledger.
  ///
  /// - Parameter isNew: Whether it is made where there is none.
  func open(isNew: Bool = false) throws -> Ledger {
    guard let address else { throw Failure("say which ledger: --ledger decorum.sqlite, or DECORUM_LEDGER") }
    return try ledgerWork { try Ledger(at: address, isNew: isNew) }
  }
}

/// What a person does in a ledger, and why.
struct ActOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who does it; by default who is logged in.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("Why; kept apart from the log, so that it can be erased.", valueName: "reason"))
  var why: String?

  @Option(help: "The instant, such as 2026-12-01T10:00:00Z; by default the present.")
  var now: String?

  func act() throws -> PersonalAct {
    PersonalAct(by: by ?? NSUserName(), at: try moment(now, in: .utc), note: why)
  }
}

/// Work in a ledger, whose problems are failures of the world.
func ledgerWork<Result>(_ work: () throws -> Result) throws -> Result {
  do {
    return try work()
  } catch let problem as LedgerProblem {
    throw Failure(problem.description)
  }
}
