import DecisionEngine
import DecisionModel

// A comment that is decided about for the first time, or anew since it was edited.
extension RecordedBatch {
  func record(_ submission: KeyedSubmission, insteadOf earlier: EarlierDecision?) throws -> Recording {
    let read = submission.read
    let writer = try journal.author(submission.author)
    if let earlier { try takeBack(earlier, at: read.comment.now) }
    let asked = question(
      about: submission, writer, case: try caseNumber(submission, writer, earlier),
      now: max(read.comment.now, try journal.head(of: writer).at))
    var known = JSONValue.object(try knowledge.members(about: asked))
    if read.isNameless { known = known.adding("id", .string(read.id)) }
    let comment = try decider.filled(read.comment, known)
    let decision =
      read.trouble.map { .trouble($0, playbook: decider.playbook, comment: comment.id) } ?? decider.decide(comment)
    let (event, bytes) = try append(decision, comment, submission, asked, known)
    if read.author != nil { try strike(event, decision, comment) }
    var recording = Recording(number: event.number, decision: bytes, isEdit: earlier != nil)
    recording.isClockBehind = asked.now > read.comment.now
    recording.trouble = read.trouble
    recording.unknownKeys = read.comment.unknownKeys
    return recording
  }

  private func caseNumber(
    _ submission: KeyedSubmission, _ writer: Int64, _ earlier: EarlierDecision?
  ) throws -> Int64? {
    if let earlier { return try journal.session.caseNumber(ofDecision: earlier.number) }
    return try submission.thread.flatMap { try tables.caseNumbers.value(ThreadAuthor(thread: $0, author: writer)) }
  }

  private func takeBack(_ earlier: EarlierDecision, at now: Instant) throws {
    try journal.append(to: earlier.author, at: now, program: program, .edited(decision: earlier.number))
  }

  private func append(
    _ decision: Decision, _ comment: Comment, _ submission: KeyedSubmission, _ asked: Knowledge.Asked,
    _ known: JSONValue
  ) throws -> (event: LedgerEvent, decision: [UInt8]) {
    let happened = decidedComment(decision, comment, submission, asked.case, known)
    let bytes = decision.json
    let event = try journal.append(
      to: asked.writer, at: asked.now, program: program, .decided(happened),
      sealed: SealedPart(given: submission.read.submission.line, decision: bytes), texts: submission.texts,
      keepsSealed: keeping == .everything)
    knowledge.past.add(happened, at: event.at, asked)
    decided.set(
      EarlierDecision(
        number: event.number, author: asked.writer, written: submission.texts.written,
        decision: keeping == .everything ? bytes : nil), submission.comment)
    return (event, bytes)
  }

  private func decidedComment(
    _ decision: Decision, _ comment: Comment, _ submission: KeyedSubmission, _ number: Int64?, _ known: JSONValue
  ) -> DecidedComment {
    let rules = decider.engine.rulebook.program
    let taken = decision.actions.filter { $0.heldBy.isEmpty && $0.awaiting.isEmpty }.map(\.action)
    return DecidedComment(
      comment: submission.comment, thread: submission.thread, case: number, posted: decider.engine.start(of: comment),
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
      let latest = try tables.line(AuthorLadder(event.author, standing.ladder)).latest
      let strike = Strike(
        decision: event.number, ladder: standing.ladder, weight: max(1, standing.strikes - before),
        at: max(decider.engine.start(of: comment), latest?.at ?? .earliest), strikes: standing.strikes,
        rung: standing.rung, isShadow: isShadow)
      try journal.append(to: event.author, at: event.at, program: program, .strike(strike))
    }
  }
}
