import Diagnostics
import PlaybookAnalysis

/// The errors and warnings of playbooks as `decorum check` shows them. Notes are for those who check.
struct BuildFindings {
  private var texts: [String] = []
  private var findings: [Diagnostic] = []
  private var files = 0
  private var lines = 0
  private var playbooks = 0
  private(set) var hasErrors = false

  mutating func add(_ analysis: Analysis, colours: Bool) {
    let grave = analysis.findings.filter { $0.severity != .note }
    if !grave.isEmpty { texts.append(TerminalRenderer(files: analysis.files, colours: colours).render(grave)) }
    findings += grave
    files += analysis.files.files.count
    lines += analysis.files.files.reduce(0) { $0 + $1.lineCount }
    playbooks += 1
    hasErrors = hasErrors || analysis.hasErrors
  }

  /// The findings, with the lines that close them where it is told how long it took; nothing for none. Each line is ended.
  func text(elapsed: Duration?) -> String {
    if findings.isEmpty { return "" }
    guard let elapsed else { return texts.joined(separator: "\n") }
    let summary = FindingsSummary(findings, playbooks: playbooks, files: files, lines: lines, elapsed: elapsed)
    return texts.map { $0 + "\n" }.joined() + summary.text
  }
}
