/// A text of HTML as people read it: tags dropped, blocks parted by a blank, references resolved, and every run of
/// blanks one blank. Scripts and styles are left out.
///
/// It is no parser of HTML, and nothing that it gives is shown as HTML again. It takes time in proportion to the text.
struct PlainText {
  private let source: ArraySlice<UInt8>
  private var place: Int
  private(set) var bytes: [UInt8] = []
  /// Where no `>` stands any more, `<` is a sign as others are.
  private var hasTags = true

  init(html: [UInt8]) {
    source = html[...]
    place = 0
    while place < source.endIndex { step() }
    bytes = Array(bytes.trimmed)
  }

  /// A text that is no HTML, its blanks made one.
  static func ofPlain(_ text: [UInt8]) -> [UInt8] {
    var plain = PlainText(html: [])
    for byte in text { plain.append(byte) }
    return Array(plain.bytes.trimmed)
  }

  private mutating func step() {
    switch source[place] {
    case UInt8(ascii: "<") where hasTags && startsTag: skipTag()
    case UInt8(ascii: "&"): readReference()
    default:
      append(source[place])
      place += 1
    }
  }

  private mutating func append(_ byte: UInt8) {
    if !byte.isBlank { return bytes.append(byte) }
    if let last = bytes.last, !last.isBlank { bytes.append(0x20) }
  }

  // MARK: Tags

  private var startsTag: Bool {
    guard place + 1 < source.endIndex else { return false }
    let next = source[place + 1]
    return next.isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
  }

  private mutating func skipTag() {
    let isEnd = source[place + 1] == UInt8(ascii: "/")
    let name = source[(place + (isEnd ? 2 : 1))...].prefix(12).prefix { $0.isLetter || $0.isDigit }.smallLetters
    guard let end = endOfTag else {
      hasTags = false
      return
    }
    place = end
    if PlainText.isBlock(name) { append(0x20) }
    if !isEnd, name.isExactly("script") || name.isExactly("style") { skipContent(of: name) }
  }

  /// Behind the `>` of the tag or comment that begins here. What stands in quotes does not end it.
  private var endOfTag: Int? {
    if source[place...].starts(with: "<!--".utf8) {
      return source[(place + 4)...].firstRange(of: Array("-->".utf8))?.upperBound
    }
    var quote: UInt8?
    for (index, byte) in zip(place..., source[place...]) {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return nil
  }

  private mutating func skipContent(of name: [UInt8]) {
    while place < source.endIndex {
      guard let end = source[place...].firstRange(of: [UInt8(ascii: "<"), UInt8(ascii: "/")]) else { break }
      place = end.lowerBound
      if source[end.upperBound...].prefix(name.count).smallLetters == name { return }
      place = end.upperBound
    }
    place = source.endIndex
  }

  static func isBlock(_ name: [UInt8]) -> Bool { blocks.contains { $0.utf8.elementsEqual(name) } }

  private static let blocks = [
    "br", "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "h5", "h6",
    "hr", "blockquote", "pre", "section", "article", "header", "footer", "figure", "figcaption", "img", "option",
  ]

  // MARK: References

  private mutating func readReference() {
    let body = source[(place + 1)...].prefix(32)
    let name = body.prefix { $0 != UInt8(ascii: ";") }
    let isEnded = name.count < body.count
    if let value = numberOfReference(name) ?? (isEnded ? htmlCharacter(named: name) : nil) {
      append(character: value)
      place = name.endIndex + (isEnded ? 1 : 0)
    } else {
      append(UInt8(ascii: "&"))
      place += 1
    }
  }

  private mutating func append(character value: UInt32) {
    switch value {
    case 0xA0: append(0x20)
    case 0..<0x80: append(value == 0 ? UInt8(ascii: " ") : UInt8(value))
    default: bytes.append(scalar: value)
    }
  }
}
