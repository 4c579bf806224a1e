/// A stretch of a source file: UTF-8 offsets from `start` up to, not including, `end`.
///
/// Spans know their file by number (`SourceFile.ID`), so that they stay small and need no reference counting.
public struct Span: Hashable, Sendable {
  public let file: SourceFile.ID
  public let start: Int
  public let end: Int

  public init(file: SourceFile.ID, start: Int, end: Int) {
    precondition(start >= 0 && start <= end, "a span runs forward")
    self.file = file
    self.start = start
    self.end = end
  }

  public var isEmpty: Bool { start == end }

  /// The place where the span begins, without length.
  public var beginning: Span { Span(file: file, start: start, end: start) }

  /// The smallest span that holds both; both lie in the same file.
  public func joined(with other: Span) -> Span {
    Span(file: file, start: min(start, other.start), end: max(end, other.end))
  }

  /// The part of the span that begins `from` bytes after its start and is `length` bytes long, kept within the span.
  public func part(from: Int, length: Int) -> Span {
    let first = min(start + max(from, 0), end)
    return Span(file: file, start: first, end: min(first + max(length, 0), end))
  }
}
