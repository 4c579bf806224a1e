import Diagnostics

/// A finding as compilers say it, so that Xcode and SwiftPM show it at its place: `file:line:column: error: message`.
/// What else belongs to it follows as notes.
func lines(of finding: Diagnostic, in files: SourceFiles) -> String {
  let label = finding.label.map { " (\($0))" } ?? ""
  let message = "\(finding.message)\(label) [\(finding.name)]"
  let related = finding.related.map { line("note", $0.label, at: $0.span, in: files) }
  let witness = finding.witness.map { [line("note", "a comment that shows it: \($0)", at: finding.span, in: files)] }
  let help = finding.help.map { [line("note", $0, at: finding.span, in: files)] }
  return
    ([line(finding.severity.rawValue, message, at: finding.span, in: files)] + related + (witness ?? [])
    + (help ?? [])).joined(separator: "\n")
}

private func line(_ severity: String, _ text: String, at span: Span, in files: SourceFiles) -> String {
  let file = files[span.file]
  return "\(visible(file.name)):\(file.place(of: span.start)): \(severity): \(visible(text))"
}
