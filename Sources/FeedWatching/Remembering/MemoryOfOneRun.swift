public import DecisionEngine
public import DecisionModel

/// A memory that ends with the run: whoever watches without a ledger sees every entry once in each run.
public final class MemoryOfOneRun: FeedMemory, EntryDecider {
  private let decider: any CommentDecider
  private var states: [[UInt8]: FeedState] = [:]
  private var decided: [[UInt8]: DecidedEntry] = [:]
  private var waiting: [DecidedEntry] = []

  public init(decidingBy decider: any CommentDecider) { self.decider = decider }

  public func state(of feed: [UInt8]) -> FeedState? { states[feed] }

  public func keep(_ state: FeedState, of feed: [UInt8]) { states[feed] = state }

  public func decide(
    _ entry: WatchedEntry, now: Instant, concernsPerson: ([UInt8]) -> Bool
  ) -> DecidedEntry {
    if let earlier = decided[entry.id], earlier.entry.text == entry.text {
      return DecidedEntry(earlier.entry, decision: earlier.decision, decided: earlier.decided, isNew: false)
    }
    let decision = decider.decide(json: entry.comment, now: now).json
    let new = DecidedEntry(entry, decision: decision, decided: now, isNew: true)
    decided[entry.id] = new
    if concernsPerson(decision) { waiting.append(new) }
    return new
  }

  public func untold() -> [DecidedEntry] { waiting }

  public func told(_ entry: DecidedEntry) { waiting.removeAll { $0 == entry } }
}
