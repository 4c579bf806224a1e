import AuthorLedger
import DecisionEngine
import DecisionModel
import FeedWatching

/// A memory that outlives the run: each entry is decided once, and told of until somebody was told.
final class LedgerMemory: FeedMemory, EntryDecider {
  private let ledger: Ledger
  private let recorder: Recorder
  /// The numbers of the decisions that `untold` gave, by the entries' names.
  private var numbers: [[UInt8]: Int64] = [:]

  init(_ ledger: Ledger, by engine: Engine) throws {
    self.ledger = ledger
    recorder = try Recorder(in: ledger, by: engine)
  }

  func state(of feed: [UInt8]) throws -> FeedState? {
    try ledgerWork { try ledger.stateOfFeed(feed).map { try FeedState(json: $0) } }
  }

  func keep(_ state: FeedState, of feed: [UInt8]) throws {
    try ledgerWork { try ledger.keepState(state.json, ofFeed: feed) }
  }

  func decide(
    _ entry: WatchedEntry, now: Instant, concernsPerson: (_ decision: [UInt8]) -> Bool
  ) throws -> DecidedEntry {
    var comment = JSONWriter()
    comment.value(entry.comment)
    let found = FoundEntry(id: entry.id, comment: comment.bytes, notice: entry.json)
    let recording = try ledgerWork { try recorder.record(found, at: now, concernsPerson: concernsPerson) }
    return DecidedEntry(entry, decision: recording.decision, decided: now, isNew: !recording.isRepeat)
  }

  func untold() throws -> [DecidedEntry] {
    try ledgerWork {
      try ledger.untoldEntries().map { untold in
        guard let entry = WatchedEntry(json: untold.notice) else {
          throw Failure("\(ledger.name): what is kept of the entry of decision \(untold.decision) cannot be read")
        }
        numbers[entry.id] = untold.decision
        return DecidedEntry(entry, decision: untold.decided, decided: untold.at, isNew: false)
      }
    }
  }

  func told(_ entry: DecidedEntry) throws {
    guard let number = numbers[entry.entry.id] else { preconditionFailure("who is told of an entry was given it") }
    try ledgerWork { try ledger.told(number) }
  }
}
