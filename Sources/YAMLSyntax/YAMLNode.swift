public import Diagnostics

/// A node of a YAML tree. Every node, every key and every value has its full span in the file.
public indirect enum YAMLNode: Hashable, Sendable {
  case scalar(YAMLScalar)
  case sequence(YAMLSequence)
  case mapping(YAMLMapping)

  public var span: Span {
    switch self {
    case .scalar(let scalar): scalar.span
    case .sequence(let sequence): sequence.span
    case .mapping(let mapping): mapping.span
    }
  }
}

/// A scalar with the way in which it was written, so that a reader can type it by what its key expects.
public struct YAMLScalar: Hashable, Sendable {
  public enum Style: Hashable, Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

  /// The text that is meant: quotes, escapes and folding resolved.
  public let text: String
  public let style: Style
  /// The scalar as it stands in the file, its quotes or block header included.
  public let span: Span
  /// The value could not be read and a finding says so: `text` is what stands in the file, and readers stay silent
  /// about it, whatever they expect.
  public let isUnreadable: Bool

  public init(text: String, style: Style, span: Span, isUnreadable: Bool = false) {
    self.text = text
    self.style = style
    self.span = span
    self.isUnreadable = isUnreadable
  }

  /// Nothing was written: `key:` without a value.
  public var isAbsent: Bool { style == .plain && text.isEmpty }
}

/// Texts are compared and hashed as bytes: Swift's own comparison takes canonically equal texts for one.
extension YAMLScalar {
  public static func == (one: YAMLScalar, other: YAMLScalar) -> Bool {
    one.style == other.style && one.span == other.span && one.isUnreadable == other.isUnreadable
      && one.text.utf8.elementsEqual(other.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(span)
    hasher.combine(style)
  }
}

/// A list.
public struct YAMLSequence: Hashable, Sendable {
  public let items: [YAMLNode]
  public let isFlow: Bool
  public let span: Span

  public init(items: [YAMLNode], isFlow: Bool, span: Span) {
    self.items = items
    self.isFlow = isFlow
    self.span = span
  }
}

/// A mapping; its entries stand in the order of the file and no key stands twice.
public struct YAMLMapping: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public let key: YAMLScalar
    public let value: YAMLNode

    public init(key: YAMLScalar, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  public let entries: [Entry]
  public let isFlow: Bool
  public let span: Span

  public init(entries: [Entry], isFlow: Bool, span: Span) {
    self.entries = entries
    self.isFlow = isFlow
    self.span = span
  }

  public subscript(key: String) -> YAMLNode? {
    entries.first { $0.key.text.utf8.elementsEqual(key.utf8) }?.value
  }
}
