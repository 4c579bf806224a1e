import Diagnostics

/// The findings as commands that GitHub's runner turns into annotations of a change, one a line.
///
/// <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
func gitHubCommands(of report: CheckReport) -> String { report.findings.joined().map(command).joined() }

private func command(for reported: ReportedFinding) -> String {
  let (finding, file) = (reported.finding, reported.files[reported.finding.span.file])
  let (start, end) = (file.place(of: finding.span.start), file.place(of: finding.span.end))
  var properties = [("file", visible(file.name)), ("line", "\(start.line)"), ("col", "\(start.column)")]
  // GitHub takes a last column where one line is meant, and it is part of what is meant.
  if end.line == start.line {
    properties += [("endLine", "\(end.line)"), ("endColumn", "\(max(start.column, end.column - 1))")]
  }
  properties.append(("title", reported.name))
  let list = properties.map { "\($0)=\(escapedProperty($1))" }.joined(separator: ",")
  return "::\(word(for: finding.severity)) \(list)::\(escapedMessage(message(of: reported)))\n"
}

private func message(of reported: ReportedFinding) -> String {
  let related = reported.finding.related.map {
    "\(visible(reported.files.location(of: $0.span))): \(visible($0.label))"
  }
  return (reported.lines + related).joined(separator: "\n")
}

private func word(for severity: Diagnostic.Severity) -> String {
  switch severity {
  case .error: "error"
  case .warning: "warning"
  case .note: "notice"
  }
}

private func escapedMessage(_ text: String) -> String { escaped(text, "%\r\n") }

private func escapedProperty(_ text: String) -> String { escaped(text, "%\r\n:,") }

/// Percent and two hexadecimal digits in place of each of some ASCII characters.
private func escaped(_ text: String, _ signs: StaticString) -> String {
  let signs = Array("\(signs)".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    if signs.contains(byte) { bytes += percentEscape(byte) } else { bytes.append(byte) }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// `%0A`
func percentEscape(_ byte: UInt8) -> [UInt8] {
  Array((byte < 16 ? "%0" : "%").utf8) + String(byte, radix: 16, uppercase: true).utf8
}
