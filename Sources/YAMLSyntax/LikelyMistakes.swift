import Diagnostics

extension Failure {
  /// What the author probably meant where libyaml complains.
  init(_ complaint: Complaint, openBracket: Int?, in text: ReadableText) {
    let mistake = LikelyMistake(complaint, openBracket, text)
    self.init(mistake.finding, place: min(complaint.place, mistake.beginning, openBracket ?? complaint.place))
  }
}

/// Names the mistake behind a complaint of libyaml, by what stands at its place.
struct LikelyMistake {
  let text: ReadableText
  let problem: String
  /// Where libyaml stopped.
  let place: Int
  /// Where that began which libyaml was reading: a bracket, a quote, a block's sign, a key.
  let beginning: Int
  /// Where the innermost bracket stands that is still open.
  let openBracket: Int?

  init(_ complaint: Complaint, _ openBracket: Int?, _ text: ReadableText) {
    self.text = text
    self.openBracket = openBracket
    problem = complaint.problem
    place = complaint.place
    let isCollection = complaint.context.contains("block") && !complaint.context.contains("scalar")
    beginning = isCollection ? complaint.place : complaint.contextPlace ?? complaint.place
  }

  var finding: Diagnostic {
    switch problem {
    case "found character that cannot start any token": startOfText
    case "did not find expected comment or line break": textBlock
    case "mapping values are not allowed in this context", "found unexpected ':'": colon
    case "could not find expected ':'": lineWithoutColon
    case "block sequence entries are not allowed in this context": dash
    case "found unexpected end of stream", "found unexpected document indicator": unclosedQuote
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      escape
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": brackets
    default: byFirstSign ?? afterValue
    }
  }

  /// The beginning of the line on which libyaml stopped.
  private var line: Int { text.startOfLine(at: place) }

  private func one(_ offset: Int) -> Span { text.span(offset, offset + 1) }

  /// The value that begins here: within brackets up to a comma or a closing bracket, else the rest of the line.
  private func value(at offset: Int) -> Span {
    let isInBrackets = openBracket != nil || text.isWithinBrackets(on: text.startOfLine(at: offset), upTo: offset)
    return isInBrackets ? text.item(at: offset) : text.restOfLine(from: offset)
  }
}

// MARK: Signs at the beginning of a text

extension LikelyMistake {
  private var startOfText: Diagnostic {
    let value = value(at: place)
    switch text.byte(at: place) {
    case 0x09: return .tab(one(place), isIndentation: text.skipBlanks(from: line) >= place)
    case UInt8(ascii: ">"): return .comparisonSign(at: place, in: text) ?? .unquotedText(value, in: text)
    default: return .unquotedText(value, in: text)
    }
  }

  private var textBlock: Diagnostic {
    if let comparison = Diagnostic.comparisonSign(at: beginning, in: text) { return comparison }
    let sign = text.string(one(beginning))
    return Diagnostic(
      "text-block", .error, "this `\(sign)` starts a YAML text block, whose text begins on the next line",
      at: one(beginning),
      help: "write \(text.quoted(text.restOfLine(from: beginning))), or begin a new line behind the sign")
  }

  /// Anchors, aliases and tags that libyaml does not even take for such.
  private var byFirstSign: Diagnostic? {
    let span = value(at: beginning)
    switch text.byte(at: beginning) {
    case UInt8(ascii: "*"): return .yamlAlias(span, in: text)
    case UInt8(ascii: "&"): return .anchor(span, in: text)
    case UInt8(ascii: "!"): return .tag(span, in: text)
    case UInt8(ascii: "%") where beginning == text.startOfLine(at: beginning):
      return .directive(text.restOfLine(from: beginning))
    case UInt8(ascii: "%"): return .unquotedText(span, in: text)
    default: return nil
    }
  }
}

// MARK: Colons

extension LikelyMistake {
  private var colon: Diagnostic {
    if text.string(one(place)) == ":", let noBreak = noBreakSpace { return noBreak }
    guard let key = keyOnLine, text.colon(after: key) < place else { return colonOnItsOwnLine }
    return unquotedColon(value(at: text.skipBlanks(from: text.colon(after: key) + 1)))
  }

  private func unquotedColon(_ value: Span) -> Diagnostic {
    Diagnostic(
      "unquoted-colon", .error, "this `:` would begin a mapping within a text", at: one(place),
      help: "write \(text.quoted(value))")
  }

  /// The line has a key, but the lines before it already are a text.
  private var colonOnItsOwnLine: Diagnostic {
    if let before = lineBefore, let joint = text.jointColon(at: text.skipEntrySigns(from: before)) {
      return .missingSpace(joint, in: text)
    }
    let content = text.skipEntrySigns(from: line)
    if place - content > 1024 { return .keyTooLong(text.span(content, place)) }
    if let key = text.key(at: content), text.colon(after: key) == place || beginning < line {
      return Diagnostic(
        "wrong-indentation", .error, "`\(text.excerpt(key))` stands within the text of the line before it", at: key,
        help: "line it up with the keys that it belongs to")
    }
    return unquotedColon(value(at: text.skipEntrySigns(from: line)))
  }

  private var lineWithoutColon: Diagnostic {
    let content = text.restOfLine(from: beginning)
    if let quote = text.byte(at: beginning), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return .missingColon(content)
    }
    if let noBreak = Diagnostic.noBreakSpaces(content, in: text) { return noBreak }
    if let joint = text.jointColon(at: beginning) { return .missingSpace(joint, in: text) }
    if text.slice(content.start, content.end).allSatisfy({ "-=_*~".utf8.contains($0) }) { return .ruler(content) }
    if text.key(at: beginning) != nil || content.end - content.start > 1024 { return .keyTooLong(content) }
    return .missingColon(content)
  }

  private var noBreakSpace: Diagnostic? {
    let rest = text.span(line, max(line, place))
    return Diagnostic.noBreakSpaces(text.restOfLine(from: rest.start), in: text)
  }

  private var keyOnLine: Span? { text.key(at: text.skipEntrySigns(from: line)) }

  /// The beginning of the nearest line above that is not empty.
  private var lineBefore: Int? {
    var start = line
    while start > text.base {
      start = text.startOfLine(at: start - 1)
      if !text.isLineEnd(at: text.skipBlanks(from: start)) { return start }
    }
    return nil
  }
}

// MARK: Quotes and brackets

extension LikelyMistake {
  private var unclosedQuote: Diagnostic {
    let quote = text.string(one(beginning))
    return Diagnostic(
      "unclosed-quote", .error, "this quote is not closed", at: one(beginning),
      help: "write `\(quote)` at the end of the text")
  }

  private var escape: Diagnostic {
    let value = value(at: beginning)
    let inner = text.string(value).dropFirst().prefix { $0 != "\"" && !$0.isNewline }
    let backslash = text.byte(at: place) == UInt8(ascii: "\\") ? place : max(beginning, place - 1)
    return Diagnostic(
      "bad-escape", .error, "in double quotes a backslash begins an escape, and this is none",
      at: text.span(backslash, backslash + 2),
      help: "write `'\(inner.prefix(60))'` in single quotes, or `\\\\` for a backslash")
  }

  private var brackets: Diagnostic {
    let isAtLineStart = text.skipBlanks(from: line) >= place
    if place >= text.end || isAtLineStart { return unclosedBracket }
    if text.byte(at: place) == UInt8(ascii: ":") { return unquotedColon(text.item(around: place)) }
    return Diagnostic(
      "missing-comma", .error, "a comma is missing before this", at: value(at: place),
      help: "write a comma between the two, or quote the whole text")
  }

  private var unclosedBracket: Diagnostic {
    let bracket = openBracket ?? beginning
    let closing = text.byte(at: bracket) == UInt8(ascii: "{") ? "}" : "]"
    return Diagnostic(
      "unclosed-bracket", .error, "this bracket is not closed", at: one(bracket),
      help: "write `\(closing)` where it ends")
  }
}

// MARK: The rest

extension LikelyMistake {
  private var dash: Diagnostic {
    let item = value(at: text.skipBlanks(from: place + 1))
    return Diagnostic(
      "misplaced-dash", .error, "a list that is written with dashes begins on a line of its own", at: one(place),
      help: "begin a new line before the dash, or write `[\(text.excerpt(item))]`")
  }

  /// Something stands where the value before it has ended.
  private var afterValue: Diagnostic {
    if place >= text.end { return openBracket == nil ? .unreadable(one(beginning)) : unclosedBracket }
    let isAtLineStart = text.skipBlanks(from: line) >= place
    switch text.byte(at: place) {
    case UInt8(ascii: ":"): return .emptyKey(one(place))
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      return .strayBracket(one(place), help: "take it out")
    case UInt8(ascii: ",") where openBracket != nil:
      return Diagnostic(
        "stray-comma", .error, "nothing stands before this comma", at: one(place),
        help: "take it out, or quote the text")
    default: return isAtLineStart ? wrongIndentation : textAfterValue
    }
  }

  private var wrongIndentation: Diagnostic {
    let blanks = text.span(line, text.skipBlanks(from: line))
    if let tab = text.slice(blanks.start, blanks.end).firstIndex(of: 0x09) {
      return .tab(one(text.base + tab), isIndentation: true)
    }
    return Diagnostic(
      "wrong-indentation", .error, "this line is not lined up with the lines that it belongs to",
      at: text.restOfLine(from: line), help: "give it the same indentation as the entries beside it")
  }

  private var textAfterValue: Diagnostic {
    let start = keyOnLine.map { text.colon(after: $0) + 1 } ?? text.skipEntrySigns(from: line)
    let value = text.restOfLine(from: start)
    if value.isEmpty { return .unreadable(one(place)) }
    if let quote = text.byte(at: place - 1), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""),
      text.byte(at: value.start) == quote
    {
      return .quoteWithinQuotes(one(place - 1))
    }
    return .unquotedText(value, in: text)
  }
}
