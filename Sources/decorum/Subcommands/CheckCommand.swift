import ArgumentParser
import Diagnostics
import Foundation
import PlaybookAnalysis
import PlaybookPipeline

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what is wrong with playbooks.",
    discussion: "Ends with 0 where no finding is an error, with 1 where one is, with 2 where a path cannot be read.")

  @Argument(
    help: "Playbooks: files, or folders that hold playbook.yaml.", completion: .file(extensions: ["yaml", "yml"]))
  var playbooks: [String]

  @Option(help: "What fails beside errors: warnings.")
  var deny: Denied?

  @OptionGroup var reading: ReadingOptions

  enum Denied: String, ExpressibleByArgument, CaseIterable { case warnings }

  func run() throws {
    let started = ContinuousClock.now
    var findings: [Diagnostic] = []
    var files = 0
    var lines = 0
    for path in playbooks {
      let analysis = try reading.analyse(path)
      show(analysis)
      findings += analysis.findings
      files += analysis.files.files.count
      lines += analysis.files.files.reduce(0) { $0 + $1.lineCount }
    }
    let summary = FindingsSummary(
      findings, playbooks: playbooks.count, files: files, lines: lines, elapsed: ContinuousClock.now - started)
    print(summary.text, terminator: "")
    let failing: Set<Diagnostic.Severity> = deny == nil ? [.error] : [.error, .warning]
    if findings.contains(where: { failing.contains($0.severity) }) { throw Status.findings }
  }

  private func show(_ analysis: Analysis) {
    let text = TerminalRenderer(files: analysis.files, colours: Terminal.output.hasColours).render(analysis.findings)
    if !text.isEmpty { print(text) }
  }
}

/// How files are found, for every subcommand that reads playbooks.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder that no file may lie outside of.",
      discussion: "By default the repository, else the playbook's folder."))
  var root: String?

  /// Reads and checks a playbook; a playbook that cannot be read is a failure.
  func analyse(_ path: String, judging: Bool = true) throws -> Analysis {
    do {
      return try checkPlaybook(at: PlaybookPath(path, root: root), judging: judging)
    } catch {
      throw Failure("\(path): \(error.sentence)")
    }
  }

  /// Reads a playbook for use: its errors are shown, and end the command.
  func usable(_ path: String) throws -> Analysis {
    let analysis = try analyse(path, judging: false)
    guard analysis.hasErrors else { return analysis }
    let errors = analysis.findings.filter { $0.severity == .error }
    let renderer = TerminalRenderer(files: analysis.files, colours: Terminal.errors.hasColours)
    printToStandardError(renderer.render(errors))
    throw Status.findings
  }
}

extension FileReader.Trouble {
  /// What a person is told.
  var sentence: String {
    switch self {
    case .missing: "there is no such file"
    case .outside: "it lies outside the folder that `--root` gives"
    case .tooLarge(let limit): "it is larger than \(limit) bytes"
    case .unreadable(let reason): reason
    }
  }
}
