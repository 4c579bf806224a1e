import ArgumentParser
import DecisionModel
import Diagnostics
import Foundation
import PlaybookAnalysis
import PlaybookPipeline
import PlaybookReports

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what is wrong with playbooks.",
    discussion: """
      Ends with 0 where no finding is an error, with 1 where one is, with 2 where a path cannot be read or written.
      """)

  @Argument(
    help: "Playbooks: files, or folders that hold playbook.yaml.", completion: .file(extensions: ["yaml", "yml"]))
  var playbooks: [String]

  @Option(help: "What fails beside errors: warnings.")
  var deny: Denied?

  @Flag(
    help: ArgumentHelp(
      "Mend what can be mended with certainty, and say what is left.",
      discussion: "Changes files of the playbook in place, each as a whole; never the standard library."))
  var fix = false

  @Option(help: ReportTarget.help)
  var format: [ReportTarget] = []
  @Option(help: "The day on which acceptances must hold, such as 2026-12-01; by default the day it is.")
  var today: String?

  @OptionGroup var reading: ReadingOptions

  enum Denied: String, ExpressibleByArgument, CaseIterable { case warnings }

  func validate() throws { try format.validate() }

  func run() throws {
    let started = ContinuousClock.now
    let day = try dayOfAcceptances()
    let playbooks = try playbooks.map { path in
      let analysis = fix ? try mend(path, today: day) : try reading.analyse(path, today: day)
      return CheckedPlaybook(
        path: path, files: analysis.files, findings: analysis.findings, accepted: analysis.accepted.count)
    }
    let failing: Set<Diagnostic.Severity> = deny == nil ? [.error] : [.error, .warning]
    let report = CheckReport(version: Decorum.version, playbooks: playbooks, failing: failing)
    for target in format.isEmpty ? [ReportTarget(.human)] : format {
      switch target.format {
      case .machine(let format): try target.write(format.render(report))
      case .human:
        let colours = target.file == nil && Terminal.output.hasColours
        try target.write(humanText(of: report, colours: colours, elapsed: ContinuousClock.now - started))
      }
    }
    if report.fails { throw Status.findings }
  }

  /// Mends a playbook and says what was changed: beside the findings for a person, else on standard error.
  private func mend(_ path: String, today: CalendarDate) throws -> Analysis {
    let mending = try reading.mend(path)
    let lines = mending.changes.map { change in
      let (before, after) = (visible(change.before), visible(change.after))
      return "fixed[\(change.finding)]: \(visible(change.place)): `\(before)` is now `\(after)`"
    }
    guard !lines.isEmpty else { return try reading.analyse(path, today: today) }
    let text = lines.joined(separator: "\n")
    if format.isEmpty || format.contains(ReportTarget(.human)) {
      try Output.write(Array((text + "\n\n").utf8))
    } else {
      printToStandardError(text)
    }
    return try reading.analyse(path, today: today)
  }

  /// The day that was given, or the day it is in UTC.
  private func dayOfAcceptances() throws -> CalendarDate {
    guard let today else { return CalendarDate(dayNumber: Int(Date().timeIntervalSince1970 / 86_400)) }
    guard let day = CalendarDate(today) else { throw Failure("`\(today)` is no day: write it as 2026-12-01") }
    return day
  }
}

/// The findings for a person, and the lines that close a run.
private func humanText(of report: CheckReport, colours: Bool, elapsed: Duration) -> String {
  let texts = report.playbooks.map { TerminalRenderer(files: $0.files, colours: colours).render($0.findings) }
  let files = report.playbooks.flatMap(\.files.files)
  let summary = FindingsSummary(
    report.playbooks.flatMap(\.findings), accepted: report.playbooks.reduce(0) { $0 + $1.accepted },
    playbooks: report.playbooks.count, files: files.count, lines: files.reduce(0) { $0 + $1.lineCount },
    elapsed: elapsed)
  return texts.filter { !$0.isEmpty }.map { $0 + "\n" }.joined() + summary.text
}

/// How files are found, for every subcommand that reads playbooks.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder that no file may lie outside of.",
      discussion: "By default the repository, else the playbook's folder."))
  var root: String?

  /// Reads and checks a playbook; a playbook that cannot be read is a failure.
  ///
  /// - Parameter note: is told the path of each file before it is read.
  func analyse(
    _ path: String, today: CalendarDate? = nil, judging: Bool = true,
    noting note: @escaping @Sendable (String) -> Void = { _ in }
  ) throws -> Analysis {
    do {
      return try checkPlaybook(at: PlaybookPath(path, root: root), today: today, judging: judging, noting: note)
    } catch {
      throw Failure("\(path): \(error.sentence)")
    }
  }

  /// Mends a playbook; one that cannot be read, and a file that cannot be written, is a failure.
  func mend(_ path: String) throws -> Mending {
    do {
      return try mendPlaybook(at: PlaybookPath(path, root: root))
    } catch let trouble as FileReader.Trouble {
      throw Failure("\(path): \(trouble.sentence)")
    } catch let problem as WritingProblem {
      throw Failure(problem.description)
    }
  }

  /// Reads a playbook for use: its errors are shown, and end the command.
  func usable(_ path: String) throws -> Analysis {
    try decorum.usable(try analyse(path, judging: false))
  }
}

/// A playbook without errors; those of another are shown, and end the command.
func usable(_ analysis: Analysis) throws -> Analysis {
  guard analysis.hasErrors else { return analysis }
  let errors = analysis.findings.filter { $0.severity == .error }
  let renderer = TerminalRenderer(files: analysis.files, colours: Terminal.errors.hasColours)
  printToStandardError(renderer.render(errors))
  throw Status.findings
}
