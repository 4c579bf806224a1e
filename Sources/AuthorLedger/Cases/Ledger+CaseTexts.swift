import DecisionEngine
public import DecisionModel

// What stands sealed beside the events of a case, as long as nobody has erased it.
extension Ledger {
  /// A comment as it was given to be decided; nil where it was not kept, or was erased.
  public func givenComment(ofDecision number: Int64) throws(LedgerProblem) -> JSONValue? {
    try sealedBytes("given", of: number).flatMap { try? JSONValue(parsing: $0) }
  }

  /// What a person wrote with what they did: a reason, or the answer that was sent.
  public func note(ofEvent number: Int64) throws(LedgerProblem) -> [UInt8]? {
    try sealedBytes("note", of: number)
  }

  /// The case that a decision belongs to; nil where there is no such decision.
  public func caseNumber(ofDecision number: Int64) throws(LedgerProblem) -> Int64? {
    try store.read { try $0.caseNumber(ofDecision: number) }
  }

  /// The program by which something was decided last; nil where nothing was.
  public func latestProgram() throws(LedgerProblem) -> DecisionProgram? {
    try store.read { session in
      let latest = try session.events("WHERE e.program IS NOT NULL ORDER BY e.number DESC LIMIT 1").first
      return try latest?.event.playbook.flatMap { try program(digest: $0.digest, session)?.engine.program }
    }
  }

  private func sealedBytes(_ column: StaticString, of number: Int64) throws(LedgerProblem) -> [UInt8]? {
    try store.read { session in
      let row = try session.row("SELECT \(column) FROM sealed WHERE number = $1", [.integer(number)])
      return try row.flatMap { row in try row.optional(0, row.bytes) }
    }
  }
}
