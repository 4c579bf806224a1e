import DecisionModel

/// What a batch remembers of the tables that follow from the log.
struct BatchTables {
  let session: GatheringSession
  let said: Rows<Int64, [[UInt8]: Int64]>
  let ladders: Rows<Int64, [[UInt8]: Cell]>
  let deeds: Rows<Int64, [CarriedOut]>
  let strikes: Rows<AuthorLadder, StrikeLine>
  let threads: Rows<LedgerKey, KnownThread>
  let threadAuthors: Rows<ThreadAuthor, Int64>
  let threadTexts: Rows<ThreadText, Int64>
  let cases: Rows<Int64, KnownCase>
  let caseNumbers: Rows<ThreadAuthor, Int64>

  init(_ session: GatheringSession) {
    self.session = session
    said = Rows(.said, session)
    ladders = Rows(.ladders, session)
    deeds = Rows(.deeds, session)
    strikes = Rows(.strikes, session)
    threads = Rows(.threads, session)
    threadAuthors = Rows(.threadAuthors, session)
    threadTexts = Rows(.threadTexts, session)
    cases = Rows(.cases, session)
    caseNumbers = Rows(.caseNumbers, session)
  }

  /// The strikes of an author on a ladder. Who was never struck there needs no look.
  func line(_ whose: AuthorLadder) throws -> StrikeLine {
    guard try ladders.value(whose.author)?[whose.ladder] != nil else { return StrikeLine() }
    return try strikes.value(whose) ?? StrikeLine()
  }
}

// MARK: Authors

/// An author on a ladder.
struct AuthorLadder: Hashable {
  let author: Int64
  let ladder: [UInt8]

  init(_ author: Int64, _ ladder: String) {
    self.author = author
    self.ladder = Array(ladder.utf8)
  }

  var cells: [Cell] { [.integer(author), .bytes(ladder)] }
}

/// A rung that was carried out.
struct CarriedOut {
  let ladder: [UInt8]
  let rung: [UInt8]
  let at: Instant
}

extension RowShape<Int64, [[UInt8]: Int64]> {
  /// Which wording of each clause the author was given last, by the clause's anchor.
  static var said: RowShape {
    RowShape(
      query: "SELECT clause, wording FROM said WHERE author = $1", cells: { [.integer($0)] },
      read: { said, row in said = (said ?? [:]).merging([try row.bytes(0): try row.integer(1)]) { $1 } },
      write: .said,
      rows: { author, said in said.map { [.integer(author), .bytes($0.key), .integer($0.value)] } })
  }
}

extension RowShape<Int64, [[UInt8]: Cell]> {
  /// The rung of each ladder that was ordered last.
  static var ladders: RowShape {
    RowShape(
      query: "SELECT ladder, rung FROM ladders WHERE author = $1", cells: { [.integer($0)] },
      read: { ladders, row in ladders = (ladders ?? [:]).merging([try row.bytes(0): row.cells[1]]) { $1 } },
      write: .ladders,
      rows: { author, ladders in ladders.map { [.integer(author), .bytes($0.key), $0.value] } })
  }
}

extension RowShape<Int64, [CarriedOut]> {
  static var deeds: RowShape {
    RowShape(
      query: "SELECT ladder, rung, at FROM deeds WHERE author = $1 ORDER BY ladder, rung", cells: { [.integer($0)] },
      read: { deeds, row in
        deeds = (deeds ?? []) + [CarriedOut(ladder: try row.bytes(0), rung: try row.bytes(1), at: try row.instant(2))]
      })
  }
}
