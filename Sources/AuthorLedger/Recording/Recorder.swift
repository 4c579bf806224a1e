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
    try append { _, batch in try submissions.map { try batch.record($0, at: now) } }
  }

  /// Records in one transaction.
  func append<Result>(_ body: (Journal, RecordedBatch) throws -> Result) throws(LedgerProblem) -> Result {
    try ledger.append { try body($0, RecordedBatch($0, decider, reach, keeping)) }
  }
}

/// Comments that are recorded in one transaction.
struct RecordedBatch {
  let journal: Journal
  let decider: Decider
  let knowledge: Knowledge
  let program: StoredPlaybook
  let keeping: Recorder.Keeping

  init(_ journal: Journal, _ decider: Decider, _ reach: HistoryReach, _ keeping: Recorder.Keeping) throws {
    let engine = decider.engine
    let modes = try journal.session.rows("SELECT mode FROM modes WHERE is_on = 1 ORDER BY mode")
    self.journal = journal
    self.decider = decider
    self.keeping = keeping
    knowledge = Knowledge(
      session: journal.session, engine: engine, reach: reach, modes: try modes.map { try $0.text(0) })
    program = StoredPlaybook(
      number: try journal.ledger.number(of: engine, journal.session), playbook: engine.playbook)
  }

  func record(_ submission: Submission, at now: Instant) throws -> Recording {
    let read = ReadSubmission(submission, by: decider, now: now)
    let keys = journal.ledger.keys
    let written = keys.key(.written, read.comment.text).bytes
    let key = keys.key(.comment, read.id)
    let earlier = try EarlierDecision(key, journal.session)
    // Of a comment whose text was erased nobody knows whether it was changed: it brings no second strike.
    if let earlier, earlier.written ?? written == written { return try `repeat`(earlier, read) }
    let normal = keys.key(.text, decider.normalForm(of: read.comment.text)).bytes
    return try record(read, key, TextKeys(written: written, normal: normal), insteadOf: earlier)
  }

  // MARK: Again

  /// What was decided then, byte for byte.
  private func `repeat`(_ earlier: EarlierDecision, _ read: ReadSubmission) throws -> Recording {
    let stored = try journal.session.row("SELECT decision FROM sealed WHERE number = $1", [.integer(earlier.number)])
    let decision = try stored.flatMap { try $0.optional(0, $0.bytes) }
    var recording = Recording(
      number: earlier.number, decision: try decision ?? madeAgain(earlier, read), isRepeat: true)
    recording.trouble = read.trouble
    recording.unknownKeys = read.comment.unknownKeys
    return recording
  }

  /// The decision by the program of then with what was known then, where its bytes were not kept.
  private func madeAgain(_ earlier: EarlierDecision, _ read: ReadSubmission) throws -> [UInt8] {
    let event = try journal.ledger.decision(earlier.number, journal.session)
    guard let remade = try journal.ledger.remade(event, from: read.submission.line, journal.session) else {
      preconditionFailure("what is given is there")
    }
    return remade.decision.json
  }

  // MARK: Anew

  private func record(
    _ read: ReadSubmission, _ key: LedgerKey, _ texts: TextKeys, insteadOf earlier: EarlierDecision?
  ) throws -> Recording {
    let writer = try journal.author(journal.ledger.keys.key(.author, read.author ?? []))
    if let earlier { try takeBack(earlier, at: read.comment.now) }
    let now = max(read.comment.now, try journal.head(of: writer).at)
    let thread = read.thread.map { journal.ledger.keys.key(.thread, $0) }
    let number = try earlier?.caseNumber ?? thread.flatMap { try journal.session.caseNumber(of: writer, in: $0) }
    let asked = Knowledge.Asked(
      author: read.author == nil ? nil : writer, writer: writer, thread: thread, case: number, text: texts.normal ?? [],
      posted: read.posted ?? now, now: now)
    var known = JSONValue.object(try knowledge.members(about: asked))
    if read.isNameless { known = known.adding("id", .string(read.id)) }
    let comment = try decider.filled(read.comment, known)
    let decision =
      read.trouble.map { .trouble($0, playbook: decider.playbook, comment: comment.id) }
      ?? decider.decide(comment)
    let decided = decided(decision, comment, key, thread, number, known)
    let event = try journal.append(
      to: writer, at: now, program: program, .decided(decided),
      sealed: SealedPart(given: read.submission.line, decision: decision.json), texts: texts,
      keepsSealed: keeping == .everything)
    if read.author != nil { try strike(event, decision, comment) }
    var recording = Recording(number: event.number, decision: decision.json, isEdit: earlier != nil)
    recording.isClockBehind = now > read.comment.now
    recording.trouble = read.trouble
    recording.unknownKeys = read.comment.unknownKeys
    return recording
  }

  private func takeBack(_ earlier: EarlierDecision, at now: Instant) throws {
    try journal.append(to: earlier.author, at: now, program: program, .edited(decision: earlier.number))
  }

  private func decided(
    _ decision: Decision, _ comment: Comment, _ key: LedgerKey, _ thread: LedgerKey?, _ number: Int64?,
    _ known: JSONValue
  ) -> DecidedComment {
    let rules = decider.engine.program
    let taken = decision.actions.filter { $0.heldBy.isEmpty && $0.awaiting.isEmpty }.map(\.action)
    return DecidedComment(
      comment: key, thread: thread, case: number, posted: decider.engine.start(of: comment),
      channel: decider.engine.channel(of: comment)?.name, category: decision.category, stance: decision.stance,
      actions: decision.actions.map(\.action),
      braked: taken.filter { action in rules.brakes.contains { $0.action == action } }.eachOnce,
      escalations: decision.escalations, clauses: decision.because.map(\.place.anchor), said: decision.said,
      obligations: decision.obligations(in: rules), known: known)
  }

  /// A strike never falls before the author's latest that stands on the ladder.
  private func strike(_ event: LedgerEvent, _ decision: Decision, _ comment: Comment) throws {
    for (standing, isShadow) in decision.ladders.map({ ($0, false) }) + decision.shadowLadders.map({ ($0, true) }) {
      let before = decider.engine.history(of: comment, on: standing.ladder)?.strikes ?? 0
      let latest = try journal.session.row(
        """
        SELECT at FROM strikes WHERE author = $1 AND ladder = $2 AND void = 0 ORDER BY at DESC, number DESC LIMIT 1
        """, [.integer(event.author), .text(standing.ladder)])
      let at = max(decider.engine.start(of: comment), try latest?.instant(0) ?? .earliest)
      let strike = Strike(
        decision: event.number, ladder: standing.ladder, weight: max(1, standing.strikes - before), at: at,
        strikes: standing.strikes, rung: standing.rung, isShadow: isShadow)
      try journal.append(to: event.author, at: event.at, program: program, .strike(strike))
    }
  }
}

/// What was decided about a comment before.
struct EarlierDecision {
  let number: Int64
  let author: Int64
  /// The key of its text as it was written; nil where that was erased.
  let written: [UInt8]?
  let caseNumber: Int64?

  /// Nil where the comment is new.
  init?(_ comment: LedgerKey, _ session: any LedgerSession) throws {
    let row = try session.row("SELECT number, author, written FROM comments WHERE comment = $1", [Cell(comment)])
    guard let row else { return nil }
    number = try row.integer(0)
    author = try row.integer(1)
    written = try row.optional(2, row.bytes)
    caseNumber = try session.caseNumber(ofDecision: number)
  }
}
