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

  /// The word after a `#`: up to a blank, a comma or a bracket.
  func hashtagWord(_ comment: Span) -> Span {
    let length = slice(comment.start, comment.end).prefix { !" \t,[]{}".utf8.contains($0) }.count
    return comment.part(from: 0, length: length)
  }
}
