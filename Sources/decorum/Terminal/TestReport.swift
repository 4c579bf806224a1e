import Diagnostics
import PlaybookTesting

/// What a person reads of a run of tests: what failed, as expected against actual, and the counts.
struct TestReport {
  let results: [TestResult]
  let files: SourceFiles
  let verbose: Bool
  let colours: Bool

  func text(for playbook: String) -> String {
    let lines = results.flatMap(lines)
    return (lines + [summary(of: playbook)]).joined(separator: "\n")
  }

  private func lines(_ result: TestResult) -> [String] {
    let name = "\(result.kind.rawValue) \(quoted(result.title))"
    switch result.outcome {
    case .passed:
      return verbose ? ["\(painted("pass", 32)) \(name)"] : []
    case .notRun(let reason):
      return ["\(painted("not run", 33)) \(name): \(reason)", "  at \(files.location(of: result.span))"]
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
    let notRun = count.notRun == 0 ? "" : ", \(count.notRun) not run"
    return "\(playbook): \(count.passed) passed, \(count.failed) failed\(notRun) (\(kinds.joined(separator: ", ")))"
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
