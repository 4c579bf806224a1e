/// Why a text is not the JSON that is asked for: a plain sentence, and the place.
public struct JSONProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, as a sentence that begins with a capital and ends with a full stop.
  public let sentence: String
  /// The offset in bytes from the start of the text.
  public let offset: Int
  /// The line, from 1; LF ends a line.
  public let line: Int
  /// The column, from 1, in Unicode scalars.
  public let column: Int

  /// `line:column`.
  public var place: String { "\(line):\(column)" }
  public var description: String { "\(place): \(sentence)" }

  init(_ sentence: String, at offset: Int, in bytes: [UInt8]) {
    let before = bytes.prefix(offset)
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    self.sentence = sentence
    self.offset = offset
    self.line = before.count { $0 == 0x0A } + 1
    self.column = before[lineStart...].count { !UTF8.isContinuation($0) } + 1
  }
}
