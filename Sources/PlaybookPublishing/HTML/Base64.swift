/// Bytes in base 64, with padding (RFC 4648, section 4).
func base64(_ bytes: [UInt8]) -> String {
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  var rest = bytes[...]
  while !rest.isEmpty {
    let group = rest.prefix(3)
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      text.append(place <= group.count ? digit(bits >> (18 - 6 * place) & 0x3F) : UInt8(ascii: "="))
    }
    rest = rest.dropFirst(3)
  }
  return String(decoding: text, as: UTF8.self)
}

private func digit(_ value: Int) -> UInt8 {
  switch value {
  case 0..<26: UInt8(ascii: "A") + UInt8(value)
  case 26..<52: UInt8(ascii: "a") + UInt8(value - 26)
  case 52..<62: UInt8(ascii: "0") + UInt8(value - 52)
  case 62: UInt8(ascii: "+")
  default: UInt8(ascii: "/")
  }
}
