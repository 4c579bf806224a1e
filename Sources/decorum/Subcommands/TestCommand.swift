import ArgumentParser
import Diagnostics
import Foundation
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

  @Flag(
    name: .customLong("coverage"),
    help: "Say which conditions, terms, rungs, escalations and standards no test has shown both true and false.")
  var showsCoverage = false

  @Option(
    help: ArgumentHelp("Ends with 1 where a smaller share of them is shown, such as 80%.", valueName: "share"))
  var minimum: String?

  @Option(
    help: ArgumentHelp("Write what is shown to a file, as LCOV: lines and branches.", valueName: "file"),
    completion: .file(extensions: ["info"]))
  var lcov: String?

  @Flag(
    help: ArgumentHelp(
      "Name the mutants of the playbook that no test notices, each with a test that would.",
      discussion:
        "A mutant differs in one thing: a term dropped, a threshold moved, two categories swapped, a rung skipped, `not` added."
    ))
  var mutants = false

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    try format.validate()
    if showsCoverage || mutants, format.contains(where: { $0.format != .human && $0.file == nil }) {
      throw ValidationError(
        "--coverage and --mutants are printed for a person: give the other format a file, as in `junit:tests.xml`.")
    }
    if minimum != nil, leastShown == nil { throw ValidationError("--minimum is a share such as 80% or 0.8.") }
    if format.contains(where: { $0.format != .human && $0.format != .machine(.junit) }) {
      throw ValidationError("The results of tests are written as human or junit.")
    }
  }

  /// The share that `--minimum` gives.
  private var leastShown: Double? { minimum.flatMap(readShare) }

  func run() throws {
    let analyses = try playbooks.map { try reading.usable($0) }
    let tested = try zip(playbooks, analyses).map { path, analysis in
      let results = try testPlaybook(analysis)
      return TestedPlaybook(
        name: analysis.playbook?.name ?? path, files: analysis.files, results: results,
        coverage: analysis.playbook.map { coverage(of: $0, by: results) } ?? [])
    }
    for target in format.isEmpty ? [ReportTarget(.human)] : format {
      let colours = target.file == nil && Terminal.output.hasColours
      try target.write(target.format == .human ? text(of: tested, colours: colours) : junitText(of: tested))
    }
    let isTooLittle = try tellCoverage(of: analyses)
    if mutants {
      for analysis in analyses {
        print(try MutantText(TriedMutants(of: analysis), ReportStyle(hasColours: Terminal.output.hasColours)).text)
      }
    }
    let counts = tested.map { TestCount($0.results) }
    let isUnshown = tested.contains { $0.coverage.contains { !$0.isShown } }
    if isTooLittle || isUnshown || counts.contains(where: { $0.failed > 0 || $0.passed == 0 }) { throw Status.findings }
  }

  /// Says what the tests have shown, where that is asked for.
  ///
  /// - Returns: Whether it is less than `--minimum` demands.
  private func tellCoverage(of analyses: [Analysis]) throws -> Bool {
    guard showsCoverage || minimum != nil || lcov != nil else { return false }
    let shown = try analyses.map { (coverage: try testCoverage($0), files: $0.files) }
    if let lcov { try write(lcovText(of: shown), to: lcov) }
    if showsCoverage {
      let style = ReportStyle(hasColours: Terminal.output.hasColours)
      for (coverage, files) in shown {
        print(CoverageText(coverage: coverage, files: files, style: style).text)
      }
    }
    guard let leastShown, let least = shown.map(\.coverage.share).min(), least < leastShown else { return false }
    printToStandardError(
      "decorum: tests show \(shortShareText(least)) of what can be shown; --minimum demands \(shareText(leastShown))")
    return true
  }

  private func write(_ text: String, to file: String) throws {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic) } catch {
      throw Failure("\(file) could not be written")
    }
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
