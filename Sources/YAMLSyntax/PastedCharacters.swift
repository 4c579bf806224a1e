import Diagnostics

/// What comes along when a text is pasted from a word processor or a web page.
extension Diagnostic {
  /// Typographic quotes around a plain text: to YAML they are letters of it.
  static func smartQuotes(_ leaf: Leaf, in text: ReadableText) -> Diagnostic? {
    let content = text.string(leaf.span).unicodeScalars
    guard let first = content.first, "“”„‟‘’‚‛".unicodeScalars.contains(first) else { return nil }
    let inner = content.dropFirst()
    let end = inner.firstIndex { "“”‘’".unicodeScalars.contains($0) && isDouble($0) == isDouble(first) }
    let isClosed = end.map { inner.index(after: $0) == inner.endIndex } ?? false
    guard isClosed || (leaf.isInFlow && end == nil) else { return nil }
    return Diagnostic(
      "smart-quotes", .warning, "these quotes are letters of the text: YAML knows `\"` and `'` alone", at: leaf.span,
      help: "write plain quotes",
      fix: isClosed ? Fix(span: leaf.span, replacement: plainlyQuoted(inner.dropLast())) : nil)
  }

  private static func isDouble(_ quote: Unicode.Scalar) -> Bool { (0x201C...0x201F).contains(quote.value) }

  private static func plainlyQuoted(_ content: Substring.UnicodeScalarView.SubSequence) -> String {
    var quoted = "\""
    for scalar in content {
      if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// No-break spaces in a plain text: an error where a space would be a sign of YAML, so that the text is read otherwise
  /// than it looks.
  static func noBreakSpaces(_ span: Span, in text: ReadableText) -> Diagnostic? {
    let bytes = Array(text.slice(span.start, span.end))
    let places = bytes.indices.dropLast().filter { bytes[$0] == 0xC2 && bytes[$0 + 1] == 0xA0 }
    guard let first = places.first, let last = places.last else { return nil }
    let before = first == 0 ? nil : bytes[first - 1]
    let isSign =
      first == 0 || last + 2 == bytes.count || before == UInt8(ascii: ":")
      || (before == UInt8(ascii: "-") && first == 1)
    let stretch = span.part(from: first, length: last + 2 - first)
    let replacement = String(text.string(stretch).unicodeScalars.map { $0 == "\u{A0}" ? " " : Character($0) })
    return Diagnostic(
      "no-break-space", isSign ? .error : .warning, "this is a no-break space", at: stretch.part(from: 0, length: 2),
      help: isSign ? "write a plain space" : "write a plain space, or quote the text if it is meant",
      fix: Fix(span: stretch, replacement: replacement))
  }
}
