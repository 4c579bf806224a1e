extension UTF8 {
  /// The length of the well-formed scalar that begins at an offset, or nil if none does.
  ///
  /// The ranges are those of the Unicode Standard, table 3-7 (well-formed UTF-8 byte sequences).
  static func lengthOfScalar(at offset: Int, in bytes: [UInt8]) -> Int? {
    guard offset < bytes.count else { return nil }
    let (length, second) = shape(after: bytes[offset])
    if length <= 1 { return length == 1 ? 1 : nil }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
    return bytes[offset + 2..<offset + length].allSatisfy(isContinuation) ? length : nil
  }

  /// Whether bytes are well-formed UTF-8 throughout.
  static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while offset < bytes.count {
      guard let length = lengthOfScalar(at: offset, in: bytes) else { return false }
      offset += length
    }
    return true
  }

  /// How many bytes a scalar has that begins with this byte (none if none does), and what its second byte may be.
  static func shape(after lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>) {
    switch lead {
    case 0x00...0x7F: (1, 0x80...0xBF)
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0x80...0xBF)
    }
  }
}
