import DecisionEngine
import DecisionModel

/// Comments that are recorded in one transaction.
struct RecordedBatch {
  let journal: Journal
  let decider: Decider
  let program: StoredPlaybook
  let keeping: Recorder.Keeping
  let knowledge: Knowledge
  let decided: Rows<LedgerKey, EarlierDecision>

  var tables: BatchTables { journal.tables.rows }

  init(_ journal: Journal, _ decider: Decider, _ reach: HistoryReach, _ keeping: Recorder.Keeping) throws {
    let engine = decider.engine
    let modes = try journal.session.rows("SELECT mode FROM modes WHERE is_on = 1 ORDER BY mode")
    let tables = journal.tables.rows
    self.journal = journal
    self.decider = decider
    self.keeping = keeping
    knowledge = Knowledge(
      engine: engine, modes: try modes.map { try $0.text(0) }, tables: tables,
      past: Past(engine.program, reach, tables))
    decided = Rows(.decided, journal.session)
    program = StoredPlaybook(
      number: try journal.ledger.number(of: engine, journal.session), playbook: engine.playbook)
  }

  func record(_ submission: Submission, at now: Instant) throws -> Recording {
    let recordings = try record([submission], at: now)
    return recordings[0]
  }

  func record(_ submissions: [Submission], at now: Instant) throws -> [Recording] {
    let keyed = submissions.map { KeyedSubmission($0, by: decider, journal.ledger.keys, now: now) }
    // What was known of all is forgotten where a comment was edited, and then read anew of a few, and of more and more.
    var (end, width, forgettings) = (0, keyed.count, journal.session.forgettings)
    return try keyed.indices.map { place in
      if journal.session.forgettings != forgettings { (end, width) = (place, 8) }
      if place == end {
        end = min(keyed.count, place + width)
        width *= 2
        try know(keyed[place..<end])
      }
      forgettings = journal.session.forgettings
      return try record(keyed[place])
    }
  }

  private func record(_ submission: KeyedSubmission) throws -> Recording {
    let earlier = try decided.value(submission.comment)
    // Of a comment whose text was erased nobody knows whether it was changed: it brings no second strike.
    if let earlier, earlier.written ?? submission.texts.written == submission.texts.written {
      return try `repeat`(earlier, submission.read)
    }
    return try record(submission, insteadOf: earlier)
  }

  // MARK: Before

  /// Reads at once all that most of the comments will need. What else one needs is read when its turn comes.
  private func know(_ submissions: ArraySlice<KeyedSubmission>) throws {
    try decided.know(submissions.map(\.comment))
    try journal.know(authors: submissions.map(\.author))
    var seen: Set<LedgerKey> = []
    let asked = try submissions.filter { submission in
      try decided.value(submission.comment) == nil && seen.insert(submission.comment).inserted
    }.map { submission in
      let writer = try journal.author(submission.author)
      return question(
        about: submission, writer, case: nil, now: max(submission.read.comment.now, try journal.head(of: writer).at))
    }
    try knowThreads(of: asked)
    try knowledge.past.know(asked)
  }

  private func knowThreads(of asked: [Knowledge.Asked]) throws {
    let inThreads = asked.compactMap { asked in
      asked.thread.map {
        ($0, ThreadAuthor(thread: $0, author: asked.writer), ThreadText(thread: $0, text: asked.text))
      }
    }
    try tables.threads.know(inThreads.map(\.0))
    try tables.threadAuthors.know(inThreads.map(\.1))
    try tables.threadTexts.know(inThreads.map(\.2))
    try tables.caseNumbers.know(inThreads.map(\.1))
    try tables.cases.know(inThreads.compactMap { try tables.caseNumbers.value($0.1) })
  }

  func question(
    about submission: KeyedSubmission, _ writer: Int64, case number: Int64?, now: Instant
  ) -> Knowledge.Asked {
    Knowledge.Asked(
      author: submission.read.author == nil ? nil : writer, writer: writer, thread: submission.thread, case: number,
      text: submission.texts.normal ?? [], posted: submission.read.posted ?? now, now: now)
  }

  // MARK: Again

  /// What was decided then, byte for byte.
  private func `repeat`(_ earlier: EarlierDecision, _ read: ReadSubmission) throws -> Recording {
    var recording = Recording(
      number: earlier.number, decision: try earlier.decision ?? madeAgain(earlier, read), isRepeat: true)
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
}
