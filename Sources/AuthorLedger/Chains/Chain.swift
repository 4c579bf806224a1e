import Crypto
import DecisionModel

/// How the events of an author hang together: each hash stands for its event and, by the hash before, for all earlier
/// ones. What is personal is in it by a salted commitment alone, so that it can be dropped.
enum Chain {
  /// What stands before the first event.
  static let beginning = [UInt8](repeating: 0, count: 32)

  /// SHA-256 of the hash before, the event in its canonical form, and the commitment; of none, nothing.
  static func hash(after previous: [UInt8], _ event: LedgerEvent, _ commitment: [UInt8]?) -> [UInt8] {
    hash(after: previous, event.json, commitment)
  }

  /// The same of an event that is in its canonical form.
  static func hash(after previous: [UInt8], _ event: [UInt8], _ commitment: [UInt8]?) -> [UInt8] {
    var digest = SHA256()
    digest.update(data: previous)
    digest.update(data: event)
    if let commitment { digest.update(data: commitment) }
    return Array(digest.finalize())
  }
}
