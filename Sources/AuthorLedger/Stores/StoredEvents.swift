import DecisionModel

/// An event with what the log has beside it.
struct StoredEvent: Sendable {
  let event: LedgerEvent
  let commitment: [UInt8]?
  let hash: [UInt8]

  /// What is read of an event, in this order.
  static let columns = """
    e.number, e.author, e.place, e.at, e.actor, e.happening, e.commitment, e.hash, p.digest, p.name, p.version
    """
  static let tables = "events e LEFT JOIN programs p ON p.number = e.program"

  init(_ row: StoredRow) throws {
    let digest = try row.optional(8, row.text)
    let happening = try JSONValue(parsing: row.bytes(5))
    event = LedgerEvent(
      number: try row.integer(0), author: try row.integer(1), place: try row.integer(2), at: try row.instant(3),
      actor: try row.text(4),
      playbook: try digest.map {
        PlaybookVersion(name: try row.text(9), version: try row.optional(10, row.text), digest: $0)
      },
      happening: try Happening(json: happening))
    commitment = try row.optional(6, row.bytes)
    hash = try row.bytes(7)
  }
}

extension LedgerSession {
  /// Hands on events with what follows `WHERE`.
  func forEachEvent(_ condition: String, _ values: [Cell] = [], _ body: (StoredEvent) throws -> Void) throws {
    try forEachRow("SELECT \(StoredEvent.columns) FROM \(StoredEvent.tables) \(condition)", values) {
      try body(StoredEvent($0))
    }
  }

  /// Hands on all events of the log in their order, a page at a time, so that a log of any length is read in little
  /// memory, and other things can be asked meanwhile.
  ///
  /// - Parameter condition: What must hold of an event `e`; `$1` is not its own.
  func forEachEvent(
    where condition: String = "e.number > 0", _ values: [Cell] = [], _ body: (StoredEvent) throws -> Void
  ) throws {
    var last: Int64 = 0
    while true {
      let page = try events(
        "WHERE e.number > $1 AND \(condition) ORDER BY e.number LIMIT 1000", [.integer(last)] + values)
      for event in page { try body(event) }
      guard let end = page.last?.event.number else { return }
      last = end
    }
  }

  func events(_ condition: String, _ values: [Cell] = []) throws -> [StoredEvent] {
    var events: [StoredEvent] = []
    try forEachEvent(condition, values) { events.append($0) }
    return events
  }

  func event(_ number: Int64) throws -> StoredEvent? {
    try events("WHERE e.number = $1", [.integer(number)]).first
  }

  /// The events of a case: what opened it, and what came after.
  func events(ofCase number: Int64) throws -> [LedgerEvent] {
    try events(
      """
      WHERE e.number = $1 OR e.number IN (SELECT event FROM case_events WHERE number = $1) ORDER BY e.number
      """, [.integer(number)]
    ).map(\.event)
  }
}
