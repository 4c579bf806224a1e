import Diagnostics

/// Some whole lines of a file, from `start` to `end`, with at most comments and markers before the first that counts.
struct Stretch {
  let start: Int
  /// The beginning of the first line that has content.
  let line: Int
  /// The first content. What stands before it on its line belongs to the collection around, and is not looked at.
  let content: Int
  let end: Int

  /// The column of what begins the stretch.
  var column: Int { content - line }
}

extension Stretch {
  /// The stretch from `start` on, from its first line that has content; nil where there is none.
  init?(from start: Int, to end: Int, in text: ReadableText) {
    var line = start
    while line < end {
      let content = text.skipSpaces(from: line)
      if text.hasContent(at: content, lineStart: line) {
        self.init(start: start, line: line, content: content, end: end)
        return
      }
      guard let next = text.startOfNextLine(from: text.endOfLine(from: content)) else { return nil }
      line = next
    }
    return nil
  }

  /// The entries of the mapping, or the items of the list, that the stretch is, by their indentation alone. What stands
  /// before the first belongs to it.
  func pieces(in text: ReadableText) -> [Stretch] {
    let isList = text.beginsItem(at: content)
    var starts = [(start: start, line: line, content: content)]
    var line = text.startOfNextLine(from: text.endOfLine(from: content))
    while let start = line, start < end {
      let content = text.skipSpaces(from: start)
      if content - start <= column, text.hasContent(at: content, lineStart: start), !text.closesBracket(at: content),
        isList || !text.beginsItem(at: content)
      {
        starts.append((start, start, content))
      }
      line = text.startOfNextLine(from: text.endOfLine(from: content))
    }
    let ends = starts.dropFirst().map(\.start) + [end]
    return zip(starts, ends).map { Stretch(start: $0.start, line: $0.line, content: $0.content, end: $1) }
  }

  /// What stands within the one item, or behind the one key, that the stretch is. Nil where that begins on the line of
  /// the key, and so has no entries of its own.
  func inner(in text: ReadableText) -> Stretch? {
    if text.beginsItem(at: content) {
      let inner = text.skipBlanks(from: content + 1)
      if text.hasContent(at: inner, lineStart: nil) {
        return Stretch(start: line, line: line, content: inner, end: end)
      }
    } else {
      guard let key = text.key(at: content), text.restOfLine(from: text.colon(after: key) + 1).isEmpty else {
        return nil
      }
    }
    guard let next = text.startOfNextLine(from: text.endOfLine(from: content)),
      let inner = Stretch(from: next, to: end, in: text)
    else { return nil }
    return inner.column > column || (inner.column == column && text.beginsItem(at: inner.content)) ? inner : nil
  }
}

extension ReadableText {
  /// Whether something stands here that is no comment, directive or document marker.
  fileprivate func hasContent(at offset: Int, lineStart: Int?) -> Bool {
    guard let byte = byte(at: offset), !isLineEnd(at: offset), byte != UInt8(ascii: "#") else { return false }
    guard offset == lineStart else { return true }
    if byte == UInt8(ascii: "%") { return false }
    let isMarker = ["---", "..."].contains { slice(offset, offset + 3).elementsEqual($0.utf8) }
    return !isMarker || !(isBlank(at: offset + 3) || isLineEnd(at: offset + 3))
  }

  fileprivate func closesBracket(at offset: Int) -> Bool {
    byte(at: offset) == UInt8(ascii: "]") || byte(at: offset) == UInt8(ascii: "}")
  }

  /// The place of the colon behind a key.
  func colon(after key: Span) -> Int { skipBlanks(from: key.end) }
}

extension Stretch {
  /// From the beginning of this stretch to the end of a later one.
  func joined(to last: Stretch) -> Stretch { Stretch(start: start, line: line, content: content, end: last.end) }
}
