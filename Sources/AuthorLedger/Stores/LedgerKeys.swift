import Crypto

/// The ledger's own secret, by which names and texts become keys.
///
/// Who has the ledger has the secret: keys hide names from who sees an export, not from who has the database.
struct LedgerKeys: Sendable {
  /// What a key stands for; the same bytes have another key as another thing.
  enum Kind: UInt8 { case author = 1, comment, thread, text, written }

  /// The code as it is after the secret, which is the same for every key.
  private let begun: HMAC<SHA256>

  init(secret: [UInt8]) { begun = HMAC(key: SymmetricKey(data: secret)) }

  func key(_ kind: Kind, _ bytes: [UInt8]) -> LedgerKey {
    var code = begun
    code.update(data: [kind.rawValue])
    code.update(data: bytes)
    return LedgerKey(bytes: Array(code.finalize()))
  }
}
