/// UTF-8 to Unicode scalars and back.
package enum UTF8Text {
  static let replacement: UInt32 = 0xFFFD

  /// The scalars of `bytes`. Each ill-formed sequence, as far as it could have begun a character, is one U+FFFD
  /// (Unicode 3.9, "Substitution of Maximal Subparts").
  static func scalars(of bytes: some Sequence<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.underestimatedCount)
    var decoder = Unicode.UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): scalars.append(scalar.value)
      case .error: scalars.append(replacement)
      case .emptyInput: return scalars
      }
    }
  }

  /// The UTF-8 of `scalars`.
  package static func bytes(of scalars: some Sequence<UInt32>) -> [UInt8] {
    var bytes: [UInt8] = []
    for value in scalars {
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      bytes.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
    }
    return bytes
  }

  /// Where to cut `bytes` so that at most `limit` remain and no character is cut in two.
  static func cut(_ bytes: [UInt8], at limit: Int) -> Int {
    guard bytes.count > limit else { return bytes.count }
    // A character has at most three bytes after its first.
    for back in 0...3 where limit - back >= 0 {
      let isContinuation = bytes[limit - back] & 0b1100_0000 == 0b1000_0000
      if !isContinuation { return limit - back }
    }
    return limit
  }
}
