import ArgumentParser
import AuthorLedger
import DecisionEngine
import DecisionModel
import DecisionStreams
import Foundation
import PlaybookPipeline
import PolicyImpact

struct ImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact", abstract: "Say what a new policy would have decided otherwise about real comments.",
    discussion: """
      Judges every comment by both policies and counts the moves between categories, and the changes of actions and \
      deadlines. OLD and NEW are playbooks, programs that `decorum build` made, or either at a revision of git: \
      HEAD~1:playbooks/airline. Ends with 1 where more comments move than --max-moved allows, or a line cannot be read.
      """)

  @Argument(
    help: "The policy as it was.", completion: .file(extensions: ["yaml", "yml", "decorum"]))
  var old: String

  @Argument(help: "The policy as it is to be.", completion: .file(extensions: ["yaml", "yml", "decorum"]))
  var new: String

  @Argument(
    help: "Comments, one JSON object a line; `-` reads standard input.",
    completion: .file(extensions: ["ndjson", "jsonl"]))
  var comments: String?

  @OptionGroup var ledger: LedgerOptions

  @Option(
    help: ArgumentHelp(
      "The largest share of the comments that may be decided otherwise, such as 2%.", valueName: "share"))
  var maxMoved: String?

  @Option(help: "How many examples of each move are shown.")
  var show = 2

  enum Form: String, CaseIterable, ExpressibleByArgument { case text, json, markdown }

  @Option(help: "How the result is written: text, json or markdown.")
  var format: Form = .text

  @Option(help: "The instant of decisions about comments that have none; by default the present, for all of them.")
  var now: String?

  @Option(help: ArgumentHelp("How many lines are judged side by side; by default one a core.", valueName: "number"))
  var jobs: Int?

  @Flag(help: "Show no progress on a terminal.")
  var quiet = false

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if comments != nil, ledger.ledger != nil { throw ValidationError("Give comments or a ledger, not both.") }
    if comments == nil, ledger.address == nil {
      throw ValidationError("Give comments, one JSON object a line, or a ledger with --ledger.")
    }
    if maxMoved != nil, mostMoved == nil { throw ValidationError("--max-moved is a share such as 2% or 0.02.") }
    if !(0...1000).contains(show) { throw ValidationError("--show is a number from 0 to 1000.") }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 256.") }
  }

  func run() throws {
    let pair = PolicyPair(
      old: try openPolicy(old, reading).compiled.engine(), new: try openPolicy(new, reading).compiled.engine())
    let counted = try comments.map { try replay(lines: $0, by: pair) } ?? replayLedger(by: pair)
    let report = ImpactReport(
      impact: counted.impact, old: pair.old.playbook, new: pair.new.playbook, unreadable: counted.unreadable,
      mostMoved: mostMoved)
    try Output.write(Array((text(of: report) + "\n").utf8))
    try Output.flush()
    if let failure = report.failure { printToStandardError("decorum: \(failure)") }
    if !report.passes || counted.unreadable > 0 { throw Status.findings }
  }

  /// The share that `--max-moved` gives: a percentage, or a number from 0 to 1.
  private var mostMoved: Double? { maxMoved.flatMap(readShare) }

  private func replay(lines path: String, by pair: PolicyPair) throws -> (impact: Impact, unreadable: Int) {
    let (shared, show) = (SharedImpact(examplesKept: show), show)
    let instant = try moment(now, in: pair.new.program.zone)
    var run = StreamRun(source: path == "-" ? nil : path, workers: jobs, showsProgress: !quiet)
    run.unreadable = "they are not counted"
    let notes = try run.decide(of: "comment") { ImpactLines(pair, shared, now: instant, examplesKept: show) }
    return (shared.impact, notes.unreadable)
  }

  /// What a ledger keeps of a decision: the comment, and what was known of its author then.
  private func replayLedger(by pair: PolicyPair) throws -> (impact: Impact, unreadable: Int) {
    let replay = PolicyReplay(pair, examplesKept: show)
    let (old, new) = (Decider(pair.old), Decider(pair.new))
    var unreadable = 0
    let ledger = try ledger.open()
    let erased = try ledgerWork {
      try ledger.forEachDecidedComment { recorded in
        guard let before = recorded.comment(by: old), let after = recorded.comment(by: new) else {
          return unreadable += 1
        }
        replay.judge(before, after)
      }
    }
    if erased > 0 {
      printToStandardError("decorum: \(erased) comments were erased or never kept; they are not counted")
    }
    if unreadable > 0 {
      printToStandardError("decorum: \(unreadable) comments could not be read; they are not counted")
    }
    return (replay.impact, unreadable)
  }

  private func text(of report: ImpactReport) -> String {
    switch format {
    case .text: ImpactText(report: report, style: ReportStyle(hasColours: Terminal.output.hasColours)).text
    case .json: String(decoding: report.json, as: UTF8.self)
    case .markdown: ImpactDocument(report: report).markdown
    }
  }
}
