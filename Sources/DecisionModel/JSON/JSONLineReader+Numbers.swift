extension JSONLineReader {
  /// No number with so few digits before its point, and without an exponent, is too large for binary64.
  private static let surelyFinite = 300

  /// The value of a number, correctly rounded to binary64.
  public func number(of slice: Slice) -> Double {
    if let number = shortNumber(slice) { return number }
    // A token is only made of numbers that are finite.
    return Double(Substring(decoding: bytes(of: slice), as: UTF8.self)) ?? 0
  }

  /// Moves past the number at the cursor; nil if it is none, or too large.
  mutating func readNumber() -> Slice? {
    let start = offset
    _ = skip(UInt8(ascii: "-"))
    if !skip(UInt8(ascii: "0")), !skipDigits() { return nil }
    var isSurelyFinite = offset - start < JSONLineReader.surelyFinite
    if skip(UInt8(ascii: ".")), !skipDigits() { return nil }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      isSurelyFinite = false
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      if !skipDigits() { return nil }
    }
    let slice = Slice(range: start..<offset, hasEscapes: false)
    return isSurelyFinite || number(of: slice).isFinite ? slice : nil
  }

  private mutating func skipDigits() -> Bool {
    let start = offset
    while let byte = byte(at: offset), isDigit(byte) { offset += 1 }
    return offset > start
  }

  /// A number of at most fifteen digits without an exponent: its digits and the power of ten are exact in binary64, so
  /// that one division rounds correctly (Clinger, How to Read Floating Point Numbers Accurately, 1990).
  private func shortNumber(_ slice: Slice) -> Double? {
    guard slice.range.count <= 17 else { return nil }
    var digits: Int64 = 0
    var (count, decimals, isNegative) = (0, 0, false)
    for byte in bytes(of: slice) {
      if isDigit(byte) {
        digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
        count += 1
        if decimals > 0 { decimals += 1 }
      } else if byte == UInt8(ascii: ".") {
        decimals = 1
      } else if byte == UInt8(ascii: "-") {
        isNegative = true
      } else {
        return nil
      }
    }
    guard count <= 15 else { return nil }
    var power = 1.0
    for _ in 1..<max(1, decimals) { power *= 10 }
    let number = Double(digits) / power
    return isNegative ? -number : number
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
