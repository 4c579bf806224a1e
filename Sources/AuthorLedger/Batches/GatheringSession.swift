/// A session that gathers the rows that are to be written, and remembers those that were read, until a statement asks
/// for more: then all that was gathered is written first, and whoever asks sees it.
///
/// So a batch of comments costs a few statements in place of a dozen each, and nothing that reads or changes the tables
/// in another way has to know of it.
final class GatheringSession: LedgerSession {
  private let database: any LedgerSession
  private var gathered: [(write: RowWrite, rows: [[Cell]])] = []
  private var places: [String: Int] = [:]
  private var memories: [any RowMemory] = []
  private var countOfRows = 0
  /// How often all that was remembered was forgotten.
  private(set) var forgettings = 0

  /// About as many rows as fit into some tens of megabytes.
  private static let most = 50_000

  init(_ database: any LedgerSession) { self.database = database }

  /// A memory that is asked for what changed in it before anything else is done, and forgets where rows change that it
  /// does not know of.
  func add(_ memory: any RowMemory) { memories.append(memory) }

  /// Takes a row that is to be inserted.
  func gather(_ row: [Cell], _ write: RowWrite) {
    countOfRows += 1
    if let place = places[write.name] { return gathered[place].rows.append(row) }
    places[write.name] = gathered.count
    gathered.append((write, [row]))
  }

  /// Writes what was gathered.
  func settle() throws {
    for memory in memories { memory.gatherChanges(in: self) }
    // What cannot be written is not tried again.
    let all = gathered
    (gathered, places) = ([], [:])
    for (write, rows) in all { try database.execute(write, rows) }
  }

  /// Writes what was gathered, and remembers nothing more.
  func settleAndForget() throws {
    try settle()
    for memory in memories { memory.forget() }
    countOfRows = 0
    forgettings += 1
  }

  /// The same where much is remembered.
  func settleIfFull() throws { if countOfRows > Self.most { try settleAndForget() } }

  /// Reads rows of tables in which nothing is gathered of these keys.
  func readUnsettled(
    _ sql: String, ofEach keys: [[Cell]], _ body: (Int, StoredRow) throws -> Void
  ) throws {
    countOfRows += keys.count
    try database.forEachRow(sql, ofEach: keys, body)
  }

  // MARK: The session

  func execute(_ sql: String, _ values: [Cell]) throws {
    try settleAndForget()
    try database.execute(sql, values)
  }

  func execute(_ write: RowWrite, _ rows: [[Cell]]) throws {
    for row in rows { gather(row, write) }
  }

  func forEachRow(_ sql: String, _ values: [Cell], _ body: (StoredRow) throws -> Void) throws {
    try settle()
    try database.forEachRow(sql, values, body)
  }

  func forEachRow(_ sql: String, ofEach values: [[Cell]], _ body: (Int, StoredRow) throws -> Void) throws {
    // Whoever asks for nothing has nothing written first either.
    guard !values.isEmpty else { return }
    try settle()
    try database.forEachRow(sql, ofEach: values, body)
  }

  func forEachRowOfMany(_ sql: String, _ body: (StoredRow) throws -> Void) throws {
    try settle()
    try database.forEachRowOfMany(sql, body)
  }

  func hasTable(_ name: String) throws -> Bool { try database.hasTable(name) }

  func executeScript(_ sql: String) throws {
    try settleAndForget()
    try database.executeScript(sql)
  }
}

/// What is remembered of a table while a batch is recorded.
protocol RowMemory: AnyObject {
  /// Hands over the rows that changed since they were handed over last.
  func gatherChanges(in session: GatheringSession)

  func forget()
}
