import ArgumentParser
import AuthorLedger
import DecisionEngine
import DecisionModel
import Foundation
import PlaybookPipeline

struct ReplayThreadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay-threads",
    abstract: "Let real conversations go through a ledger, and say whether the playbook's deadlines were met.",
    discussion: """
      Reads messages, one JSON object a line, with id, text, author, inbound, created and in_reply_to, in any order. What \
      customers wrote is decided at its own time; answers are recorded of the cases that they answer, and those that ask \
      for a direct message as moved to private. The report tells those who answer apart. The ledger is a temporary one \
      unless --ledger names it.
      """)

  @Argument(
    help: "A playbook, or a program that `decorum build` made.",
    completion: .file(extensions: ["yaml", "yml", "decorum"]))
  var playbook: String

  @Argument(help: "The messages.", completion: .file(extensions: ["ndjson", "jsonl"]))
  var messages: String

  @Option(help: "The channel on which the messages were written.")
  var channel = "x"

  @Option(help: "When the report is made; by default when the last message was written.")
  var now: String?

  @OptionGroup var output: ReportOutput
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let compiled = try openProgram(playbook, reading)
    let (messages, unread) = try readMessages()
    let replay = ThreadReplay(messages)
    let end = try now.map { try moment($0, in: compiled.program.zone) } ?? replay.steps.last?.at ?? .earliest
    let folder = try ledger.ledger == nil ? TemporaryFolder() : nil
    defer { folder?.remove() }
    let ledger =
      try folder.map { folder in
        try ledgerWork { try Ledger(at: .file(folder.path + "/replay.sqlite"), isNew: true) }
      } ?? self.ledger.open(isNew: true)
    let brands = try ledgerWork {
      try ReplayedThreads(ledger: ledger, engine: try compiled.engine(), channel: channel).run(replay)
    }
    // Events at the very end are part of the report.
    let report = try ledgerWork {
      try ledger.report(
        from: nil, to: end.adding(seconds: 1), in: compiled.program.zone,
        label: ReportFold.Label("brand") { brands[$0] })
    }
    try output.write(report, of: "\(messages.count) messages and \(compiled.program.playbook)")
    let strays =
      replay.strayAnswers > 0 ? "\(replay.strayAnswers) answers to messages that are not there are left out" : nil
    let bad = unread > 0 ? "\(unread) lines are no messages" : nil
    for note in [strays, bad].compactMap({ $0 }) { printToStandardError("decorum: \(note)") }
    if unread > 0 { throw Status.findings }
  }

  private func readMessages() throws -> (messages: [ThreadMessage], unread: Int) {
    guard let data = FileManager.default.contents(atPath: messages) else {
      throw Failure("\(messages): there is no such file, or it cannot be read")
    }
    let lines = Array(data).split(separator: 0x0A).filter { $0.contains { ![0x20, 0x09, 0x0D].contains($0) } }
    let read = lines.compactMap { line in (try? JSONValue(parsing: line)).flatMap { ThreadMessage(json: $0) } }
    return (read, lines.count - read.count)
  }
}

/// A folder for as long as the command runs.
struct TemporaryFolder {
  let path: String

  init() throws {
    let name = "decorum-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch { throw Failure("there is no place for temporary files at \(path)") }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
