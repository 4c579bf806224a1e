extension Anchor {
  /// The anchor as an `id` and behind `#`: letters, digits, `.`, `-` and `_` as they are, each other byte as `:2F`.
  var identifier: String { name.utf8.map { encoded($0, unless: "._-", mark: ":") }.joined() }
}

extension Address {
  /// The address in characters that addresses have; all others, and brackets, are percent-encoded.
  var encoded: String {
    text.utf8.map { PlaybookPublishing.encoded($0, unless: "-._~:/?#@!$'*+,;=%&", mark: "%") }.joined()
  }
}

/// A letter or a digit of ASCII, and what else is plain, as it is; each other byte as a mark and two digits.
func encoded(_ byte: UInt8, unless plain: String, mark: String) -> String {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    return String(Unicode.Scalar(byte))
  case let byte where plain.utf8.contains(byte): return String(Unicode.Scalar(byte))
  default:
    let digits = String(byte, radix: 16, uppercase: true)
    return mark + (digits.utf8.count == 1 ? "0" : "") + digits
  }
}
