// How escapes are read where the text of a string is copied.
extension JSONLineReader {
  /// Copies the text of a string, its escapes read: never more bytes than stand between its quotes.
  ///
  /// - Parameter text: Has room for `slice.range.count` bytes.
  /// - Returns: How many bytes the text has.
  public func copy(_ slice: Slice, to text: UnsafeMutablePointer<UInt8>) -> Int {
    let bytes = bytes(of: slice)
    guard let start = bytes.baseAddress else { return 0 }
    var (place, length) = (0, 0)
    while true {
      let run = Self.plainRun(start + place, bytes.count - place, to: text + length)
      place += run
      length += run
      guard place < bytes.count else { return length }
      length += Self.copyEscape(bytes, &place, to: text + length)
    }
  }

  /// Copies what stands before the next backslash, eight bytes at a time.
  private static func plainRun(_ bytes: UnsafeRawPointer, _ count: Int, to text: UnsafeMutablePointer<UInt8>) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = 0
    while place + 8 <= count {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let others = word ^ ones &* 0x5C
      if (others &- ones) & ~others & (ones &* 0x80) != 0 { break }
      UnsafeMutableRawPointer(text + place).storeBytes(of: word, as: UInt64.self)
      place += 8
    }
    while place < count {
      let byte = bytes.load(fromByteOffset: place, as: UInt8.self)
      if byte == UInt8(ascii: "\\") { break }
      text[place] = byte
      place += 1
    }
    return place
  }

  /// Reads an escape, which the reader has admitted, and says how many bytes it means.
  private static func copyEscape(
    _ bytes: UnsafeRawBufferPointer, _ place: inout Int, to text: UnsafeMutablePointer<UInt8>
  ) -> Int {
    guard place + 1 < bytes.count else {
      place = bytes.count
      return 0
    }
    let letter = bytes[place + 1]
    guard letter == UInt8(ascii: "u") else {
      text[0] = meaning(of: letter)
      place += 2
      return 1
    }
    return copyScalar(scalar(bytes, &place), to: text)
  }

  private static func meaning(of letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }

  /// The scalar of `\uXXXX`, or of the two of a surrogate pair; of a surrogate without its other half U+FFFD.
  private static func scalar(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> UInt32 {
    let unit = codeUnit(bytes, place) ?? 0xFFFD
    place += 6
    guard unit & 0xF800 == 0xD800 else { return unit }
    guard unit < 0xDC00, let trail = codeUnit(bytes, place), trail & 0xFC00 == 0xDC00 else { return 0xFFFD }
    place += 6
    return 0x10000 + (unit - 0xD800) << 10 + (trail - 0xDC00)
  }

  private static func codeUnit(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt32? {
    guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
      return nil
    }
    return (place + 2..<place + 6).reduce(0) { unit, place in
      let byte = UInt32(bytes[place])
      return unit << 4 | (byte < 0x3A ? byte - 0x30 : (byte | 0x20) - 0x57)
    }
  }

  private static func copyScalar(_ scalar: UInt32, to text: UnsafeMutablePointer<UInt8>) -> Int {
    let length = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    guard length > 1 else {
      text[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    for place in 0..<length {
      let bits = scalar >> UInt32(6 * (length - 1 - place))
      let lead = UInt32(0xF00) >> UInt32(length) & 0xFF
      text[place] = UInt8(truncatingIfNeeded: place == 0 ? lead | bits : 0x80 | bits & 0x3F)
    }
    return length
  }
}
