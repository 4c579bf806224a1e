// Texts from outside are bytes: never compared as Swift text.

extension UInt8 {
  var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  var small: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
}

extension Collection where Element == UInt8 {
  /// With the capitals of ASCII made small.
  var smallLetters: [UInt8] { map(\.small) }

  /// Whether it is a text of ASCII.
  func isExactly(_ text: StaticString) -> Bool { text.withUTF8Buffer { elementsEqual($0) } }
}

extension BidirectionalCollection where Element == UInt8 {
  /// Without blanks around it.
  var trimmed: SubSequence {
    let start = firstIndex { !$0.isBlank } ?? endIndex
    let end = lastIndex { !$0.isBlank }.map(index(after:)) ?? endIndex
    return self[start..<Swift.max(start, end)]
  }
}

extension RangeReplaceableCollection where Element == UInt8 {
  /// Appends a character in UTF-8; what is no character as U+FFFD.
  mutating func append(scalar value: UInt32) {
    append(contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }
}

extension [UInt8] {
  /// Its beginning, cut at the end of a character.
  func cut(to count: Int) -> [UInt8] {
    guard self.count > count else { return self }
    var end = count
    while end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(self[..<end])
  }

  var containsReplacement: Bool { firstRange(of: [0xEF, 0xBF, 0xBD]) != nil }
}

extension UTF8 {
  /// Whether bytes are well-formed UTF-8.
  static func isSound(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}
