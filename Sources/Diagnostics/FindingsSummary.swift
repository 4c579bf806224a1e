/// The lines that close a run: how many findings in how much text, and how to learn more.
public struct FindingsSummary: Sendable {
  private let findings: [Diagnostic]
  private let accepted: Int
  private let playbooks: Int
  private let files: Int
  private let lines: Int
  private let elapsed: Duration

  /// - Parameter accepted: how many findings the playbooks accept in place; these are not among the findings.
  public init(
    _ findings: [Diagnostic], accepted: Int = 0, playbooks: Int, files: Int, lines: Int, elapsed: Duration
  ) {
    self.findings = findings
    self.accepted = accepted
    self.playbooks = playbooks
    self.files = files
    self.lines = lines
    self.elapsed = elapsed
  }

  /// `2 errors, 1 warning in 1 playbook (3 files, 214 lines, 9 ms)`, and where there are findings, a second line that
  /// names the first for `decorum explain`. Each line is ended.
  public var text: String {
    let size = "\(counted(files, "file")), \(counted(lines, "line")), \(milliseconds) ms"
    let first = "\(counts) in \(counted(playbooks, "playbook")) (\(size))\n"
    guard let name = findings.first?.name else { return first }
    return first + "more on each: decorum explain \(name)\n"
  }

  private var counts: String {
    let counts = Diagnostic.Severity.allCases.compactMap { severity in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : counted(count, severity.rawValue)
    }
    let found = counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    return accepted == 0 ? found : "\(found) (and \(accepted) accepted)"
  }

  private var milliseconds: Int64 {
    let (seconds, attoseconds) = elapsed.components
    return seconds.multipliedReportingOverflow(by: 1000).partialValue &+ attoseconds / 1_000_000_000_000_000
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
