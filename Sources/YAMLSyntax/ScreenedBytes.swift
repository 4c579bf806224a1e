import Diagnostics

/// The bytes of a file after the hidden characters were reported, fit for libyaml and of the same length.
///
/// libyaml ends a comment at NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR and a bare carriage return, so that a comment
/// could hide a rule, and it stops at controls. Those become blanks; what is merely invisible stays until a scalar is
/// made of it (`withoutHiddenCharacters`).
struct ScreenedBytes {
  private(set) var bytes: [UInt8]
  private(set) var findings = SyntaxFindings()
  /// Whether scalars have to be freed of characters that were reported.
  private(set) var hasInvisibleCharacters = false

  init(_ file: SourceFile) {
    bytes = file.bytes
    var firstOfKind: [HiddenCharacter.Kind: (first: HiddenCharacter, count: Int)] = [:]
    findHiddenCharacters(in: file.bytes) { hidden in
      blank(hidden)
      if ScreenedBytes.isReportedOnce(hidden) {
        firstOfKind[hidden.kind, default: (hidden, 0)].count += 1
      } else {
        findings.report(finding(about: hidden, in: file))
      }
    }
    for (first, count) in firstOfKind.values.sorted(by: { $0.first.offset < $1.first.offset }) {
      findings.report(finding(about: first, others: count - 1, in: file))
    }
    screenIndentation(of: file)
  }

  /// A file in another encoding, or with the line ends of another machine, has one fault and not thousands.
  private static func isReportedOnce(_ hidden: HiddenCharacter) -> Bool {
    hidden.kind == .illFormed || hidden.scalar == "\r"
  }

  private mutating func blank(_ hidden: HiddenCharacter) {
    let substitute: UInt8
    switch hidden.kind {
    case .bidi, .invisible:
      hasInvisibleCharacters = true
      return
    case .illFormed: substitute = UInt8(ascii: "_")
    case .lineBreak where hidden.scalar == "\r": substitute = 0x0A
    case .control, .lineBreak, .byteOrderMark: substitute = 0x20
    }
    for offset in hidden.offset..<hidden.offset + hidden.length { bytes[offset] = substitute }
  }

  /// A line that is indented with no-break spaces looks indented and is not.
  private mutating func screenIndentation(of file: SourceFile) {
    for start in file.lineStarts {
      var offset = start
      var isFound = false
      while offset < bytes.count {
        if bytes[offset] == 0x20 {
          offset += 1
        } else if bytes[offset] == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] == 0xA0 {
          (bytes[offset], bytes[offset + 1], isFound) = (0x20, 0x20, true)
          offset += 2
        } else {
          break
        }
      }
      if isFound {
        findings.report(ScreenedBytes.indentationFinding(Span(file: file.id, start: start, end: offset), file))
      }
    }
  }

  private static func indentationFinding(_ span: Span, _ file: SourceFile) -> Diagnostic {
    let blanks = String(repeating: " ", count: file.text(of: span).unicodeScalars.count)
    return Diagnostic(
      "no-break-space", .error, "this line is indented with no-break spaces", at: span,
      help: "write plain spaces", fix: Diagnostic.Fix(span: span, replacement: blanks))
  }
}

/// A text without the characters that the screening reports.
func withoutHiddenCharacters(_ text: String) -> String {
  let bytes = Array(text.utf8)
  var kept: [UInt8] = []
  var next = 0
  findHiddenCharacters(in: bytes) { hidden in
    kept += bytes[next..<hidden.offset]
    next = hidden.offset + hidden.length
  }
  return String(decoding: kept + bytes[next...], as: UTF8.self)
}

private func finding(about hidden: HiddenCharacter, others: Int = 0, in file: SourceFile) -> Diagnostic {
  let span = Span(file: file.id, start: hidden.offset, end: hidden.offset + hidden.length)
  let removal = Diagnostic.Fix(span: span, replacement: "")
  let character = hidden.scalar.map(nameOf) ?? ""
  let escape = hidden.scalar.map { "write `\(escaped($0))` in double quotes if it is meant, or take it out" }
  let more = others == 0 ? "" : others == 1 ? ", nor is one other" : ", nor are \(others) others"
  switch hidden.kind {
  case .illFormed:
    let byte = String(file.bytes[hidden.offset], radix: 16, uppercase: true)
    return Diagnostic(
      "not-utf-8", .error, "the byte \(byte) is not UTF-8 text\(more)", at: span, help: "save the file as UTF-8")
  case .control:
    return Diagnostic("control-character", .error, "\(character) is a control character", at: span, help: escape)
  case .lineBreak where hidden.scalar == "\r":
    return Diagnostic(
      "hidden-line-break", .error, "a carriage return alone (U+000D) is a line end to some programs only", at: span,
      help: "save the file with line ends LF or CR LF")
  case .lineBreak:
    return Diagnostic(
      "hidden-line-break", .error, "\(character) ends a line for some programs only", at: span, help: escape)
  case .bidi:
    return Diagnostic(
      "bidi-control", .error, "\(character) makes this line look other than it is read", at: span, help: escape)
  case .byteOrderMark:
    return Diagnostic(
      "byte-order-mark", .error, "a byte order mark (U+FEFF) stands in the middle of the file", at: span,
      help: "take it out", fix: removal)
  case .invisible:
    return Diagnostic(
      "invisible-character", .error, "\(character) cannot be seen", at: span, help: escape, fix: removal)
  }
}

private func nameOf(_ scalar: Unicode.Scalar) -> String {
  let codePoint = HiddenCharacter.codePoint(scalar)
  return (scalar.properties.name ?? scalar.properties.nameAlias).map { "\(codePoint) \($0)" } ?? codePoint
}

/// The escape that YAML has for a character in double quotes.
private func escaped(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  let (letter, width) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
  return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
}
