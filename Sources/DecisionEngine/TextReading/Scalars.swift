/// UTF-8 to Unicode scalars.
enum UTF8Reading {
  static let replacement: UInt32 = 0xFFFD

  /// The scalar that begins at a place, and how many bytes it has. Each ill-formed sequence, as far as it could have begun
  /// a character, is one U+FFFD (Unicode 3.9, "Substitution of Maximal Subparts").
  @inline(__always)
  static func scalar(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> (scalar: UInt32, length: Int) {
    let first = bytes[0]
    if first < 0x80 { return (UInt32(first), 1) }
    guard first >= 0xC2, first <= 0xF4 else { return (replacement, 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var scalar = UInt32(first) & (0x7F &>> UInt32(length))
    for place in 1..<length {
      guard place < count, isContinuation(bytes[place], at: place, after: first) else { return (replacement, place) }
      scalar = scalar &<< 6 | UInt32(bytes[place] & 0x3F)
    }
    return (scalar, length)
  }

  /// The second byte of some sequences has narrower bounds: no overlong forms, no surrogates, nothing beyond U+10FFFF.
  @inline(__always)
  private static func isContinuation(_ byte: UInt8, at place: Int, after first: UInt8) -> Bool {
    guard byte & 0xC0 == 0x80 else { return false }
    guard place == 1 else { return true }
    switch first {
    case 0xE0: return byte >= 0xA0
    case 0xED: return byte < 0xA0
    case 0xF0: return byte >= 0x90
    case 0xF4: return byte < 0x90
    default: return true
    }
  }

  /// Where to cut a text so that at most `limit` bytes remain and no character is cut in two.
  static func cut(_ bytes: UnsafePointer<UInt8>, _ count: Int, at limit: Int) -> Int {
    guard count > limit else { return count }
    for back in 0...3 where limit - back >= 0 {
      if bytes[limit - back] & 0xC0 != 0x80 { return limit - back }
    }
    return limit
  }
}

extension UTF8Reading {
  /// Writes a scalar in UTF-8 and says how many bytes it has, four at the most; what masks a link is a byte that no UTF-8
  /// has.
  @inline(__always)
  static func write(_ scalar: UInt32, to bytes: UnsafeMutablePointer<UInt8>) -> Int {
    if scalar < 0x80 {
      bytes[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    if scalar < 0x800 {
      bytes[0] = 0xC0 | UInt8(truncatingIfNeeded: scalar &>> 6)
      bytes[1] = continuation(scalar)
      return 2
    }
    return writeLong(scalar, to: bytes)
  }

  private static func writeLong(_ scalar: UInt32, to bytes: UnsafeMutablePointer<UInt8>) -> Int {
    switch scalar {
    case ..<0x1_0000:
      bytes[0] = 0xE0 | UInt8(truncatingIfNeeded: scalar &>> 12)
      bytes[1] = continuation(scalar &>> 6)
      bytes[2] = continuation(scalar)
      return 3
    case ..<0x11_0000:
      bytes[0] = 0xF0 | UInt8(truncatingIfNeeded: scalar &>> 18)
      bytes[1] = continuation(scalar &>> 12)
      bytes[2] = continuation(scalar &>> 6)
      bytes[3] = continuation(scalar)
      return 4
    default:
      bytes[0] = FoldedCharacter.mask
      return 1
    }
  }

  @inline(__always)
  private static func continuation(_ bits: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: bits & 0x3F) }
}

extension Pad<UInt8> {
  /// Adds a scalar in UTF-8.
  mutating func append(utf8 scalar: UInt32) {
    let count = count
    setCount(count + 4)
    setCount(count + UTF8Reading.write(scalar, to: base + count))
  }
}
