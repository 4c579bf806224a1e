/// The scalar that begins at an offset, with the number of bytes it takes; no scalar where the bytes are ill-formed.
///
/// Overlong forms, surrogates and what lies beyond U+10FFFF are ill-formed (Unicode 15.0, table 3-7).
func decodedScalar(in bytes: [UInt8], at offset: Int) -> (scalar: Unicode.Scalar?, length: Int) {
  guard offset < bytes.count else { return (nil, 0) }
  let first = bytes[offset]
  if first < 0x80 { return (Unicode.Scalar(first), 1) }
  guard let form = MultibyteForm(first: first), offset + form.length <= bytes.count else { return (nil, 1) }
  guard form.second.contains(bytes[offset + 1]) else { return (nil, 1) }
  var value = form.bits << 6 | UInt32(bytes[offset + 1] & 0x3F)
  for index in stride(from: offset + 2, to: offset + form.length, by: 1) {
    guard bytes[index] & 0xC0 == 0x80 else { return (nil, 1) }
    value = value << 6 | UInt32(bytes[index] & 0x3F)
  }
  return (Unicode.Scalar(value), form.length)
}

/// What the first byte of a character says about the rest.
private struct MultibyteForm {
  let length: Int
  /// The bits of the value that the first byte holds.
  let bits: UInt32
  /// What the second byte may be.
  let second: ClosedRange<UInt8>

  init?(first: UInt8) {
    switch first {
    case 0xC2...0xDF: (length, bits) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, bits) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, bits) = (4, UInt32(first & 0x07))
    default: return nil
    }
    switch first {
    case 0xE0: second = 0xA0...0xBF
    case 0xED: second = 0x80...0x9F
    case 0xF0: second = 0x90...0xBF
    case 0xF4: second = 0x80...0x8F
    default: second = 0x80...0xBF
    }
  }
}
