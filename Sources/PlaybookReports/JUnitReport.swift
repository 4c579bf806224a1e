public import Diagnostics
import PlaybookModel
public import PlaybookTesting

// JUnit's XML, which CI systems show as tests: the common ground of its dialects, which is Jenkins's `junit-10.xsd`.

/// One case of a suite.
struct JUnitCase {
  enum Outcome {
    case passed
    case failed(type: String, message: String)
  }

  let name: String
  /// The file, which most readers take for the group.
  let file: String
  let outcome: Outcome
  /// What is said at length.
  var lines: [String] = []
}

struct JUnitSuite {
  let name: String
  let cases: [JUnitCase]

  var failures: Int { cases.count { if case .failed = $0.outcome { true } else { false } } }
}

func junitText(of suites: [JUnitSuite], named name: String) -> String {
  var writer = XMLWriter()
  let tests = suites.reduce(0) { $0 + $1.cases.count }
  let failures = suites.reduce(0) { $0 + $1.failures }
  let totals = [("name", name), ("tests", "\(tests)"), ("failures", "\(failures)"), ("errors", "0")]
  writer.element("testsuites", totals) { for suite in suites { $0.suite(suite) } }
  return writer.text
}

extension XMLWriter {
  fileprivate mutating func suite(_ suite: JUnitSuite) {
    let attributes = [
      ("name", suite.name), ("tests", "\(suite.cases.count)"), ("failures", "\(suite.failures)"), ("errors", "0"),
    ]
    element("testsuite", attributes) { for test in suite.cases { $0.test(test) } }
  }

  private mutating func test(_ test: JUnitCase) {
    element("testcase", [("name", test.name), ("classname", test.file)]) {
      switch test.outcome {
      case .passed: if !test.lines.isEmpty { $0.element("system-out", text: test.lines) }
      case .failed(let type, let message):
        $0.element("failure", [("type", type), ("message", message)], text: test.lines)
      }
    }
  }
}

// MARK: Findings

/// A suite a playbook, a case a finding. What makes the run fail is a failure; other findings pass and say themselves.
func junitText(of report: CheckReport) -> String {
  let suites = zip(report.playbooks, report.findings).map { playbook, findings in
    let none = JUnitCase(name: "no findings", file: playbook.path, outcome: .passed)
    let cases = findings.map { JUnitCase(of: $0, failing: report.failing) }
    return JUnitSuite(name: playbook.path, cases: cases.isEmpty ? [none] : cases)
  }
  return junitText(of: suites, named: "decorum check")
}

extension JUnitCase {
  fileprivate init(of reported: ReportedFinding, failing: Set<Diagnostic.Severity>) {
    let (finding, files) = (reported.finding, reported.files)
    let file = files[finding.span.file]
    name = "\(reported.name) at \(file.place(of: finding.span.start))"
    self.file = file.name
    outcome = failing.contains(finding.severity) ? .failed(type: reported.name, message: finding.message) : .passed
    let shown = TerminalRenderer(files: files).render(finding)
    lines = shown.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}

// MARK: Tests

/// A playbook whose examples, tests and stories were run.
public struct TestedPlaybook: Sendable {
  public let name: String
  public let files: SourceFiles
  public let results: [TestResult]
  /// The practices that it has to show.
  public let coverage: [PracticeCoverage]

  public init(name: String, files: SourceFiles, results: [TestResult], coverage: [PracticeCoverage]) {
    self.name = name
    self.files = files
    self.results = results
    self.coverage = coverage
  }
}

/// The results of tests in JUnit's XML: a suite a playbook, a case a test and a case a practice. A playbook without a test
/// fails.
public func junitText(of playbooks: [TestedPlaybook]) -> String {
  let suites = playbooks.map { playbook in
    let none = JUnitCase(
      name: "any test", file: playbook.name, outcome: .failed(type: "no-test", message: "there is no test at all"))
    let cases =
      playbook.results.map { JUnitCase(of: $0, in: playbook.files) }
      + playbook.coverage.map { JUnitCase(of: $0, in: playbook.files) }
    return JUnitSuite(name: playbook.name, cases: playbook.results.isEmpty ? [none] + cases : cases)
  }
  return junitText(of: suites, named: "decorum test")
}

extension JUnitCase {
  fileprivate init(of coverage: PracticeCoverage, in files: SourceFiles) {
    let definition = coverage.practice.definition
    name = "practice \(definition.name) is shown"
    file = files[definition.span.file].name
    outcome =
      coverage.isShown
      ? .passed : .failed(type: "practice", message: "no test that cites it passes: \(coverage.practice.text)")
  }

  fileprivate init(of result: TestResult, in files: SourceFiles) {
    name = "\(result.kind.rawValue) “\(result.title)” at \(files[result.span.file].place(of: result.span.start))"
    file = files[result.span.file].name
    switch result.outcome {
    case .passed: outcome = .passed
    case .failed(let mismatches):
      let sentences = mismatches.map { "\($0.what): expected \($0.expected), got \($0.actual)" }
      outcome = .failed(type: result.kind.rawValue, message: sentences.first ?? "it fails")
      lines = zip(sentences, mismatches).map { "\($0) (\(files.location(of: $1.span)))" }
    }
  }
}
