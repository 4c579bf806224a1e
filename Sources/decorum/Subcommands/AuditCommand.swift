import ArgumentParser
import DecisionEngine
import DecisionModel
import Foundation
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline
import PlaybookTesting
import PolicyAudit

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Say which groups a policy treats unlike, which disguises escape it, and which innocents it catches.",
    discussion: """
      Swaps the names of groups in examples and comments: the decision must not change. Writes the terms of each word \
      list in every disguise of a catalogue, and looks for innocent words that a list catches. Changes that mend a list \
      are tried before they are told. Ends with 1 where more changes, escapes or is caught than a gate allows, or a line \
      cannot be read.
      """)

  @Argument(help: "A playbook: a file, or a folder that holds playbook.yaml.", completion: .file(extensions: ["yaml"]))
  var playbook: String

  @Option(
    help: ArgumentHelp(
      "Comments in which names are swapped too, one JSON object a line; may be repeated.", valueName: "file"),
    completion: .file(extensions: ["ndjson", "jsonl"]))
  var comments: [String] = []

  @Option(
    help: ArgumentHelp(
      "Which of the comments no list should catch: those whose KEY has one of the values.",
      valueName: "key=value[,value]"))
  var harmless: String?

  @Option(
    help: ArgumentHelp(
      "A dictionary of words that should not be caught, one a line; by default \(WordFile.usual), where it is.",
      valueName: "file"))
  var words: String?

  @Option(help: ArgumentHelp("One part alone: neutrality, evasion or collateral; may be repeated.", valueName: "part"))
  var only: [AuditPart] = []

  enum Form: String, CaseIterable, ExpressibleByArgument { case text, json, markdown }

  @Option(help: "How the result is written: text, json or markdown.")
  var format: Form = .text

  @Option(help: "How many examples of each change are shown.")
  var show = 2

  @Option(help: "How many terms of a list are disguised, evenly taken.")
  var terms = PolicyAudit.mostTerms

  @OptionGroup var gates: AuditGates
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if !(0...1000).contains(show) { throw ValidationError("--show is a number from 0 to 1000.") }
    if !(1...1_000_000).contains(terms) { throw ValidationError("--terms is a number from 1 to 1000000.") }
    if let harmless, HarmlessLabels(harmless) == nil {
      throw ValidationError("--harmless is written as KEY=VALUE, such as label=neutral,praise.")
    }
    if harmless != nil, comments.isEmpty { throw ValidationError("--harmless needs --comments.") }
  }

  func run() throws {
    let analysis = try reading.usable(playbook)
    guard let playbook = analysis.playbook else { preconditionFailure("what is usable is a playbook") }
    let compiled = try compilePlaybook(analysis)
    let given = try GivenComments(comments, harmless: harmless.flatMap(HarmlessLabels.init))
    let words = try WordFile(words)
    let innocents = Innocents(dictionary: words.words, comments: given.harmless, matchedBy: compiled.program)
    let audit = try PolicyAudit(playbook, compiledTo: compiled.program, against: innocents)
    var report = AuditReport(
      playbook: compiled.program, words: words, comments: given, innocents: innocents, gates: gates.limits)
    if has(.neutrality) {
      report.neutrality = try neutrality(playbook, compiled, audit.lists, given.comments)
    }
    if has(.evasion) { report.evasion = try inParallel(audit.lists) { try audit.evasion(of: $0, mostTerms: terms) } }
    if has(.collateral) { report.collateral = try inParallel(audit.lists, audit.collateral) }
    try Output.write(Array((text(of: report) + "\n").utf8))
    try Output.flush()
    for failure in report.failures { printToStandardError("decorum: \(failure)") }
    if !report.failures.isEmpty || given.unreadable > 0 { throw Status.findings }
  }

  private func has(_ part: AuditPart) -> Bool { only.isEmpty || only.contains(part) }

  private func neutrality(
    _ playbook: Playbook, _ compiled: CompiledPlaybook, _ lists: [AuditedList], _ given: [JSONValue]
  ) throws -> Neutrality {
    let now = compiled.program.effectiveNoon ?? Instant(seconds: Int64(Date().timeIntervalSince1970))
    let trial = NeutralityTrial(compiled.program, Decider(try compiled.engine()), now: now, examplesKept: show)
    return trial.judge(playbook.givenComments + given + NeutralityTrial.ownComments(lists))
  }

  private func text(of report: AuditReport) -> String {
    switch format {
    case .text: AuditText(report: report, show: show, style: ReportStyle(hasColours: Terminal.output.hasColours)).text
    case .json: report.json
    case .markdown: AuditDocument(report: report, show: show).markdown
    }
  }
}

/// A part of an audit.
enum AuditPart: String, CaseIterable, ExpressibleByArgument { case neutrality, evasion, collateral }

/// How much may change, escape and be caught.
struct AuditGates: ParsableArguments {
  @Option(
    help: ArgumentHelp("The largest share of the swaps that may change the decision, such as 0%.", valueName: "share"))
  var maxChanged: String?

  @Option(
    help: ArgumentHelp("The largest share of the disguises that may escape lists that guard.", valueName: "share"))
  var maxEscaped: String?

  @Option(
    help: ArgumentHelp("The largest share of the innocents that lists that guard may catch.", valueName: "share"))
  var maxCaught: String?

  var limits: [AuditPart: Double] {
    [AuditPart.neutrality: maxChanged, .evasion: maxEscaped, .collateral: maxCaught]
      .compactMapValues { $0.flatMap(readShare) }
  }

  func validate() throws {
    if [maxChanged, maxEscaped, maxCaught].compactMap({ $0 }).count > limits.count {
      throw ValidationError("--max-changed, --max-escaped and --max-caught are shares such as 2% or 0.02.")
    }
  }
}
