import DecisionModel

/// What stands for an identity or a text where it must not be readable: HMAC-SHA256 with the ledger's own key, 32 bytes.
///
/// Equal keys mean equal bytes. It stays when the identity is erased, so that a block outlives an erasure.
public struct LedgerKey: Hashable, Sendable {
  public let bytes: [UInt8]

  public init(bytes: [UInt8]) { self.bytes = bytes }
}

extension LedgerKey {
  /// As an event and a person see it: 64 small hexadecimal digits.
  public var hexadecimal: String { DecisionModel.hexadecimal(bytes) }

  /// Reads 64 hexadecimal digits; nil for anything else.
  public init?(hexadecimal digits: [UInt8]) {
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: 64, by: 2) {
      let pair = String(decoding: digits[place..<place + 2], as: UTF8.self)
      guard digits[place] != UInt8(ascii: "+"), let byte = UInt8(pair, radix: 16) else { return nil }
      bytes.append(byte)
    }
    self.init(bytes: bytes)
  }
}
