import ArgumentParser
import AuthorLedger
import DecisionModel
import Foundation
import PlaybookPipeline

struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Look after the memory of authors and cases.",
    subcommands: [
      LedgerVerifyCommand.self, LedgerExportCommand.self, LedgerReplayCommand.self, LedgerEraseCommand.self,
      LedgerExpireCommand.self,
    ])
}

struct LedgerVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Look whether anything in the log was changed, and whether all follows from it.",
    discussion: """
      Prints a seal, which stands for the whole log: keep it elsewhere to tell later that nothing up to then was changed. \
      Ends with 1 where something is wrong.
      """)

  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let ledger = try ledger.open()
    let found = try ledgerWork { try ledger.verify() }
    for problem in found.problems { print(problem) }
    if found.countOfProblems > found.problems.count {
      print("and \(found.countOfProblems - found.problems.count) more")
    }
    print("\(found.events) events of \(found.authors) authors, \(found.sealed) with what is personal of them")
    print("seal \(found.seal)")
    if !found.isSound { throw Status.findings }
    print("All is as it was recorded.")
  }
}

struct LedgerExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write every event as a line of JSON.")

  @OptionGroup var ledger: LedgerOptions

  @Option(help: "Only what is kept of this author, as the platform names them.")
  var author: String?

  @Flag(help: "Without texts, names and reasons.")
  var redact = false

  func run() throws {
    let ledger = try ledger.open()
    try ledgerWork {
      try ledger.export(author: author.map { Array($0.utf8) }, withSealed: !redact) { line in
        try FileHandle.standardOutput.write(contentsOf: Data(line + [0x0A]))
      }
    }
  }
}

struct LedgerReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Make every decision again from its record, and compare the bytes.",
    discussion: "Ends with 1 where other bytes come out.")

  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let ledger = try ledger.open()
    let replayed = try ledgerWork { try ledger.replay() }
    for number in replayed.different { print("decision \(number) comes out otherwise") }
    print("\(replayed.same) decisions made again, the same bytes; \(replayed.erased) without their comment")
    if replayed.countOfDifferent > 0 {
      print("\(replayed.countOfDifferent) came out otherwise")
      throw Status.findings
    }
  }
}

struct LedgerEraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Erase what is personal of an author, from the files' bytes too.",
    discussion: """
      Comments, names, reasons and the decisions' words go. What was decided stays, so that a block outlives the erasure; \
      --with-standing drops that, too, and the author is a new one when they write again.
      """)

  @Option(help: "Who, as the platform names them.")
  var author: String

  @Flag(help: "Drop strikes and what was carried out, too.")
  var withStanding = false

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var acting: ActOptions

  func run() throws {
    let ledger = try ledger.open()
    let act = try acting.act()
    try ledgerWork { try ledger.erase(Array(author.utf8), withStanding: withStanding, act) }
    print("Erased.")
  }
}

struct LedgerExpireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expire", abstract: "Drop the texts and events that the playbook keeps no longer.")

  @Argument(help: "A playbook with `retention`, or a program that `decorum build` made.")
  var playbook: String

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var acting: ActOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let compiled = try openProgram(playbook, reading)
    guard compiled.program.retention != nil else {
      throw Failure("\(playbook) has no `retention`: all is kept for ever")
    }
    let ledger = try ledger.open()
    let act = try acting.act()
    let parts = try ledgerWork { try ledger.expire(by: compiled.program, act) }
    print("Dropped the texts of \(parts.texts) events, and \(parts.events) events.")
  }
}
