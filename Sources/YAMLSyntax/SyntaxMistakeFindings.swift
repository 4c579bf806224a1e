import Diagnostics

/// What authors write that YAML cannot read.
extension Diagnostic {
  /// `> 5` and `>= 5`, where YAML takes the sign for that of a folded text.
  static func comparisonSign(at offset: Int, in text: ReadableText) -> Diagnostic? {
    guard text.byte(at: offset) == UInt8(ascii: ">") else { return nil }
    let orEqual = text.byte(at: offset + 1) == UInt8(ascii: "=")
    let number = text.number(at: text.skipBlanks(from: offset + (orEqual ? 2 : 1)))
    if number.isEmpty { return nil }
    let words = orEqual ? "at least" : "more than"
    let sign = text.span(offset, offset + 1)
    let fix = Fix(span: sign.joined(with: number), replacement: "\(words) \(text.string(number))")
    return Diagnostic(
      "folded-comparison", .error, "this `>` starts a YAML text block, not a comparison", at: sign,
      help: "write `\(words) \(text.excerpt(number))`", fix: text.isBound(number) ? fix : nil)
  }

  /// `>5`, which YAML reads as an empty text that is indented by five.
  static func foldedComparison(_ scalar: YAMLScalar, in text: ReadableText) -> Diagnostic? {
    guard scalar.style == .folded, scalar.text.isEmpty else { return nil }
    return comparisonSign(at: scalar.span.start, in: text)
  }

  static func unquotedBraces(at offset: Int, in text: ReadableText) -> Diagnostic {
    unquotedText(text.restOfLine(from: offset), in: text)
  }

  static func unquotedText(_ span: Span, in text: ReadableText) -> Diagnostic {
    let first = text.string(span).prefix(text.slice(span.start, span.start + 2).elementsEqual("{{".utf8) ? 2 : 1)
    return Diagnostic(
      "unquoted-text", .error, "a text that begins with `\(first)` must stand in quotes", at: span,
      help: "write \(text.quoted(span))", fix: text.quotingFix(span))
  }

  static func quoteWithinQuotes(_ span: Span) -> Diagnostic {
    Diagnostic(
      "quote-within-quotes", .error, "this quote ends the text", at: span,
      help: "write `''` for one within single quotes, or `\\\"` within double quotes")
  }

  static func missingSpace(_ colon: Int, in text: ReadableText) -> Diagnostic {
    let span = text.span(colon, colon + 1)
    return Diagnostic(
      "missing-space", .error, "there is no space behind this `:`, so that it ends no key", at: span,
      help: "write a space behind it", fix: Fix(span: span, replacement: ": "))
  }

  static func missingColon(_ span: Span) -> Diagnostic {
    Diagnostic(
      "missing-colon", .error, "this line has no key", at: span,
      help: "write `key: value`, indent the line to the text that it belongs to, or put `#` before it")
  }

  static func keyTooLong(_ span: Span) -> Diagnostic {
    Diagnostic(
      "key-too-long", .error, "a key has 1,024 characters at the most", at: span, help: "write a shorter one")
  }

  static func ruler(_ span: Span) -> Diagnostic {
    Diagnostic(
      "missing-colon", .error, "a ruled line is no part of a playbook", at: span, help: "put `#` before it")
  }

  static func unreadable(_ span: Span) -> Diagnostic {
    Diagnostic(
      "yaml-syntax", .error, "this cannot be read", at: span,
      help: "look for a quote, a bracket or an indentation that does not fit before it")
  }
}
