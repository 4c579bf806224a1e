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
      case .clock, .bars: nil
      }
    guard let lines, lines.reduce(0, { $0 + $1.utf16.count + 1 }) <= Mermaid.mostCharacters else { return nil }
    return lines
  }

  /// Mermaid draws 50,000 characters and 500 edges (`maxTextSize`, `maxEdges`); each question has two edges.
  private static let mostCharacters = 50_000
  private static let mostEdges = 500

  /// Each question stands beside its outcome in a part of its own, so that the parts stand below one another: a chain of
  /// questions with branches would run away to the right.
  private func lines(of chart: Document.Flowchart) -> [String]? {
    let rows = chart.rows + [chart.otherwise].compactMap { $0 }
    guard 2 * rows.count + 1 <= Mermaid.mostEdges else { return nil }
    var lines = ["flowchart TB", "  start([\(label(chart.start))])"]
    for (index, row) in rows.enumerated() {
      let isQuestion = index < chart.rows.count
      lines += [
        "  subgraph row\(index)[\" \"]", "    direction LR",
        isQuestion ? "    q\(index){{\(label(row.question))}}" : "    q\(index)([\(label(row.question))])",
        "    q\(index) \(isQuestion ? "-- Yes -->" : "-->") a\(index)[\(label(row.outcome.box))]", "  end",
        index == 0 ? "  start --> row0" : "  row\(index - 1) -- No --> row\(index)", "  class row\(index) row",
      ]
    }
    if let always = chart.always {
      lines += ["  always[/\(label(always))/]", "  \(rows.isEmpty ? "start" : "row\(rows.count - 1)") -.- always"]
    }
    return lines + ["  classDef row fill:none"]
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
/// A letter beyond ASCII stays, save for those of which Mermaid makes its own marks while it reads (`ﬂ°°`, `¶ß`): it
/// takes these for marks even where they were written as numbers, so that the ligature becomes two letters. Between two
/// dollars, which would begin a formula, stands a word joiner.
func mermaidEscaped(_ text: String) -> String {
  var escaped = ""
  var before: Unicode.Scalar?
  for scalar in legible(text).unicodeScalars {
    if scalar == "$" && before == "$" { escaped += "#8288;" }
    escaped += escapedForMermaid(scalar)
    before = scalar
  }
  return escaped
}

private func escapedForMermaid(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", " ", ",": String(scalar)
  case "\u{FB02}": "fl"
  default: scalar.isASCII ? "#\(scalar.value);" : String(scalar)
  }
}
