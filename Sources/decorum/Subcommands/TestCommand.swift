import ArgumentParser
import Diagnostics
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline
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

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    var isGood = true
    for path in playbooks {
      let analysis = try reading.usable(path)
      let results = try testPlaybook(analysis)
      let report = TestReport(
        results: results, files: analysis.files, verbose: verbose, colours: Terminal.output.hasColours)
      print(report.text(for: analysis.playbook?.name ?? path))
      let count = TestCount(results)
      if count.failed > 0 || count.passed == 0 { isGood = false }
    }
    if !isGood { throw Status.findings }
  }
}
