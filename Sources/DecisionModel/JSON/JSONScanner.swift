/// A cursor over the bytes of a JSON text that reads its smallest parts: white space, words, numbers and strings.
struct JSONScanner {
  private let bytes: [UInt8]
  /// The offset of the byte that is read next.
  private(set) var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset >= bytes.count }
  var startsWithByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }
  /// The byte at the cursor, or nil at the end.
  var next: UInt8? { byte(at: offset) }

  func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func advance() { offset += 1 }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { advance() }
  }

  func starts(with word: StaticString) -> Bool {
    word.withUTF8Buffer { bytes[min(offset, bytes.count)...].starts(with: $0) }
  }

  /// Moves past a word if it stands at the cursor.
  mutating func skip(_ word: StaticString) -> Bool {
    if !starts(with: word) { return false }
    offset += word.utf8CodeUnitCount
    return true
  }

  /// A problem at the cursor, or at an earlier place. Where the text has simply ended, that is what it says.
  func problem(_ sentence: String, at place: Int? = nil) -> JSONProblem {
    let ended = place == nil && isAtEnd
    return JSONProblem(ended ? "The text ends too early." : sentence, at: place ?? offset, in: bytes)
  }
}

// Numbers.
extension JSONScanner {
  /// The number at the cursor, rounded correctly to binary64.
  mutating func readNumber() throws(JSONProblem) -> Double {
    let start = offset
    _ = skip("-")
    if !skip("0") { try skipDigits() }
    if skip(".") { try skipDigits() }
    if skip("e") || skip("E") {
      if !skip("+") { _ = skip("-") }
      try skipDigits()
    }
    // The standard library reads the form that was just checked, and rounds it correctly.
    let number = Double(Substring(decoding: bytes[start..<offset], as: UTF8.self))
    guard let number, number.isFinite else { throw problem("The number is too large.", at: start) }
    return number
  }

  private mutating func skipDigits() throws(JSONProblem) {
    let start = offset
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { advance() }
    if offset == start { throw problem("A digit is missing in the number.") }
  }
}

// Strings.
extension JSONScanner {
  /// The bytes of the string at the cursor, its escapes read.
  mutating func readString() throws(JSONProblem) -> [UInt8] {
    let start = offset
    var text: [UInt8] = []
    advance()
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        advance()
        return text
      case UInt8(ascii: "\\"): try readEscape(into: &text)
      case ..<0x20: throw problem("A control character stands unescaped in a string.")
      default: try readCharacters(into: &text)
      }
    }
    throw JSONProblem("The text ends within a string.", at: start, in: bytes)
  }

  /// Takes over a run of characters that mean themselves.
  private mutating func readCharacters(into text: inout [UInt8]) throws(JSONProblem) {
    let start = offset
    while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      if byte < 0x80 {
        advance()
      } else if let length = UTF8.lengthOfScalar(at: offset, in: bytes) {
        offset += length
      } else {
        throw JSONProblem("The text is not well-formed UTF-8.", at: offset, in: bytes)
      }
    }
    text += bytes[start..<offset]
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONProblem) {
    switch byte(at: offset + 1) {
    case UInt8(ascii: "\""): text.append(0x22)
    case UInt8(ascii: "\\"): text.append(0x5C)
    case UInt8(ascii: "/"): text.append(0x2F)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): return try readUnicodeEscape(into: &text)
    case nil: break  // The text ends here, which the caller says.
    default: throw problem("JSON has no such escape.")
    }
    offset += 2
  }

  /// Reads `\uXXXX`, or the two of a surrogate pair as one scalar. A surrogate without its other half is U+FFFD.
  private mutating func readUnicodeEscape(into text: inout [UInt8]) throws(JSONProblem) {
    guard let unit = codeUnit(at: offset) else { throw problem("Four hexadecimal digits are missing after \\u.") }
    offset += 6
    var scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
    if UTF16.isLeadSurrogate(unit), let trail = codeUnit(at: offset), UTF16.isTrailSurrogate(trail) {
      offset += 6
      scalar = UTF16.decode(UTF16.EncodedScalar([unit, trail]))
    }
    text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
  }

  /// The UTF-16 code unit of the escape `\uXXXX` at an offset, or nil if none stands there.
  private func codeUnit(at offset: Int) -> UInt16? {
    guard byte(at: offset) == UInt8(ascii: "\\"), byte(at: offset + 1) == UInt8(ascii: "u") else { return nil }
    var unit: UInt16 = 0
    for place in offset + 2..<offset + 6 {
      guard let digit = byte(at: place).flatMap(hexDigit) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }

  private func hexDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
