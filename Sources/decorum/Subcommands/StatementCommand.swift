import ArgumentParser
import AuthorLedger
import DecisionEngine
import DecisionModel
import Foundation
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline
import PlaybookPublishing

struct StatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement", abstract: "Write what a person is told whose comment or account is restricted.",
    discussion: """
      Takes a decision as `decorum decide --json` writes it, or with --ledger its number, and the playbook that it was \
      made by. The statement is made of the published house rules and the person's own words: Article 17 of Regulation \
      (EU) 2022/2065.
      """)

  enum DecidedBy: String, ExpressibleByArgument, CaseIterable {
    case program, person
  }

  @Argument(help: "The playbook.", completion: .file(extensions: ["yaml", "yml"]))
  var playbook: String

  @Argument(
    help:
      "A file with the decision, by default standard input; with --ledger its number, as `decorum author` shows it.",
    completion: .file(extensions: ["json"]))
  var decision: String?

  @Option(
    help: ArgumentHelp("The ledger that holds the decision: a file, or postgres://…", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var ledger: String?

  @Option(help: "Who decided: the program alone, or a person on what the program found.")
  var decidedBy = DecidedBy.program

  @Option(
    help:
      "When what the decision orders was done, such as 2026-12-01T10:00:00Z; by default when a ledger's decision was made, else the present."
  )
  var now: String?

  @Option(help: "When the comment was written.")
  var posted: String?

  @Option(help: "What the DSA Transparency Database calls the sort of violation.")
  var category = StatementOfReasons.usualCategory

  @Flag(help: "Write the attributes of the DSA Transparency Database, as JSON.")
  var json = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let analysis = try reading.usable(playbook)
    guard let playbook = analysis.playbook else { throw Status.findings }
    let stated = try ledger.map { try recorded(in: LedgerAddress($0), by: playbook) } ?? given()
    let decided = try now.map { try moment($0, in: playbook.zone) } ?? stated.at ?? moment(nil, in: playbook.zone)
    let posted = try posted.map { try moment($0, in: playbook.zone) } ?? stated.posted
    do throws(StatementProblem) {
      let statement = try StatementOfReasons(
        of: stated.decision, by: playbook, decided: decided, posted: posted,
        decider: decidedBy == .program ? .program : .personWithProgram)
      print(json ? String(decoding: statement.json(category: category), as: UTF8.self) : statement.text)
    } catch {
      throw Failure(error.description)
    }
  }

  private func given() throws -> StatedDecision {
    let data =
      decision.map { FileManager.default.contents(atPath: $0) } ?? FileHandle.standardInput.readDataToEndOfFile()
    guard let data else { throw Failure("\(decision ?? "") cannot be read") }
    do {
      return StatedDecision(decision: try JSONValue(parsing: Array(data)))
    } catch {
      throw Failure("this is no decision in JSON: \(error)")
    }
  }

  /// A person is told of the rules that were published when it was decided, so the playbook must be the one of then.
  private func recorded(in address: LedgerAddress, by playbook: Playbook) throws -> StatedDecision {
    guard let number = decision.flatMap(Int64.init) else {
      throw Failure("say which decision of the ledger: its number, as `decorum author` shows it")
    }
    let ledger = try ledgerWork { try Ledger(at: address) }
    guard let remade = try ledgerWork({ try ledger.remade(number) }) else {
      throw Failure("the comment of decision \(number) was erased or never kept: nothing can be said of it any more")
    }
    let then = remade.engine.playbook
    guard then.name == playbook.name, then.version == playbook.version else {
      throw Failure(
        "decision \(number) was made by \(then.words), and this is \(playbook.words): give the playbook of then")
    }
    return StatedDecision(
      decision: try JSONValue(parsing: remade.decision.json), at: remade.at, posted: remade.posted)
  }
}

/// A decision about which something is stated, with its times where they are known.
private struct StatedDecision {
  let decision: JSONValue
  var at: Instant?
  var posted: Instant?
}
