import Foundation

/// Whether a host is this machine or one of its own network, which nobody outside may have us ask.
///
/// Its name is resolved for that. What it means may change between this question and the request, which therefore looks
/// again at what it connects to.
func isOfOwnNetwork(_ host: [UInt8]) -> Bool {
  addresses(of: host).contains { $0.isOfOwnNetwork }
}

/// An address of the Internet Protocol: 4 bytes or 16.
struct NetworkAddress {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads an address of a socket; nil where it is of another family.
  init?(family: Int32, _ address: UnsafeRawPointer) {
    switch family {
    case AF_INET:
      let four = address.loadUnaligned(as: sockaddr_in.self).sin_addr
      bytes = withUnsafeBytes(of: four) { Array($0.prefix(4)) }
    case AF_INET6:
      let six = address.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      bytes = withUnsafeBytes(of: six) { Array($0.prefix(16)) }
    default: return nil
    }
  }

  /// The ranges that RFC 6890 keeps from the public network.
  var isOfOwnNetwork: Bool { bytes.count == 4 ? isOfOwnNetwork4 : isOfOwnNetwork6 }

  private var isOfOwnNetwork4: Bool {
    switch (bytes[0], bytes[1]) {
    case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168), (100, 64...127), (198, 18...19),
      (224..., _):
      true
    default: false
    }
  }

  private var isOfOwnNetwork6: Bool {
    let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
    if isMapped { return NetworkAddress(bytes: Array(bytes[12...])).isOfOwnNetwork }
    let isNone = bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] <= 1
    return isNone || bytes[0] & 0xFE == 0xFC || (bytes[0] == 0xFE && bytes[1] & 0x80 == 0x80) || bytes[0] == 0xFF
  }
}

/// What a name means now; nothing where it cannot be resolved.
private func addresses(of host: [UInt8]) -> [NetworkAddress] {
  var first: UnsafeMutablePointer<addrinfo>?
  guard getaddrinfo(String(decoding: host, as: UTF8.self), nil, nil, &first) == 0 else { return [] }
  defer { freeaddrinfo(first) }
  var found: [NetworkAddress] = []
  var next = first
  while let info = next?.pointee {
    next = info.ai_next
    if let address = info.ai_addr.flatMap({ NetworkAddress(family: info.ai_family, $0) }) { found.append(address) }
  }
  return found
}
