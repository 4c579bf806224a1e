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
    discussion: "Ends with 1 where one fails, and where a playbook has none at all.")

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
      return TestedPlaybook(
        name: analysis.playbook?.name ?? path, files: analysis.files, results: try testPlaybook(analysis))
    }
    for target in format.isEmpty ? [ReportTarget(.human)] : format {
      let colours = target.file == nil && Terminal.output.hasColours
      try target.write(target.format == .human ? text(of: tested, colours: colours) : junitText(of: tested))
    }
    let counts = tested.map { TestCount($0.results) }
    if counts.contains(where: { $0.failed > 0 || $0.passed == 0 }) { throw Status.findings }
  }

  private func text(of tested: [TestedPlaybook], colours: Bool) -> String {
    tested.map { playbook in
      let report = TestReport(
        results: playbook.results, files: playbook.files, verbose: verbose, colours: colours)
      return report.text(for: playbook.name) + "\n"
    }.joined()
  }
}
