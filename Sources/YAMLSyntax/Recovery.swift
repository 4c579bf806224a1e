import Diagnostics

/// Reads a file so that one mistake does not hide the rest of it.
///
/// libyaml stops at the first mistake. Then the text is taken apart at its own indentation, entry by entry; the entry
/// that holds the mistake is taken apart in turn, and the rest is read on. The smallest entry that cannot be read stays
/// in the tree under its key, as a value that says so, and makes one finding.
struct Recovery {
  struct Reading {
    var node: YAMLNode?
    var findings = SyntaxFindings()
  }

  /// How often a text is taken apart at the most; each time costs another reading of the part that is wrong.
  private static let deepest = 24

  private let text: ReadableText
  private let hasInvisibleCharacters: Bool

  init(_ file: SourceFile, _ screened: ScreenedBytes) {
    text = ReadableText(file: file.id, base: 0, bytes: screened.bytes)
    hasInvisibleCharacters = screened.hasInvisibleCharacters
  }

  func reading() -> Reading {
    let start = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let whole = Stretch(start: start, line: start, content: start, end: text.end)
    return read(Stretch(from: start, to: text.end, in: text) ?? whole, level: 0)
  }

  private func read(_ stretch: Stretch, level: Int) -> Reading {
    let attempt = self.attempt(stretch)
    guard let failure = attempt.failure else { return Reading(node: attempt.node, findings: attempt.findings) }
    var reading = Reading()
    let pieces = level < Recovery.deepest ? stretch.pieces(in: text) : []
    if pieces.count > 1 {
      return read(pieces, failure, level)
    } else if !pieces.isEmpty, let inner = stretch.inner(in: text) {
      reading = read(inner, level: level + 1)
      reading.node = stub(for: stretch, value: reading.node)
    } else {
      reading = Reading(node: stub(for: stretch, value: nil), findings: attempt.findings)
    }
    if !reading.findings.hasErrors { reading.findings.report(failure.finding) }
    return reading
  }

  /// Reads entries of which one holds a failure.
  private func read(_ pieces: [Stretch], _ failure: Failure, _ level: Int) -> Reading {
    var parts: [Reading] = []
    var rest = pieces[...]
    var failure: Failure? = failure
    while let found = failure, let first = rest.first {
      let good = rest.dropFirst().prefix { $0.start <= found.place }.count
      var part = Reading()
      if good > 0 { part = read(first.joined(to: rest[rest.startIndex + good - 1]), level: level + 1) }
      let bad = read(rest[rest.startIndex + good], level: level + 1)
      parts.append(part)
      if !part.findings.hasErrors && !bad.findings.hasErrors {
        parts.append(Reading(findings: SyntaxFindings(found.finding)))
      }
      parts.append(bad)
      rest = rest.dropFirst(good + 1)
      failure = nil
      guard let next = rest.first, let last = rest.last, parts.count < 3 * SyntaxFindings.most else { break }
      let attempt = self.attempt(next.joined(to: last))
      failure = attempt.failure
      if failure == nil { parts.append(Reading(node: attempt.node, findings: attempt.findings)) }
    }
    return joined(parts)
  }

  private func attempt(_ stretch: Stretch) -> Attempt {
    var bytes = Array(text.slice(stretch.start, stretch.end))
    for index in stretch.line - stretch.start..<min(stretch.content - stretch.start, bytes.count) {
      bytes[index] = 0x20
    }
    let readable = ReadableText(file: text.file, base: stretch.start, bytes: bytes)
    return Attempt(readable, hasInvisibleCharacters: hasInvisibleCharacters)
  }

  // MARK: The tree of the parts

  private func joined(_ parts: [Reading]) -> Reading {
    var findings = SyntaxFindings()
    parts.forEach { findings.report(contentsOf: $0.findings) }
    let nodes = parts.compactMap(\.node)
    guard let first = nodes.first, let last = nodes.last else { return Reading(findings: findings) }
    let span = first.span.joined(with: last.span)
    let node: YAMLNode
    if case .sequence = first {
      node = .sequence(YAMLSequence(items: nodes.flatMap(\.items), isFlow: false, span: span))
    } else {
      node = .mapping(YAMLMapping(entries: nodes.flatMap(\.entries), isFlow: false, span: span))
    }
    return Reading(node: node, findings: findings)
  }

  /// The entry or item that a stretch is, with what could be read of its value.
  private func stub(for stretch: Stretch, value: YAMLNode?) -> YAMLNode? {
    if text.beginsItem(at: stretch.content) {
      let item = value ?? unreadable(from: stretch.content + 1, to: stretch.end)
      let span = text.span(stretch.content, stretch.content + 1).joined(with: item.span)
      return .sequence(YAMLSequence(items: [item], isFlow: false, span: span))
    }
    guard let key = text.key(at: stretch.content, needsSpace: false) else { return nil }
    let value = value ?? unreadable(from: text.colon(after: key) + 1, to: stretch.end)
    let entry = YAMLMapping.Entry(key: scalar(ofKey: key), value: value)
    return .mapping(YAMLMapping(entries: [entry], isFlow: false, span: key.joined(with: value.span)))
  }

  private func scalar(ofKey span: Span) -> YAMLScalar {
    let content = text.string(span)
    guard let quote = content.utf8.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return YAMLScalar(text: content, style: .plain, span: span)
    }
    let style: YAMLScalar.Style = quote == UInt8(ascii: "'") ? .singleQuoted : .doubleQuoted
    return YAMLScalar(text: String(content.dropFirst().dropLast()), style: style, span: span)
  }

  private func unreadable(from start: Int, to end: Int) -> YAMLNode {
    let first = text.skipBlanks(from: start)
    var last = max(first, end)
    while last > first, let byte = text.byte(at: last - 1), [0x20, 0x09, 0x0A, 0x0D].contains(byte) { last -= 1 }
    let span = text.span(first, last)
    return .scalar(YAMLScalar(text: text.string(span), style: .plain, span: span, isUnreadable: true))
  }
}

extension YAMLNode {
  fileprivate var items: [YAMLNode] {
    if case .sequence(let sequence) = self { sequence.items } else { [] }
  }

  fileprivate var entries: [YAMLMapping.Entry] {
    if case .mapping(let mapping) = self { mapping.entries } else { [] }
  }
}
