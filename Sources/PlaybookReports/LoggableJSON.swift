import Diagnostics

/// JSON that a terminal and a CI log only show: the same values, with what is hidden and what a log obeys written as
/// escapes. Outside of strings JSON is ASCII without `#`, so that what is found stands in one.
///
/// - Returns: the text, its line ended.
func loggable(_ json: [UInt8]) -> String {
  var safe: [UInt8] = []
  var next = 0
  findHiddenCharacters(in: json) { hidden in
    append(json[next..<hidden.offset], to: &safe)
    safe += (hidden.scalar ?? "\u{FFFD}").utf16.flatMap { escape($0) }
    next = hidden.offset + hidden.length
  }
  append(json[next...], to: &safe)
  return String(decoding: safe, as: UTF8.self) + "\n"
}

/// Appends bytes; the second of two `#`, which begin a command of some logs, as an escape.
private func append(_ bytes: ArraySlice<UInt8>, to safe: inout [UInt8]) {
  var before: UInt8?
  for byte in bytes {
    if byte == UInt8(ascii: "#"), before == byte { safe += escape(UInt16(byte)) } else { safe.append(byte) }
    before = byte
  }
}

private func escape(_ unit: UInt16) -> [UInt8] {
  let digits = String(unit, radix: 16)
  return Array(("\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits).utf8)
}
