/// Why the ledger could not be read or written: a failure of the world, or an order that it cannot carry out.
///
/// What was ordered did not happen, or happened and was not acknowledged: the same order may be given again, since
/// nothing is recorded twice.
public struct LedgerProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// It may go well if it is tried again: another process writes, the server starts anew.
    case passing
    /// The disk is full, or cannot be written or read.
    case disk
    /// The database is no ledger, is damaged, or is one of a later release.
    case unusable
    /// What was named is not there, or cannot be done.
    case refused
  }

  public let kind: Kind
  /// A sentence without a full stop.
  public let description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  static func damaged(_ what: String) -> LedgerProblem {
    LedgerProblem(.unusable, "the ledger is damaged: \(what)")
  }
}
