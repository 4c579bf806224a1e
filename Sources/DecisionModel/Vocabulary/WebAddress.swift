/// The address of something on the web: `https://alerts.example/feeds/1.atom`.
///
/// Only what may be asked for over the web is one: `http` or `https`, a host, no name and no password before it, and
/// neither a blank nor a control character anywhere.
public struct WebAddress: Hashable, Sendable {
  /// The address as it was written, in UTF-8.
  public let bytes: [UInt8]
  /// Its host, without a port and without the brackets of an IPv6 address.
  public let host: [UInt8]

  /// The most bytes of an address.
  public static let greatestLength = 2048

  /// Reads the whole of a text; nil if it is nothing of the kind.
  public init?(_ text: String) { self.init(Array(text.utf8)) }

  public init?(_ bytes: [UInt8]) {
    let scheme = ["https://", "http://"].first { bytes.hasPrefixIgnoringCase($0) }
    guard let scheme, bytes.count <= WebAddress.greatestLength, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      return nil
    }
    let authority = bytes.dropFirst(scheme.utf8.count).prefix { !WebAddress.authorityEnds.contains($0) }
    guard let host = WebAddress.host(of: authority) else { return nil }
    (self.bytes, self.host) = (bytes, host)
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Some readers take `\` for `/`, and so find another host in an address than others do.
  private static let authorityEnds = Array("/?#\\".utf8)

  private static func host(of authority: ArraySlice<UInt8>) -> [UInt8]? {
    if authority.contains(UInt8(ascii: "@")) { return nil }
    if authority.first == UInt8(ascii: "[") {
      guard let end = authority.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      let rest = authority[(end + 1)...]
      let host = authority[(authority.startIndex + 1)..<end]
      return (rest.isEmpty || isPort(rest)) && !host.isEmpty ? Array(host) : nil
    }
    let host = authority.prefix { $0 != UInt8(ascii: ":") }
    let rest = authority[host.endIndex...]
    return (rest.isEmpty || isPort(rest)) && !host.isEmpty ? Array(host) : nil
  }

  private static func isPort(_ rest: ArraySlice<UInt8>) -> Bool {
    let digits = rest.dropFirst()
    return rest.first == UInt8(ascii: ":") && digits.count <= 5
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension [UInt8] {
  /// - Parameter text: small letters of ASCII.
  fileprivate func hasPrefixIgnoringCase(_ text: String) -> Bool {
    count >= text.utf8.count
      && zip(self, text.utf8).allSatisfy { byte, wanted in
        byte == wanted || ((0x41...0x5A).contains(byte) && byte + 0x20 == wanted)
      }
  }
}
