import ArgumentParser
import AuthorLedger
import DecisionModel

struct AppealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appeal", abstract: "Record an appeal against a decision, or what came of it.",
    discussion: """
      With --uphold the strikes of the decision never were: later rungs are judged again, and what is no longer due is \
      listed.
      """)

  @Argument(help: "The number of the decision, as `decorum author` shows it.")
  var decision: Int64

  @Flag(help: "The author is right.")
  var uphold = false

  @Flag(help: "The decision stands.")
  var reject = false

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var acting: ActOptions

  func validate() throws {
    if uphold && reject { throw ValidationError("An appeal is upheld or rejected, not both.") }
  }

  func run() throws {
    let ledger = try ledger.open()
    let act = try acting.act()
    guard uphold || reject else {
      let event = try ledgerWork { try ledger.appeal(against: decision, act) }
      return print("Recorded as event \(event.number): appeal against decision \(decision).")
    }
    let changes = try ledgerWork { try ledger.settleAppeal(against: decision, isUpheld: uphold, act) }
    print("The appeal against decision \(decision) is \(uphold ? "upheld: its strikes never were." : "rejected.")")
    if !changes.isEmpty { print((["", "No longer due"] + changes.map { "  \(words($0))" }).joined(separator: "\n")) }
  }

  private func words(_ change: NoLongerDue) -> String {
    let instead = change.insteadOf.map { "; \($0) is" } ?? ""
    let actions = change.actions.isEmpty ? "" : ": \(change.actions.joined(separator: ", "))"
    return "decision \(change.decision), ladder \(change.ladder), rung \(change.rung)\(actions)\(instead)"
  }
}
