/// A database in which a ledger stands. Both kinds speak the same SQL, with `$1`, `$2`, … for the values.
protocol LedgerStore: AnyObject, Sendable {
  /// Does something in one transaction that takes turns with all others that write, in this process and in others: what
  /// it reads is true until it ends, and what it writes is there for good when it returns, or not at all.
  ///
  /// It may be done several times over, where a connection was lost: it must keep nothing of an earlier time.
  func write<Result>(_ body: (any LedgerSession) throws -> Result) throws(LedgerProblem) -> Result

  /// Does something on one unchanging state, beside those that write.
  func read<Result>(_ body: (any LedgerSession) throws -> Result) throws(LedgerProblem) -> Result

  /// Makes sure that what was deleted stands nowhere in the files any more.
  func purge() throws(LedgerProblem)

  /// What people call it: the file, or the server and the database.
  var name: String { get }
}

/// A transaction in which statements are executed.
protocol LedgerSession: AnyObject {
  func execute(_ sql: String, _ values: [Cell]) throws

  /// Hands on the rows of a result, one after the other.
  func forEachRow(_ sql: String, _ values: [Cell], _ body: (StoredRow) throws -> Void) throws

  /// Asks the same with each of many rows of values, all at once where the database can, and hands on each row of a
  /// result with the place of the values that it is for.
  ///
  /// Of a query that gives several rows for the same values, they come in any order.
  func forEachRow(_ sql: String, ofEach values: [[Cell]], _ body: (Int, StoredRow) throws -> Void) throws

  /// Writes rows, of which no two have the same key.
  func execute(_ write: RowWrite, _ rows: [[Cell]]) throws

  /// The same of a result that may be longer than memory holds.
  func forEachRowOfMany(_ sql: String, _ body: (StoredRow) throws -> Void) throws

  func hasTable(_ name: String) throws -> Bool

  /// Executes statements that are separated by semicolons, such as those of a schema.
  func executeScript(_ sql: String) throws
}

extension LedgerSession {
  func rows(_ sql: String, _ values: [Cell] = []) throws -> [StoredRow] {
    var rows: [StoredRow] = []
    try forEachRow(sql, values) { rows.append($0) }
    return rows
  }

  /// The only row of a result, or the first.
  func row(_ sql: String, _ values: [Cell] = []) throws -> StoredRow? { try rows(sql, values).first }
}
