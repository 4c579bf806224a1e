/// Writes drawings in the language of Mermaid, which GitHub and GitLab draw.
///
/// Every label stands in quotes, and all that could mean something to Mermaid, to its Markdown or to HTML is written as
/// the number of its character (https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters).
struct Mermaid {
  /// The lines of the drawing; nil where Mermaid has no such drawing, or it is larger than GitHub draws.
  func lines(of drawing: Document.Drawing) -> [String]? {
    let lines: [String]? =
      switch drawing {
      case .flowchart(let chart): self.lines(of: chart)
      case .ladder(let ladder): self.lines(of: ladder)
      case .clock: nil
      }
    guard let lines, lines.reduce(0, { $0 + $1.utf16.count + 1 }) <= Mermaid.mostCharacters else { return nil }
    return lines
  }

  /// Mermaid draws 50,000 characters and 500 edges (`maxTextSize`, `maxEdges`); each question has two edges.
  private static let mostCharacters = 50_000
  private static let mostEdges = 500

  private func lines(of chart: Document.Flowchart) -> [String]? {
    let rows = chart.rows
    let last = rows.count
    guard 2 * last + 2 <= Mermaid.mostEdges else { return nil }
    let hasLast = chart.otherwise != nil
    var lines = ["flowchart TD", "  start([\(label(chart.start))])"]
    if !rows.isEmpty || hasLast { lines.append("  start --> q0") }
    for (index, row) in rows.enumerated() {
      lines.append("  q\(index){{\(label(row.question))}}")
      lines.append("  q\(index) -- Yes --> a\(index)[\(label(row.outcome.box))]")
      if index + 1 < last || hasLast { lines.append("  q\(index) -- No --> q\(index + 1)") }
    }
    if let otherwise = chart.otherwise {
      lines.append("  q\(last)([\(label(otherwise.question))])")
      lines.append("  q\(last) --> a\(last)[\(label(otherwise.outcome.box))]")
    }
    return lines + (chart.always.map { ["  always[/\(label($0))/]"] } ?? [])
  }

  private func lines(of ladder: Document.Ladder) -> [String]? {
    guard !ladder.rungs.isEmpty, ladder.rungs.count <= Mermaid.mostEdges else { return nil }
    var lines = ["flowchart LR"]
    for (index, rung) in ladder.rungs.enumerated() {
      let strikes = rung.strikes.map { NumbersInWords.count($0, Noun("strike")) }
      let parts = [strikes].compactMap { $0 } + [rung.box.title] + rung.box.lines
      lines.append("  r\(index)[\(label(parts))]")
      if index > 0 { lines.append("  r\(index - 1) --> r\(index)") }
    }
    return lines + ["  forgetting([\(label(ladder.forgetting))])"]
  }

  private func label(_ box: Document.Box) -> String { label([box.title] + box.lines) }
  private func label(_ line: String) -> String { label([line]) }

  private func label(_ lines: [String]) -> String {
    "\"" + lines.map(mermaidEscaped).joined(separator: "<br>") + "\""
  }
}

/// Text within a label of Mermaid: letters, digits and blanks as they are, each other character by its number.
///
/// A letter beyond ASCII stays, save for those of which Mermaid makes its own marks while it reads (`ﬂ°°`, `¶ß`).
func mermaidEscaped(_ text: String) -> String {
  legible(text).unicodeScalars.map { scalar in
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", ",": String(scalar)
    case "\u{FB02}", "\u{B0}", "\u{B6}": "#\(scalar.value);"
    default: scalar.isASCII ? "#\(scalar.value);" : String(scalar)
    }
  }.joined()
}
