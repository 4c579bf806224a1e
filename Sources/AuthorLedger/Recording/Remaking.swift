public import DecisionEngine
public import DecisionModel

/// A decision as it was made, made again.
public struct RemadeDecision: Sendable {
  public let number: Int64
  /// When it was made.
  public let at: Instant
  public let decision: Decision
  public let comment: Comment
  /// The program by which it was made.
  public let engine: Engine
  /// The bytes that were given out then; nil where they were erased, or never kept.
  public let recorded: [UInt8]?

  /// When the comment was written, or else when it was decided.
  public var posted: Instant { engine.start(of: comment) }

  /// Whether the same came out again; nil where that cannot be said.
  public var isSame: Bool? { recorded.map { $0 == decision.json } }
}

extension Ledger {
  /// A decision by the program of then, about the comment that was given then, with what the ledger knew then.
  ///
  /// - Parameter line: The comment as it was given, where the ledger does not keep it.
  /// - Returns: Nil where the comment was erased, or never kept, and is not given.
  public func remade(_ number: Int64, from line: [UInt8]? = nil) throws(LedgerProblem) -> RemadeDecision? {
    try store.read { session in try remade(decision(number, session), from: line, session) }
  }

  func remade(_ event: LedgerEvent, from line: [UInt8]? = nil, _ session: any LedgerSession) throws -> RemadeDecision? {
    guard case .decided(let decided) = event.happening else { return nil }
    let row = try session.row("SELECT given, decision FROM sealed WHERE number = $1", [.integer(event.number)])
    guard let line = try row.flatMap({ try $0.optional(0, $0.bytes) }) ?? line else { return nil }
    guard let digest = event.playbook?.digest, let program = try program(digest: digest, session) else {
      throw LedgerProblem.damaged("the program of decision \(event.number) is missing")
    }
    let (decision, comment) = try program.decision(about: line, known: decided.known)
    return RemadeDecision(
      number: event.number, at: event.at, decision: decision, comment: comment, engine: program.engine,
      recorded: try row.flatMap { try $0.optional(1, $0.bytes) })
  }
}

extension StoredProgram {
  /// A decision made again from what was given and what was known.
  func decision(about line: [UInt8], known: JSONValue) throws -> (Decision, Comment) {
    let decider = Decider(engine)
    let read = ReadSubmission(Submission(line), by: decider, now: .earliest)
    let comment = try decider.filled(read.comment, known)
    let decision = read.trouble.map { .trouble($0, playbook: playbook, comment: comment.id) } ?? decider.decide(comment)
    return (decision, comment)
  }
}
