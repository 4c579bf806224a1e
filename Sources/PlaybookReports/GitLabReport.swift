import DecisionModel
import Diagnostics

/// The findings as GitLab's code quality report: an array of issues.
///
/// <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>
func gitLabText(of report: CheckReport) -> String {
  var writer = JSONWriter()
  writer.array { for finding in report.findings.joined() { $0.issue(finding) } }
  return loggable(writer.bytes)
}

extension JSONWriter {
  fileprivate mutating func issue(_ reported: ReportedFinding) {
    let (finding, file) = (reported.finding, reported.files[reported.finding.span.file])
    object {
      $0.member("description", reported.lines.joined(separator: "; "))
      $0.member("check_name", reported.name)
      $0.member("fingerprint", reported.fingerprint)
      $0.member("severity", gitLabWord(for: finding.severity))
      $0.object("location") {
        $0.member("path", visible(file.name))
        $0.object("lines") {
          $0.member("begin", file.place(of: finding.span.start).line)
          $0.member("end", file.place(of: finding.span.end).line)
        }
      }
    }
  }
}

private func gitLabWord(for severity: Diagnostic.Severity) -> String {
  switch severity {
  case .error: "major"
  case .warning: "minor"
  case .note: "info"
  }
}
