public import DecisionEngine
public import DecisionModel

/// Decides about comments with what the ledger knows, and records the decisions: each comment once.
///
/// A recorder belongs to one thread; any number of them, in any number of processes, may record in one ledger.
public final class Recorder {
  /// What is kept of comments.
  public enum Keeping: Sendable {
    case everything
    /// No texts, no names and no reasons: only what they are committed to.
    case nothingPersonal
  }

  private let ledger: Ledger
  private let decider: Decider
  private let reach: HistoryReach
  private let keeping: Keeping

  /// - Throws: `ProgramProblem` where the program is damaged.
  public init(in ledger: Ledger, by engine: Engine, keeping: Keeping = .everything) throws {
    self.ledger = ledger
    self.keeping = keeping
    decider = Decider(engine)
    reach = HistoryReach(try DecisionProgram(engine.image))
  }

  /// Decides and records comments, in their order, in one transaction: when this returns, all is on the disk.
  ///
  /// - Throws: `LedgerProblem`; then nothing was acknowledged, and the same submissions may be handed in again.
  public func record(_ submissions: [Submission], at now: Instant) throws(LedgerProblem) -> [Recording] {
    try append { _, batch in try batch.record(submissions, at: now) }
  }

  /// Records in one transaction.
  func append<Result>(_ body: (Journal, RecordedBatch) throws -> Result) throws(LedgerProblem) -> Result {
    try ledger.append { try body($0, RecordedBatch($0, decider, reach, keeping)) }
  }
}
