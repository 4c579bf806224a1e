import Crypto
import Foundation

/// What is personal of an event. It stands in a table of its own, from which it can be dropped.
struct SealedPart: Hashable, Sendable {
  /// 32 random bytes, without which nobody can tell of a guess whether it is right.
  let salt: [UInt8]
  /// The comment as it was given.
  var given: [UInt8]?
  /// The decision in its canonical form.
  var decision: [UInt8]?
  /// What a person gave as the reason, or wrote to the author.
  var note: [UInt8]?

  init(given: [UInt8]? = nil, decision: [UInt8]? = nil, note: [UInt8]? = nil, salt: [UInt8] = randomBytes(32)) {
    self.salt = salt
    self.given = given
    self.decision = decision
    self.note = note
  }

  /// SHA-256 of the salt and the parts, each with its length before it.
  var commitment: [UInt8] {
    var digest = SHA256()
    digest.update(data: salt)
    for part in [given, decision, note] {
      withUnsafeBytes(of: (part.map { UInt64($0.count) } ?? .max).bigEndian) { digest.update(bufferPointer: $0) }
      if let part { digest.update(data: part) }
    }
    return Array(digest.finalize())
  }
}

/// Bytes that nobody can guess.
func randomBytes(_ count: Int) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: count)
  // One call of the system for up to 256 of them.
  precondition(getentropy(&bytes, count) == 0, "the system has no randomness")
  return bytes
}
