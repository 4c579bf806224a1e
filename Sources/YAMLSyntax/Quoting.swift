import Diagnostics

/// How a text of the file is shown in a message, and how it would be quoted.
extension ReadableText {
  /// A piece of the file short enough for a message.
  func excerpt(_ span: Span) -> String {
    let characters = string(span).prefix { !$0.isNewline }
    return characters.count > 40 ? characters.prefix(40) + "…" : String(characters)
  }

  /// A piece of the file in quotes, between backticks: in double quotes where nothing need be escaped.
  func quoted(_ span: Span) -> String {
    let content = excerpt(span)
    guard content.contains(where: { $0 == "\"" || $0 == "\\" }) else { return "`\"\(content)\"`" }
    return "`'\(content.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'`"
  }

  /// The fix that puts a text in quotes that begins with a sign of YAML's, where it is certain that the text is meant to
  /// end with its line.
  func quotingFix(_ span: Span) -> Diagnostic.Fix? {
    let content = string(span)
    guard content.hasPrefix("@") || content.hasPrefix("{{"), isWholeValue(span) else { return nil }
    guard content.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
      return Diagnostic.Fix(span: span, replacement: "\"\(content)\"")
    }
    let doubled = content.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    return Diagnostic.Fix(span: span, replacement: "'\(doubled)'")
  }

  /// Whether a span takes the rest of its line, outside of brackets, and the next line does not go on with it.
  private func isWholeValue(_ span: Span) -> Bool {
    let line = startOfLine(at: span.start)
    let rest = restOfLine(from: span.start)
    guard !isWithinBrackets(on: line, upTo: span.start), rest == span else { return false }
    var next = endOfLine(from: span.end) + 1
    while byte(at: next) != nil, isLineEnd(at: skipBlanks(from: next)) { next = endOfLine(from: next) + 1 }
    return byte(at: next) == nil || skipBlanks(from: next) - next <= skipBlanks(from: line) - line
  }

  /// The word after a `#`: up to a blank, a comma or a bracket.
  func hashtagWord(_ comment: Span) -> Span {
    let length = slice(comment.start, comment.end).prefix { !" \t,[]{}".utf8.contains($0) }.count
    return comment.part(from: 0, length: length)
  }
}
