import DecisionEngine
public import DecisionModel

// The ledger as what cases are read from.
extension Ledger: CaseSource {
  public func events(ofCase number: Int64) throws -> [LedgerEvent] {
    try store.read { session in
      let events = try session.events(ofCase: number)
      guard let first = events.first, first.case == number, case .decided = first.happening else { return [] }
      return events
    }
  }

  public func cases(_ which: CaseSelection) throws -> [Int64] {
    let condition =
      switch which {
      case .pending: " WHERE pending = 1"
      case .closed: " WHERE pending = 0"
      case .all: ""
      }
    return try store.read { session in
      try session.rows("SELECT number FROM cases\(condition) ORDER BY number").map { try $0.integer(0) }
    }
  }

  /// Hands on every event of the log in its order that happened from one instant on and before another. Where a
  /// connection is lost, it begins anew: what is done with the events must bear that.
  public func forEachEvent(from: Instant?, to: Instant?, _ body: (LedgerEvent) throws -> Void) throws {
    try store.read { session in
      try session.forEachEvent(
        where: "e.at >= $2 AND e.at < $3", [.instant(from ?? .earliest), .integer(to?.seconds ?? .max)]
      ) { try body($0.event) }
    }
  }

  public func program(of playbook: PlaybookVersion) -> DecisionProgram? {
    try? store.read { try program(digest: playbook.digest, $0)?.engine.program }
  }

  /// The program with its conditions and word lists, by which drafts are reviewed; nil where the ledger does not have it.
  public func wholeProgram(of playbook: PlaybookVersion) throws -> DecisionProgram? {
    try store.read { try program(digest: playbook.digest, $0).map { try DecisionProgram($0.engine.image) } }
  }
}
