public import Diagnostics
public import YAMLSyntax

// What the walk asks of a tree before it knows what the tree means.

extension YAMLNode {
  /// A scalar that could not be read; a finding says why.
  public var isUnreadable: Bool {
    if case .scalar(let scalar) = self { scalar.isUnreadable } else { false }
  }

  /// Whether nothing stands here: no text but blanks, no items, no keys.
  public var isEmpty: Bool {
    switch self {
    case .scalar(let scalar): scalar.text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A }
    case .sequence(let sequence): sequence.items.isEmpty
    case .mapping(let mapping): mapping.entries.isEmpty
    }
  }

  /// Whether something in the tree could not be read.
  public var hasUnreadable: Bool {
    switch self {
    case .scalar(let scalar): scalar.isUnreadable
    case .sequence(let sequence): sequence.items.contains(where: \.hasUnreadable)
    case .mapping(let mapping): mapping.entries.contains { $0.value.hasUnreadable }
    }
  }
}

extension YAMLMapping {
  /// The entries, each with the one before it.
  var entriesWithPrevious: Zip2Sequence<[Entry], [Entry?]> { zip(entries, [nil] + entries) }
}

extension YAMLSequence {
  /// Where a list in brackets holds texts without quotes: from the first to the last of them.
  var unquotedText: Span? {
    guard isFlow else { return nil }
    let plain = items.compactMap(\.scalar).filter { $0.style == .plain && !$0.isAbsent && !$0.isUnreadable }
    guard let first = plain.first, let last = plain.last else { return nil }
    return first.span.joined(with: last.span)
  }
}

extension YAMLScalar {
  /// Whether the scalar is one of the words, or a slip of the pen for one.
  func isNear(oneOf words: [String]) -> Bool {
    text.isOne(of: words) || nearest(to: text, among: words) != nil
  }

  /// Where a stretch of the text stands in the file, as far as quotes and escapes let it be found.
  public func place(from offset: Int, length: Int) -> Span? {
    guard style != .literal, style != .folded else { return nil }
    let quote = style == .plain ? 0 : 1
    guard span.end - span.start == text.utf8.count + 2 * quote else { return nil }
    return span.part(from: offset + quote, length: length)
  }

  func place(of piece: String) -> Span? {
    text.utf8Range(of: piece).flatMap { place(from: $0.lowerBound, length: $0.count) }
  }
}
