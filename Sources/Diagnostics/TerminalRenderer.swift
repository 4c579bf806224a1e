/// Writes findings for people: each with its line, marks below it, the related places, and what to do.
///
/// Nothing hidden in a file or a comment is printed as it is, and no line can be read by a CI log as a command.
public struct TerminalRenderer: Sendable {
  private let files: SourceFiles
  private let style: TerminalStyle

  /// - Parameter colours: whether to write ANSI colours; the caller asks the terminal and `NO_COLOR`.
  public init(files: SourceFiles, colours: Bool = false) {
    self.files = files
    style = TerminalStyle(colours: colours)
  }

  /// The findings one after the other with an empty line between them, or nothing for none.
  public func render(_ findings: [Diagnostic]) -> String { findings.map(render).joined(separator: "\n") }

  /// One finding in lines, each ended.
  public func render(_ finding: Diagnostic) -> String {
    let gutter = Gutter(width: gutterWidth(of: finding), style: style)
    var lines = [headline(of: finding)]
    lines += excerpt(of: finding.span, arrow: "-->", mark: "^", label: finding.label, finding.severity, gutter)
    for related in finding.related {
      lines.append(gutter.empty)
      lines += excerpt(of: related.span, arrow: ":::", mark: "-", label: related.label, nil, gutter)
    }
    lines += advice(of: finding, gutter)
    return lines.map { $0 + "\n" }.joined()
  }

  private func headline(of finding: Diagnostic) -> String {
    style.severity("\(finding.severity.rawValue)[\(visible(finding.name.description))]", finding.severity)
      + style.strong(": \(visible(finding.message))")
  }

  private func excerpt(
    of span: Span, arrow: String, mark: Character, label: String?, _ severity: Diagnostic.Severity?, _ gutter: Gutter
  ) -> [String] {
    let file = files[span.file]
    let excerpt = SourceExcerpt(of: span, in: file, mark: mark)
    let marks = excerpt.marks + (label.map { " \(visible($0))" } ?? "")
    return [
      gutter.arrow(arrow, to: visible(files.location(of: span))), gutter.empty,
      gutter.line(excerpt.line, number: file.lineIndex(of: span.start) + 1),
      gutter.line(severity.map { style.severity(marks, $0) } ?? style.aside(marks), number: nil),
    ]
  }

  /// The witness and the help. A line of the gutter closes the excerpt before them; but the text of a certain fix that
  /// takes the place of more than what is marked stands directly below the marks.
  private func advice(of finding: Diagnostic, _ gutter: Gutter) -> [String] {
    var lines: [String] = []
    if let witness = finding.witness { lines.append(style.strong("witness:") + " \(visible(witness))") }
    if let help = finding.help { lines.append(style.strong("help:") + " \(visible(help))") }
    let isAlone = finding.witness == nil && finding.related.isEmpty
    let isWider = isAlone && finding.fix.map { $0.span != finding.span } ?? false
    return lines.isEmpty || isWider ? lines : [gutter.empty] + lines
  }

  private func gutterWidth(of finding: Diagnostic) -> Int {
    let spans = [finding.span] + finding.related.map(\.span)
    return spans.map { String(files[$0.file].lineIndex(of: $0.start) + 1).utf8.count }.max() ?? 1
  }
}

/// The column of line numbers at the left of an excerpt.
private struct Gutter {
  let width: Int
  let style: TerminalStyle

  var empty: String { style.aside(blanks(width + 1) + "|") }

  func arrow(_ arrow: String, to location: String) -> String { style.aside(blanks(width) + arrow) + " \(location)" }

  func line(_ text: String, number: Int?) -> String {
    let digits = number.map(String.init) ?? ""
    let bar = style.aside(digits + blanks(width - digits.utf8.count + 1) + "|")
    return text.isEmpty ? bar : "\(bar) \(text)"
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
