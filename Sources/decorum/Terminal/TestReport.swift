import Diagnostics
import PlaybookModel
import PlaybookTesting

/// What a person reads of a run of tests: what failed, as expected against actual, and the counts.
struct TestReport {
  let results: [TestResult]
  let coverage: [PracticeCoverage]
  let files: SourceFiles
  let verbose: Bool
  let colours: Bool

  func text(for playbook: String) -> String {
    let lines = results.flatMap(lines)
    return (lines + practices + [summary(of: playbook)]).joined(separator: "\n")
  }

  // MARK: Practices

  /// The practices that are shown, and those that are not.
  private var practices: [String] {
    if coverage.isEmpty { return [] }
    let names = coverage.filter(\.isShown).map(\.practice.definition.name)
    let shown =
      "practices shown: \(names.isEmpty ? "none" : names.joined(separator: " ")) (\(names.count) of \(coverage.count))"
    return (verbose ? coverage.flatMap(lines) : []) + coverage.filter { !$0.isShown }.flatMap(missing) + [shown]
  }

  private func lines(_ coverage: PracticeCoverage) -> [String] {
    guard coverage.isShown else { return [] }
    let ways = coverage.citedBy.filter(\.isPassed).map { "  \($0.kind.rawValue) \(quoted($0.title))" }
    return ["\(coverage.practice.definition.name)  \(visible(coverage.practice.text))"] + ways
  }

  private func missing(_ coverage: PracticeCoverage) -> [String] {
    let practice = coverage.practice
    let reason = coverage.citedBy.isEmpty ? "nothing that is run cites it" : "all that cites it fails"
    return [
      "\(painted("FAIL", 31)) practice \(practice.definition.name) is not shown: \(reason)",
      "  \(visible(practice.text))", "  at \(files.location(of: practice.definition.nameSpan))",
    ]
  }

  private func lines(_ result: TestResult) -> [String] {
    let name = "\(result.kind.rawValue) \(quoted(result.title))"
    switch result.outcome {
    case .passed:
      return verbose ? ["\(painted("pass", 32)) \(name)"] : []
    case .failed(let mismatches):
      return ["\(painted("FAIL", 31)) \(name)"] + mismatches.flatMap(lines)
    }
  }

  private func lines(_ mismatch: Mismatch) -> [String] {
    [
      "  \(mismatch.what): expected \(visible(mismatch.expected)), got \(visible(mismatch.actual))",
      "  at \(files.location(of: mismatch.span))",
    ]
  }

  private func summary(of playbook: String) -> String {
    let count = TestCount(results)
    guard count.passed + count.failed > 0 else {
      return
        "\(playbook): \(painted("no test at all", 31)), which is a failure: add examples to its categories, or `tests`"
    }
    let kinds = TestResult.Kind.allCases.compactMap { kind in
      let number = results.count { $0.kind == kind }
      return number == 0 ? nil : "\(number) \(number == 1 ? kind.rawValue : kind.plural)"
    }
    return "\(playbook): \(count.passed) passed, \(count.failed) failed (\(kinds.joined(separator: ", ")))"
  }

  private func quoted(_ title: String) -> String {
    let line = visible(title.split(whereSeparator: \.isNewline).joined(separator: " "))
    return "“\(line.count > 90 ? line.prefix(89) + "…" : line)”"
  }

  private func painted(_ text: String, _ colour: Int) -> String {
    colours ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }
}

extension TestResult.Kind {
  fileprivate var plural: String { self == .story ? "stories" : rawValue + "s" }
}
