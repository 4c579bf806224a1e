import DecisionEngine
import DecisionModel

// Strikes, and what was carried out: what `LadderRecord` says, in tables.
extension DerivedTables {
  /// Beside each strike stands the sum of all that stand on its ladder up to it, so that the live ones are counted by
  /// looking at the first of them and the last.
  func add(_ strike: Strike, _ event: LedgerEvent) throws {
    let whose = AuthorLadder(event.author, strike.ladder)
    var line = try rows.line(whose)
    let total = line.add(weight: Int64(strike.weight), at: strike.at)
    rows.strikes.set(line, whose)
    var ladders = try rows.ladders.value(event.author) ?? [:]
    ladders[whose.ladder] = Cell(strike.rung)
    rows.ladders.set(ladders, event.author)
    session.gather(
      [
        .integer(event.number), .integer(event.author), .bytes(whose.ladder), .integer(strike.decision),
        .integer(Int64(strike.weight)), .instant(strike.at), .integer(total), .flag(false),
      ], .strikes)
  }

  func takeBackStrikes(of decision: Int64) throws {
    let rows = try session.rows(
      "SELECT number, author, ladder, weight FROM strikes WHERE decision = $1 AND void = 0 ORDER BY number",
      [.integer(decision)])
    for row in rows {
      try session.execute("UPDATE strikes SET void = 1 WHERE number = $1", [row.cells[0]])
      try session.execute(
        "UPDATE strikes SET total = total - $4 WHERE author = $1 AND ladder = $2 AND void = 0 AND number > $3",
        [row.cells[1], row.cells[2], row.cells[0], row.cells[3]])
    }
  }

  func pardon(_ author: Int64, on ladder: String?) throws {
    let condition = ladder == nil ? "" : " AND ladder = $2"
    try session.execute(
      "UPDATE strikes SET void = 1 WHERE author = $1 AND void = 0\(condition)",
      [.integer(author)] + (ladder.map { [.text($0)] } ?? []))
  }

  func carryOut(_ deed: String, _ event: LedgerEvent) throws {
    guard let ladders = try event.playbook.flatMap(program)?.ladders else { return }
    let rows = try session.rows("SELECT ladder, rung FROM ladders WHERE author = $1", [.integer(event.author)])
    for ladder in ladders {
      let ordered = try rows.first { try $0.text(0) == ladder.name }.flatMap { try $0.optional(1, $0.text) }
      for rung in ladder.rungs(carriedOutBy: deed, ordered: ordered) {
        try session.execute(
          """
          INSERT INTO deeds (author, ladder, rung, at) VALUES ($1, $2, $3, $4)
          ON CONFLICT (author, ladder, rung) DO UPDATE SET at = excluded.at
          """, [.integer(event.author), .text(ladder.name), .text(rung), .instant(event.at)])
      }
    }
  }

  func forgetStanding(of author: Int64) throws {
    for table in ["strikes", "ladders", "deeds", "said"] {
      try session.execute("DELETE FROM \(table) WHERE author = $1", [.integer(author)])
    }
  }
}

extension Int64 {
  func addingSaturating(_ other: Int64) -> Int64 {
    let (sum, isTooGreat) = addingReportingOverflow(other)
    return isTooGreat ? .max : sum
  }
}
