import ArgumentParser
import Diagnostics
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline
import PlaybookReports
import PlaybookTesting

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the examples, tests and stories of playbooks.",
    discussion: """
      Names the practices that the playbook has to show and that an example, test or story which cites them has shown. \
      Ends with 1 where a test fails, where a practice is not shown, and where a playbook has no test at all.
      """)

  @Argument(
    help: "Playbooks: files, or folders that hold playbook.yaml.", completion: .file(extensions: ["yaml", "yml"]))
  var playbooks: [String]

  @Flag(name: .shortAndLong, help: "Name every test, also those that pass.")
  var verbose = false

  @Option(
    help: ArgumentHelp(
      "How the results are written: human, junit; with `:FILE`, to a file. May be repeated.",
      valueName: "format[:file]"))
  var format: [ReportTarget] = []

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    try format.validate()
    if format.contains(where: { $0.format != .human && $0.format != .machine(.junit) }) {
      throw ValidationError("The results of tests are written as human or junit.")
    }
  }

  func run() throws {
    let tested = try playbooks.map { path in
      let analysis = try reading.usable(path)
      let results = try testPlaybook(analysis)
      return TestedPlaybook(
        name: analysis.playbook?.name ?? path, files: analysis.files, results: results,
        coverage: analysis.playbook.map { coverage(of: $0, by: results) } ?? [])
    }
    for target in format.isEmpty ? [ReportTarget(.human)] : format {
      let colours = target.file == nil && Terminal.output.hasColours
      try target.write(target.format == .human ? text(of: tested, colours: colours) : junitText(of: tested))
    }
    let counts = tested.map { TestCount($0.results) }
    let isUnshown = tested.contains { $0.coverage.contains { !$0.isShown } }
    if isUnshown || counts.contains(where: { $0.failed > 0 || $0.passed == 0 }) { throw Status.findings }
  }

  private func text(of tested: [TestedPlaybook], colours: Bool) -> String {
    tested.map { playbook in
      let report = TestReport(
        results: playbook.results, coverage: playbook.coverage, files: playbook.files, verbose: verbose,
        colours: colours)
      return report.text(for: playbook.name) + "\n"
    }.joined()
  }
}
