import DecisionModel

/// The address that a link means: those of Google Alerts lead over a page of Google's that says where to go on.
func realLink(_ link: [UInt8]) -> [UInt8] {
  guard let address = WebAddress(link), isGoogle(address.host) else { return link }
  let afterHost = address.bytes.dropFirst("http".utf8.count).drop { $0 != UInt8(ascii: ".") }.drop {
    $0 != UInt8(ascii: "/")
  }
  guard afterHost.starts(with: "/url?".utf8) else { return link }
  let query = afterHost.dropFirst("/url?".utf8.count).prefix { $0 != UInt8(ascii: "#") }
  for part in query.split(separator: UInt8(ascii: "&")) {
    for key in ["url=", "q="] where part.starts(with: key.utf8) {
      let target = percentDecoded(part.dropFirst(key.utf8.count))
      if WebAddress(target) != nil { return target }
    }
  }
  return link
}

/// `www.google.com`, `www.google.co.uk`.
private func isGoogle(_ host: [UInt8]) -> Bool {
  let parts = host.smallLetters.split(separator: UInt8(ascii: "."))
  return parts.count >= 3 && parts.count <= 4 && parts[0].isExactly("www") && parts[1].isExactly("google")
}

/// A part of a query with its escapes resolved; an escape that is none stays.
private func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var bytes: [UInt8] = []
  var rest = text
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), let value = hexadecimalValue(of: rest.prefix(2)) {
      bytes.append(value)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return bytes
}

private func hexadecimalValue(of digits: ArraySlice<UInt8>) -> UInt8? {
  guard digits.count == 2, digits.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0 | 0x20) }) else { return nil }
  return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
}
