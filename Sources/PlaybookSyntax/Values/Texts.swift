// Small things that scalars need, over bytes, so that no text is compared by canonical equivalence.

extension String {
  public func isExactly(_ text: String) -> Bool { utf8.elementsEqual(text.utf8) }

  func isOne(of texts: [String]) -> Bool { texts.contains(where: isExactly) }

  /// The text as a message quotes it: its beginning, on one line.
  public var shown: String {
    let line = unicodeScalars.drop { $0.properties.isWhitespace }.prefix { $0 != "\n" && $0 != "\r" }
    return line.count > 40 ? String(line.prefix(39)) + "…" : String(line)
  }

  var lowercasedASCII: String {
    String(decoding: utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }, as: UTF8.self)
  }

  /// The text without the spaces and line ends around it.
  public var trimmedSpaces: String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A }
    let rest = utf8.drop(while: isSpace)
    return String(decoding: rest.reversed().drop(while: isSpace).reversed(), as: UTF8.self)
  }

  /// The offsets of the first occurrence of an ASCII text.
  func utf8Range(of wanted: String) -> Range<Int>? {
    let bytes = Array(utf8)
    let pattern = Array(wanted.utf8)
    guard bytes.count >= pattern.count else { return nil }
    for start in 0...(bytes.count - pattern.count) where bytes[start..<start + pattern.count].elementsEqual(pattern) {
      return start..<start + pattern.count
    }
    return nil
  }

  /// Pieces between an ASCII separator, each without the spaces around it and with its offset.
  func pieces(at separator: Character) -> [(text: String, offset: Int)] {
    guard let mark = separator.asciiValue else { return [(self, 0)] }
    var pieces: [(String, Int)] = []
    var start = 0
    let bytes = Array(utf8)
    for end in 0...bytes.count where end == bytes.count || bytes[end] == mark {
      let piece = bytes[start..<end]
      let indent = piece.prefix { $0 == 0x20 }.count
      pieces.append((String(decoding: piece, as: UTF8.self).trimmedSpaces, start + indent))
      start = end + 1
    }
    return pieces
  }
}
