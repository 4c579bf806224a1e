public import DecisionModel

/// Where it is kept how far each feed was read.
///
/// A feed is named by its address, as bytes. Calls come from one thread; another process may ask for the same feeds at
/// the same time, and whichever keeps a state last counts: nothing worse follows than that a feed is asked for once more.
public protocol FeedMemory: AnyObject {
  /// What is remembered of a feed; nil where it was never asked for.
  ///
  /// - Throws: a sentence, where the memory cannot be read.
  func state(of feed: [UInt8]) throws -> FeedState?

  /// Remembers the state of a feed in place of the one before. It is called only after every entry that came with it was
  /// decided, so that a stop between the two makes the feed be read again, and loses nothing.
  ///
  /// - Throws: a sentence, where the memory cannot be written.
  func keep(_ state: FeedState, of feed: [UInt8]) throws
}

/// Decides about entries, each once, and remembers who is still to be told.
///
/// An entry is named by `WatchedEntry.id`, which is the id of the comment that it becomes (`WatchedEntry.comment`).
/// Decided, recorded and marked as still to be told is one step: either all of it lasts, or nothing. So no entry is lost
/// between the decision and the telling, whenever the power fails; one may be told twice, and has the same id then.
public protocol EntryDecider: AnyObject {
  /// Decides about an entry, or gives the decision that was made about it.
  ///
  /// - An id that was never decided: the comment is decided and recorded.
  /// - An id that was decided with the same text: the recorded decision, and nothing is written. Whatever else the
  ///   entry says (its author, its date) is not looked at.
  /// - An id that was decided with another text: the comment was edited; it is decided anew, and that is recorded.
  ///
  /// Where something was recorded and `concernsPerson` says so of the decision, the entry is among `untold` in the same
  /// step.
  ///
  /// - Parameters:
  ///   - entry: the entry, with what finds it.
  ///   - now: the instant of the decision.
  ///   - concernsPerson: whether a decision, in its canonical form, is something that a person must know of.
  /// - Throws: a sentence, where nothing could be decided or recorded. The feed is asked for again then.
  func decide(
    _ entry: WatchedEntry, now: Instant, concernsPerson: (_ decision: [UInt8]) -> Bool
  ) throws -> DecidedEntry

  /// The entries that nobody was told of yet, oldest first: those of earlier runs too.
  func untold() throws -> [DecidedEntry]

  /// Remembers that somebody was told of an entry: it was printed, or a server took it. What was decided anew since then
  /// stays among `untold`.
  ///
  /// - Parameter entry: as `untold` gave it.
  func told(_ entry: DecidedEntry) throws
}

/// An entry with what was decided about it.
public struct DecidedEntry: Hashable, Sendable {
  public let entry: WatchedEntry
  /// The decision in its canonical form.
  public let decision: [UInt8]
  /// When it was decided.
  public let decided: Instant
  /// Whether it was decided just now, for the first time or because its text is another one.
  public let isNew: Bool

  public init(_ entry: WatchedEntry, decision: [UInt8], decided: Instant, isNew: Bool) {
    self.entry = entry
    self.decision = decision
    self.decided = decided
    self.isNew = isNew
  }
}
