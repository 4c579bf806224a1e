import Diagnostics

/// A file of terms, one a line; `#` begins a comment.
struct WordList {
  struct Line {
    let term: String
    let span: Span
  }

  private(set) var lines: [Line] = []
  private(set) var findings = Findings()

  init(of file: SourceFile) {
    reportHiddenCharacters(of: file)
    // Terms of a file in another encoding would be nonsense, one finding each.
    if findings.all.contains(where: { $0.name == "not-utf-8" }) { return }
    lines = file.lineStarts.indices.compactMap { file.term(inLine: $0) }
  }

  /// What would change a term unseen; of a kind that a file has throughout, the first place alone.
  private mutating func reportHiddenCharacters(of file: SourceFile) {
    var reported: Set<HiddenCharacter.Kind> = []
    findHiddenCharacters(in: file.bytes) { hidden in
      guard reported.insert(hidden.kind).inserted else { return }
      findings.report(
        .hidden(hidden, at: Span(file: file.id, start: hidden.offset, end: hidden.offset + hidden.length)))
    }
  }
}

extension SourceFile {
  /// The term of a line without what comes after a `#` that begins the line or follows a blank.
  fileprivate func term(inLine index: Int) -> WordList.Line? {
    let line = line(at: index)
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let start = line.start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : line.start
    let content = bytes[start..<max(start, line.end)]
    let comment = content.indices.first { offset in
      content[offset] == UInt8(ascii: "#") && (offset == start || isBlank(content[offset - 1]))
    }
    let text = content[..<(comment ?? content.endIndex)]
    guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
    else { return nil }
    let span = Span(file: id, start: first, end: last + 1)
    return .init(term: self.text(of: span), span: span)
  }
}

extension Diagnostic {
  fileprivate static func hidden(_ hidden: HiddenCharacter, at span: Span) -> Diagnostic {
    let character = hidden.scalar.map(HiddenCharacter.codePoint) ?? "a byte"
    return switch hidden.kind {
    case .illFormed:
      Diagnostic("not-utf-8", .error, "this word list is not UTF-8 text", at: span, help: "save the file as UTF-8")
    case .control:
      Diagnostic("control-character", .error, "\(character) is a control character", at: span, help: "take it out")
    case .lineBreak:
      Diagnostic(
        "hidden-line-break", .error, "\(character) ends a line for some programs only", at: span,
        help: "save the file with line ends LF or CR LF")
    case .bidi:
      Diagnostic(
        "bidi-control", .error, "\(character) makes this line look other than it is read", at: span, help: "take it out"
      )
    case .byteOrderMark:
      Diagnostic(
        "byte-order-mark", .error, "a byte order mark (U+FEFF) stands in the middle of the file", at: span,
        help: "take it out")
    case .invisible:
      Diagnostic("invisible-character", .error, "\(character) cannot be seen", at: span, help: "take it out")
    }
  }
}
