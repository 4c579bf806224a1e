import Diagnostics
public import YAMLSyntax

/// Reads a number of the language: `5`, `1.5`, `10,000`, `10k`, `2M`, `60%`. Correctly rounded to binary64.
///
/// The suffix moves the decimal point before the digits are rounded, so that `60%` is the number nearest to 0.6.
public func readNumber(_ text: some StringProtocol) -> Double? {
  var digits = Array(text.utf8)
  var exponent = 0
  switch digits.last {
  case UInt8(ascii: "k"): exponent = 3
  case UInt8(ascii: "M"): exponent = 6
  case UInt8(ascii: "%"): exponent = -2
  default: break
  }
  if exponent != 0 { digits.removeLast() }
  let isNegative = digits.first == UInt8(ascii: "-")
  if isNegative { digits.removeFirst() }
  guard let plain = withoutThousandsCommas(digits), plain.count <= 40 else { return nil }
  let value = Double((isNegative ? "-" : "") + String(decoding: plain, as: UTF8.self) + "e\(exponent)")
  return value.flatMap { $0.isFinite ? $0 : nil }
}

/// Digits with at most one decimal point, and commas only between groups of three before it.
private func withoutThousandsCommas(_ digits: [UInt8]) -> [UInt8]? {
  let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
  let groups = parts[0].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
  guard groups.allSatisfy({ $0.allSatisfy(isDigit) }), !groups[0].isEmpty else { return nil }
  if groups.count > 1 {
    guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
  }
  guard parts.count == 1 || parts[1].allSatisfy(isDigit) else { return nil }
  return groups.flatMap { $0 } + (parts.count == 2 ? [UInt8(ascii: ".")] + parts[1] : [])
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

extension YAMLScalar {
  /// The number that the scalar is.
  public func number() throws(ValueTrouble) -> Double {
    guard let value = readNumber(text) else {
      throw ValueTrouble(
        "invalid-number", "`\(shown)` is no number", at: span, help: "write a number such as `5`, `1.5`, `10k` or `60%`"
      )
    }
    return value
  }

  /// The whole number from 0 up that the scalar is; at most a milliard.
  public func wholeNumber() throws(ValueTrouble) -> Int {
    guard let value = readNumber(text), value == value.rounded(), value >= 0, value <= 1_000_000_000 else {
      throw ValueTrouble(
        "invalid-number", "`\(shown)` is no whole number", at: span, help: "write a whole number such as `3`")
    }
    return Int(value)
  }

  /// The yes or no that the scalar is.
  public func yesNo() throws(ValueTrouble) -> Bool {
    if text.isOne(of: ["yes", "true"]) { return true }
    if text.isOne(of: ["no", "false"]) { return false }
    throw ValueTrouble("invalid-yes-no", "`\(shown)` is neither yes nor no", at: span, help: "write `yes` or `no`")
  }

  /// The text as a message quotes it.
  public var shown: String { text.shown }
}
