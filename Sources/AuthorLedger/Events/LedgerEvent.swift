public import DecisionModel

/// One entry of the log: what happened, when, and who did it.
///
/// The log is only ever added to. All that it says of an author follows from their events in their order; the tables
/// beside it are there to find things quickly, and can be made anew from it.
public struct LedgerEvent: Hashable, Sendable {
  /// Its place in the whole log, from 1.
  public var number: Int64
  /// The number of the author whose chain it stands in; 0 is the chain of the ledger itself.
  public var author: Int64
  /// Its place in that chain, from 1.
  public var place: Int64
  /// When it happened; never before the event that precedes it in its chain.
  public var at: Instant
  /// Who did it: `decorum`, or a person as they gave their name.
  public var actor: String
  /// The playbook, and the digest of the program, that it happened under; nil for what no playbook is needed for.
  public var playbook: PlaybookVersion?
  public var happening: Happening

  public init(
    number: Int64, author: Int64, place: Int64, at: Instant, actor: String, playbook: PlaybookVersion?,
    happening: Happening
  ) {
    self.number = number
    self.author = author
    self.place = place
    self.at = at
    self.actor = actor
    self.playbook = playbook
    self.happening = happening
  }
}
