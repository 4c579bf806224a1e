import ArgumentParser
import DecisionEngine
import DecisionModel
import FeedWatching
import Foundation
import PlaybookPipeline

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Ask for the feeds that a playbook watches, and tell what needs a person.",
    discussion: """
      Decides about each new entry in which a watch finds one of its terms, and tells of those that somebody must answer, \
      act upon, take over or judge. With --ledger each is decided once, and kept until somebody was told; without one every \
      run begins anew. Goes on until it is ended, or with --once asks each feed that is due and ends: with 1 \
      where a feed failed or something could not be posted.

      With --post each is sent as a webhook in the way of Standard Webhooks: signed with the secret in --secret-file or in \
      the environment variable \(WatchCommand.secretVariable).
      """)

  static let secretVariable = "DECORUM_POST_SECRET"

  @Argument(
    help: "A playbook, or a program that `decorum build` made.",
    completion: .file(extensions: ["yaml", "yml", "decorum"]))
  var playbook: String

  @Flag(help: "Ask each feed once that is due, and end: for cron.")
  var once = false

  @Flag(help: "Tell in JSON, an entry a line.")
  var json = false

  @Option(help: ArgumentHelp("Post what is told to this address in place of printing it.", valueName: "url"))
  var post: String?

  @Option(
    help: ArgumentHelp("A file with the secret by which posts are signed, 24 to 512 bytes.", valueName: "file"),
    completion: .file())
  var secretFile: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if post == nil, secretFile != nil { throw ValidationError("--secret-file belongs to --post.") }
    if post != nil, json { throw ValidationError("--post sends JSON, and --json prints it: choose one.") }
  }

  func run() throws {
    let compiled = try openProgram(playbook, reading)
    let feeds = try WatchedFeeds(compiled.program)
    guard !feeds.feeds.isEmpty else { throw Failure("\(playbook) watches no feeds: name them under `watch`") }
    let telling = try self.telling()
    let memory = try memory(decidingBy: compiled.engine())
    Interruption.listen()
    let source = WebFeeds(isStopped: { Interruption.isWanted })
    let watcher = FeedWatcher(feeds, from: source, memory: memory, decider: memory)
    var run = FeedRun(watcher, memory, compiled.program, telling)
    try once ? run.once() : run.untilEnded()
    if once, run.hasFailed { throw Status.findings }
  }

  private func memory(decidingBy engine: Engine) throws -> any FeedMemory & EntryDecider {
    guard ledger.address != nil else { return MemoryOfOneRun(decidingBy: Decider(engine)) }
    return try LedgerMemory(try ledger.open(isNew: true), by: engine)
  }

  private func telling() throws -> FeedRun.Telling {
    guard let post else { return json ? .json : .text(ReportStyle(hasColours: Terminal.output.hasColours)) }
    guard let address = WebAddress(post) else { throw Failure("`\(post)` is no address on the web") }
    do {
      return .post(SignedPost(to: address, try PostSecret(try secret()), isStopped: { Interruption.isWanted }))
    } catch let problem as FeedProblem {
      throw Failure(problem.sentence)
    }
  }

  private func secret() throws -> [UInt8] {
    if let secretFile {
      guard let data = FileManager.default.contents(atPath: secretFile) else {
        throw Failure("\(secretFile) cannot be read")
      }
      return Array(data)
    }
    guard let secret = ProcessInfo.processInfo.environment[WatchCommand.secretVariable] else {
      throw Failure("--post needs a secret: give --secret-file, or set \(WatchCommand.secretVariable)")
    }
    return Array(secret.utf8)
  }
}
