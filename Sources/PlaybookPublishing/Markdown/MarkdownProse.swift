/// Writes running text as GitHub's Markdown, all of it in one line.
struct MarkdownProse {
  enum Place { case paragraph, heading, cell }

  let place: Place

  /// The line, with its first characters guarded where it begins a paragraph.
  func line(_ prose: Prose) -> String {
    let text = trimmed(written(prose.runs, within: []))
    return place == .paragraph ? guardedLineStart(text) : text
  }

  /// What the runs stand in; emphasis in emphasis and a link in a link mean nothing.
  private enum Mark { case strong, emphasis, link }

  private func written(_ runs: [Prose.Run], within marks: Set<Mark>) -> String {
    var line = ""
    for (index, run) in runs.enumerated() {
      let next = index + 1 < runs.count ? runs[index + 1] : nil
      let stands = standsFree(after: line, before: next)
      switch run {
      case .text(let text): line += markdownEscaped(text, inLink: marks.contains(.link))
      case .code(let text): line += code(text)
      case .lineBreak: line += "<br>"
      case .strong(let prose): line += marked(prose, .strong, stands ? .stars : .strongTag, marks)
      case .emphasis(let prose): line += marked(prose, .emphasis, stands ? .underlines : .emphasisTag, marks)
      case .link(let prose, let target): line += link(prose, to: target, marks)
      }
    }
    return line
  }

  private struct Brackets {
    let open: String
    let close: String
    static let stars = Brackets(open: "**", close: "**")
    static let underlines = Brackets(open: "_", close: "_")
    static let strongTag = Brackets(open: "<strong>", close: "</strong>")
    static let emphasisTag = Brackets(open: "<em>", close: "</em>")
  }

  private func marked(_ prose: Prose, _ mark: Mark, _ brackets: Brackets, _ marks: Set<Mark>) -> String {
    let text = written(prose.runs, within: marks.union([mark]))
    let inner = trimmed(text)
    if marks.contains(mark) || inner.isEmpty { return text }
    let blanks = (text.hasPrefix(" ") ? " " : "", text.hasSuffix(" ") ? " " : "")
    return blanks.0 + brackets.open + inner + brackets.close + blanks.1
  }

  /// Whether stars and underlines are sure to be marks here; beside a letter they may not be.
  private func standsFree(after line: String, before next: Prose.Run?) -> Bool {
    let begins = line.unicodeScalars.last.map { " (“‘".unicodeScalars.contains($0) } ?? true
    guard let next else { return begins }
    guard case .text(let text) = next, let first = text.unicodeScalars.first else { return false }
    return begins && " .,;:!?)”’\n".unicodeScalars.contains(first)
  }

  private func link(_ prose: Prose, to target: Prose.Target, _ marks: Set<Mark>) -> String {
    let text = trimmed(written(prose.runs, within: marks.union([.link])))
    if marks.contains(.link) || text.isEmpty { return text }
    switch target {
    case .anchor(let anchor): return "[\(text)](#\(anchor.identifier))"
    case .address(let address): return "[\(text)](<\(address.destination)>)"
    case .file(let file): return "[\(text)](\(file.text))"
    }
  }

  private func code(_ text: String) -> String {
    let text = legible(text)
    if text.isEmpty || text == " " { return "" }
    // A pipe behind a backslash cannot be escaped in a cell's code.
    if place == .cell && text.utf8.contains(UInt8(ascii: "|")) { return "<code>\(codeEscaped(text))</code>" }
    let fence = String(repeating: "`", count: longestRunOfBackticks(in: text) + 1)
    let edges = [text.utf8.first, text.utf8.last]
    let needsBlank = edges.contains(UInt8(ascii: "`")) || edges.contains(0x20)
    return needsBlank ? "\(fence) \(text) \(fence)" : fence + text + fence
  }

  /// Text between tags is still Markdown, so every mark in it is written as a number.
  private func codeEscaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      // What GitHub would take for a mailbox is parted.
      if scalar == "@" { return "&#64;<!-- -->" }
      let isMark = scalar.isASCII && scalar != " " && !scalar.properties.isAlphabetic && !("0"..."9" ~= scalar)
      return isMark ? "&#\(scalar.value);" : String(scalar)
    }.joined()
  }

  private func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
    let end = scalars.lastIndex { !$0.properties.isWhitespace }
    return end.map { String(scalars[...$0]) } ?? ""
  }
}

/// How many backticks stand together at the most.
func longestRunOfBackticks(in text: String) -> Int {
  var (longest, current) = (0, 0)
  for byte in text.utf8 {
    current = byte == UInt8(ascii: "`") ? current + 1 : 0
    longest = max(longest, current)
  }
  return longest
}
