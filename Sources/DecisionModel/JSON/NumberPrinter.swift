/// The one way in which Decorum prints numbers: in decisions, in programs and in texts.
///
/// The fewest digits that read back as the same binary64, and of those the nearest to it, written out without an
/// exponent and without a trailing `.0`: `0.1`, `3`, `100000000000000000000000`, `0.000001`. Minus zero is `0`.
public enum NumberPrinter {
  /// The text of a number; of one that is not finite, which no number of a decision is, `null`.
  public static func text(of number: Double) -> String {
    var bytes: [UInt8] = []
    append(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func append(_ number: Double, to bytes: inout [UInt8]) {
    if !number.isFinite { return bytes += "null".utf8 }
    if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 { return bytes += String(whole).utf8 }
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    // Swift's own description has the right digits (the SwiftDtoa algorithm); only its layout varies with the size.
    append(Decimal(describing: number.magnitude), to: &bytes)
  }

  private static func append(_ decimal: Decimal, to bytes: inout [UInt8]) {
    let (digits, point) = (decimal.digits, decimal.point)
    let zero = UInt8(ascii: "0")
    if point <= 0 {
      bytes += [zero, UInt8(ascii: ".")] + repeatElement(zero, count: -point) + digits
    } else if point >= digits.count {
      bytes += digits + repeatElement(zero, count: point - digits.count)
    } else {
      bytes += digits[..<point] + [UInt8(ascii: ".")] + digits[point...]
    }
  }

  /// Decimal digits without zeros at either end, and how many of them stand before the point: 0.05 is `5` and -1.
  private struct Decimal {
    var digits: [UInt8] = []
    var point = 0

    init(describing number: Double) {
      let description = Array(number.description.utf8)
      let mantissa = description.prefix { $0 != UInt8(ascii: "e") }
      let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
      digits = Array(whole + mantissa.dropFirst(whole.count + 1))
      let exponent = description.dropFirst(mantissa.count + 1)
      point = whole.count + (Int(String(decoding: exponent, as: UTF8.self)) ?? 0)
      trim()
    }

    private mutating func trim() {
      let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
      digits.removeFirst(zeros)
      point -= zeros
      while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    }
  }
}
