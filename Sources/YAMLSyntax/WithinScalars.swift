import Diagnostics

/// Checks the scalars of a text as they stand in the file, line by line.
struct WithinScalars {
  private let text: ReadableText
  private(set) var findings = SyntaxFindings()
  /// A quoted text that runs over what looks like the next entry: the quote before was probably not closed.
  private(set) var failure: Failure?

  init(_ text: ReadableText) { self.text = text }

  mutating func check(_ leaf: Leaf) {
    switch leaf.style {
    case _ where leaf.isAbsent: break
    case .plain: checkPlain(leaf)
    case .singleQuoted, .doubleQuoted: checkIndentation(of: leaf)
    case .literal, .folded: checkBlock(leaf)
    }
  }

  private mutating func checkPlain(_ leaf: Leaf) {
    let bytes = text.slice(leaf.span.start, leaf.span.end)
    reportTabs(leaf.span)
    if leaf.isInFlow { checkIndentation(of: leaf) }
    if leaf.isInFlow && bytes.elementsEqual("-".utf8) { findings.report(.loneDash(leaf.span)) }
    if let stray = Diagnostic.straySign(leaf, in: text) { findings.report(stray) }
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    if let quotes = Diagnostic.smartQuotes(leaf, in: text) { findings.report(quotes) }
    if let noBreak = Diagnostic.noBreakSpaces(leaf.span, in: text) { findings.report(noBreak) }
  }

  /// Lines within quotes, and of plain text within brackets, stand deeper than the block collection around them.
  private mutating func checkIndentation(of leaf: Leaf) {
    var offset = leaf.span.start
    while let start = text.startOfNextLine(after: offset, upTo: leaf.span.end) {
      let content = text.skipSpaces(from: start)
      offset = content
      guard content - start <= leaf.blockColumn, !text.isLineEnd(at: text.skipBlanks(from: content)) else { continue }
      return report(notIndented: text.span(content, content + 1), in: leaf)
    }
  }

  private mutating func report(notIndented place: Span, in leaf: Leaf) {
    let finding = Diagnostic.notIndentedInText(place, leaf.span)
    if leaf.style != .plain, text.beginsEntry(at: place.start) {
      failure = Failure(finding, place: leaf.span.start)
    } else {
      findings.report(finding)
    }
  }

  // MARK: Block scalars

  private mutating func checkBlock(_ leaf: Leaf) {
    let headerEnd = text.endOfLine(from: leaf.span.start)
    checkHeader(leaf, text.slice(leaf.span.start, headerEnd))
    reportTabs(text.span(headerEnd, max(headerEnd, leaf.span.end)))
    let indicators = text.slice(leaf.span.start, headerEnd).prefix { $0 != UInt8(ascii: "#") }
    let isCounted = indicators.contains { (0x31...0x39).contains($0) }
    if !isCounted { checkBlankLines(from: headerEnd, leaf.blockColumn) }
  }

  private mutating func checkHeader(_ leaf: Leaf, _ header: ArraySlice<UInt8>) {
    let line = text.startOfLine(at: leaf.span.start)
    if text.skipSpaces(from: line) == leaf.span.start, leaf.span.start - line <= leaf.blockColumn {
      findings.report(.signNotIndented(leaf.span.part(from: 0, length: 1)))
    }
    if let hash = header.firstIndex(of: UInt8(ascii: "#")).map({ text.base + $0 }), !text.isBlank(at: hash - 1) {
      findings.report(.commentWithoutSpace(text.span(hash, hash + 1)))
    }
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
