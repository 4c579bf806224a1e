/// A file of a playbook as it was read: its bytes, the name that people see, and where its lines begin.
public struct SourceFile: Sendable {
  /// The number of a file within one run of the compiler, in the order of import.
  public struct ID: Hashable, Comparable, Sendable {
    public let number: Int
    public init(_ number: Int) { self.number = number }
    public static func < (one: ID, other: ID) -> Bool { one.number < other.number }
  }

  public let id: ID
  /// The name that messages print: the path as the author gave it, or as it follows from an import.
  public let name: String
  public let bytes: [UInt8]
  /// The offset at which each line begins. CR LF and LF end a line.
  public let lineStarts: [Int]

  public init(id: ID, name: String, bytes: [UInt8]) {
    self.id = id
    self.name = name
    self.bytes = bytes
    self.lineStarts = SourceFile.lineStarts(of: bytes)
  }

  /// The span of the whole file.
  public var span: Span { Span(file: id, start: 0, end: bytes.count) }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    return starts
  }
}

extension SourceFile {
  /// A line and a column as people count them: both from 1, the column in characters as an editor shows them.
  public struct Place: Hashable, Sendable, CustomStringConvertible {
    public let line: Int
    public let column: Int
    public var description: String { "\(line):\(column)" }
  }

  /// The place of a byte offset. A byte order mark at the start of the file is no character of its first line.
  public func place(of offset: Int) -> Place { place(of: offset) { $0.count } }

  /// The place of a byte offset as editors and other programs number columns: in UTF-16 code units.
  public func utf16Place(of offset: Int) -> Place { place(of: offset) { $0.utf16.count } }

  private func place(of offset: Int, counting count: (String) -> Int) -> Place {
    let line = lineIndex(of: offset)
    var start = lineStarts[line]
    if start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let before = bytes[min(start, bytes.count)..<min(max(offset, start), bytes.count)]
    return Place(line: line + 1, column: SourceFile.width(of: before, counting: count) + 1)
  }

  private static func width(of bytes: ArraySlice<UInt8>, counting count: (String) -> Int) -> Int {
    let isASCII = bytes.allSatisfy { $0 < 0x80 && $0 != 0x0D }
    return isASCII ? bytes.count : count(String(decoding: bytes, as: UTF8.self))
  }

  /// The index, from 0, of the line that holds a byte offset.
  public func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line, its end left out, and the span that they have.
  public func line(at index: Int) -> Span {
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start && bytes[end - 1] == 0x0D { end -= 1 }
    return Span(file: id, start: start, end: end)
  }

  /// The text of a span of this file; ill-formed bytes become U+FFFD.
  public func text(of span: Span) -> String {
    String(decoding: bytes[min(span.start, bytes.count)..<min(span.end, bytes.count)], as: UTF8.self)
  }
}

/// The files of one run, by number.
public struct SourceFiles: Sendable {
  public private(set) var files: [SourceFile] = []

  public init() {}

  /// Adds a file under the next number and returns it.
  @discardableResult
  public mutating func add(name: String, bytes: [UInt8]) -> SourceFile {
    let file = SourceFile(id: SourceFile.ID(files.count), name: name, bytes: bytes)
    files.append(file)
    return file
  }

  public subscript(id: SourceFile.ID) -> SourceFile { files[id.number] }

  /// `name:line:column` of the beginning of a span.
  public func location(of span: Span) -> String {
    let file = self[span.file]
    return "\(file.name):\(file.place(of: span.start))"
  }
}

extension SourceFile {
  /// How many lines of text there are; an empty one after the last line end does not count.
  public var lineCount: Int { bytes.last == 0x0A || bytes.isEmpty ? lineStarts.count - 1 : lineStarts.count }
}
