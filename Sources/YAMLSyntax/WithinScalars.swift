import Diagnostics

/// Checks the scalars of a text as they stand in the file, line by line.
struct WithinScalars {
  private let text: ReadableText
  private(set) var findings = SyntaxFindings()
  /// A quoted text that runs over what looks like the next entry: the quote before was probably not closed.
  private(set) var failure: Failure?

  init(_ text: ReadableText) { self.text = text }

  mutating func check(_ layout: Layout) {
    for leaf in layout.leaves where failure == nil && !leaf.isAbsent {
      switch leaf.style {
      case .plain: checkPlain(leaf)
      case .singleQuoted, .doubleQuoted: checkIndentation(of: leaf)
      case .literal, .folded: checkBlock(leaf)
      }
    }
  }

  private mutating func checkPlain(_ leaf: Layout.Leaf) {
    reportTabs(leaf.span)
    if leaf.isInFlow {
      checkIndentation(of: leaf)
      if text.slice(leaf.span.start, leaf.span.end).elementsEqual("-".utf8) { findings.report(.loneDash(leaf.span)) }
    }
    let bytes = text.slice(leaf.span.start, leaf.span.end)
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    Diagnostic.smartQuotes(leaf, in: text).map { findings.report($0) }
    Diagnostic.noBreakSpaces(leaf.span, in: text).map { findings.report($0) }
  }

  /// Lines within quotes, and of plain text within brackets, stand deeper than the block collection around them.
  private mutating func checkIndentation(of leaf: Layout.Leaf) {
    var line = text.endOfLine(from: leaf.span.start)
    while line < leaf.span.end, let start = text.startOfNextLine(from: line), start < leaf.span.end {
      let content = text.skipSpaces(from: start)
      line = text.endOfLine(from: content)
      guard content - start <= leaf.blockColumn, text.skipBlanks(from: content) < line else { continue }
      report(notIndented: text.span(content, content + 1), in: leaf)
      return
    }
  }

  private mutating func report(notIndented place: Span, in leaf: Layout.Leaf) {
    let finding = Diagnostic.notIndentedInText(place, leaf.span)
    if leaf.style != .plain, text.beginsEntry(at: place.start) {
      failure = Failure(finding: finding, place: leaf.span.start)
    } else {
      findings.report(finding)
    }
  }

  // MARK: Block scalars

  private mutating func checkBlock(_ leaf: Layout.Leaf) {
    let span = leaf.span
    let line = text.startOfLine(at: span.start)
    if text.skipSpaces(from: line) == span.start, span.start - line <= leaf.blockColumn {
      findings.report(.signNotIndented(span.part(from: 0, length: 1)))
    }
    let headerEnd = text.endOfLine(from: span.start)
    let header = text.slice(span.start, headerEnd)
    if let hash = header.firstIndex(of: UInt8(ascii: "#")), !text.isBlank(at: text.base + hash - 1) {
      findings.report(.commentWithoutSpace(text.span(text.base + hash, text.base + hash + 1)))
    }
    reportTabs(text.span(headerEnd, max(headerEnd, span.end)))
    let indicators = header.prefix { $0 != UInt8(ascii: "#") }
    if !indicators.contains(where: { (0x31...0x39).contains($0) }) { checkBlankLines(from: headerEnd, leaf.blockColumn) }
  }

  /// The blank lines before the first line of a block scalar may not be longer than its indentation (YAML 1.2, 8.1.1.1).
  private mutating func checkBlankLines(from headerEnd: Int, _ blockColumn: Int) {
    var longest: Span?
    var line = headerEnd
    while let start = text.startOfNextLine(from: line) {
      let content = text.skipSpaces(from: start)
      if !text.isLineEnd(at: content) {
        guard let longest, content - start > blockColumn, longest.end - longest.start > content - start else { return }
        return findings.report(.blankLineTooDeep(longest))
      }
      if content - start > longest.map({ $0.end - $0.start }) ?? 0 { longest = text.span(start, content) }
      line = text.endOfLine(from: content)
    }
  }

  private mutating func reportTabs(_ span: Span) {
    guard let tab = text.slice(span.start, span.end).firstIndex(of: 0x09) else { return }
    findings.report(.tab(text.span(text.base + tab, text.base + tab + 1), isIndentation: false))
  }
}

/// Why a text cannot be read, and where the trouble began.
struct Failure {
  let finding: Diagnostic
  let place: Int
}
