import DecisionModel

/// The tables that follow from the log: each event is added to them in its turn.
struct DerivedTables {
  let session: GatheringSession
  /// What is remembered of them.
  let rows: BatchTables
  /// Where the log is: the same, unless the tables are made anew beside it.
  let log: any LedgerSession
  /// The program of a playbook.
  let program: (PlaybookVersion) throws -> DecisionProgram?

  init(
    _ session: GatheringSession, log: any LedgerSession,
    program: @escaping (PlaybookVersion) throws -> DecisionProgram?
  ) {
    self.session = session
    rows = BatchTables(session)
    self.log = log
    self.program = program
  }

  func add(_ event: LedgerEvent, _ texts: TextKeys?) throws {
    try session.settleIfFull()
    switch event.happening {
    case .decided(let comment): try add(comment, event, texts)
    case .strike(let strike): try add(strike, event)
    case .edited(let decision): try takeBack(comment: decision, event)
    case .done(let deed, _):
      try carryOut(deed, event)
      try addToCase(event)
    case .handled: try addToCase(event)
    case .appealed(let decision): try file(appeal: decision, event)
    case .appealSettled(let decision, let isUpheld):
      try settle(appeal: decision, isUpheld, event)
      if isUpheld { try takeBackStrikes(of: decision) }
    case .pardoned(let ladder): try pardon(event.author, on: ladder)
    case .mode(let mode, let isOn): try turn(mode, isOn)
    case .erased(let withStanding): if withStanding { try forgetStanding(of: event.author) }
    case .expired: break
    }
  }

  private func file(appeal decision: Int64, _ event: LedgerEvent) throws {
    try session.execute(
      "INSERT INTO appeals (decision, filed) VALUES ($1, $2)", [.integer(decision), .integer(event.number)])
  }

  private func settle(appeal decision: Int64, _ isUpheld: Bool, _ event: LedgerEvent) throws {
    try session.execute(
      "UPDATE appeals SET settled = $2, upheld = $3 WHERE decision = $1",
      [.integer(decision), .integer(event.number), .flag(isUpheld)])
  }

  private func turn(_ mode: String, _ isOn: Bool) throws {
    try session.execute(
      "INSERT INTO modes (mode, is_on) VALUES ($1, $2) ON CONFLICT (mode) DO UPDATE SET is_on = excluded.is_on",
      [.text(mode), .flag(isOn)])
  }
}

// Comments.
extension DerivedTables {
  private func add(_ comment: DecidedComment, _ event: LedgerEvent, _ texts: TextKeys?) throws {
    session.gather(
      [
        Cell(comment.comment), .integer(event.number), .integer(event.author), .instant(comment.posted),
        Cell(comment.thread), Cell(texts?.written), Cell(texts?.normal),
      ], .comments)
    if !comment.said.isEmpty {
      let said = comment.said.map { (Array($0.key.utf8), Int64($0.value)) }
      rows.said.set((try rows.said.value(event.author) ?? [:]).merging(said) { $1 }, event.author)
    }
    for action in comment.braked {
      session.gather([.text(action), .instant(event.at), .integer(event.number)], .taken)
    }
    if let thread = comment.thread { try add(comment, to: thread, event, texts) }
    try addToCase(comment, event)
  }

  /// A comment was changed: its strikes never were, and it counts where it is decided anew.
  private func takeBack(comment decision: Int64, _ event: LedgerEvent) throws {
    try takeBackStrikes(of: decision)
    let row = try session.row(
      "SELECT comment, thread, text FROM comments WHERE author = $1 AND number = $2",
      [.integer(event.author), .integer(decision)])
    guard let row else { return }
    try session.execute("DELETE FROM comments WHERE comment = $1", [row.cells[0]])
    if row.cells[1] != .null { try takeBack(text: row.cells[2], from: row.cells[1], event.author) }
    try addToCase(event)
  }
}
