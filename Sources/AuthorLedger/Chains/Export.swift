import DecisionModel

extension Ledger {
  /// Hands on every event as one line of JSON, in the order of the log, with its hash and what is sealed of it; without
  /// line ends.
  ///
  /// - Parameters:
  ///   - author: Only those of one author.
  ///   - withSealed: Whether what is personal is handed on.
  public func export(
    author: [UInt8]? = nil, withSealed: Bool = true, _ body: ([UInt8]) throws -> Void
  ) throws(LedgerProblem) {
    try store.read { session in
      let number = try author.map { try self.number(of: $0, session) }
      try session.forEachEvent(
        where: number == nil ? "e.number > 0" : "e.author = $2", number.map { [.integer($0)] } ?? []
      ) { stored in
        let sealed = try withSealed ? SealedPart(of: stored.event.number, session) : nil
        try body(stored.exported(sealed))
      }
    }
  }

  func number(of author: [UInt8], _ session: any LedgerSession) throws -> Int64 {
    let row = try session.row("SELECT number FROM authors WHERE identity = $1", [Cell(keys.key(.author, author))])
    guard let row else { throw LedgerProblem(.refused, "the ledger knows nobody of this name") }
    return try row.integer(0)
  }
}

extension StoredEvent {
  /// The event, what it is hashed to, and what is sealed of it.
  fileprivate func exported(_ sealed: SealedPart?) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      event.members(&$0)
      $0.member("commitment", commitment.map { hexadecimal($0) })
      $0.member("hash", hexadecimal(hash))
      guard let sealed else { return }
      $0.object("sealed") {
        $0.member("salt", hexadecimal(sealed.salt))
        $0.member("given", sealed.given)
        $0.member("decision", sealed.decision)
        $0.member("note", sealed.note)
      }
    }
    return writer.bytes
  }
}

extension SealedPart {
  /// What is still there of an event.
  fileprivate init?(of number: Int64, _ session: any LedgerSession) throws {
    let row = try session.row("SELECT salt, given, decision, note FROM sealed WHERE number = $1", [.integer(number)])
    guard let row, row.cells.dropFirst().contains(where: { $0 != .null }) else { return nil }
    self.init(
      given: try row.optional(1, row.bytes), decision: try row.optional(2, row.bytes),
      note: try row.optional(3, row.bytes), salt: try row.bytes(0))
  }
}
