import CPostgreSQL

/// A connection to a server, and the transaction on it.
///
/// Statements are prepared once. What writes is sent without waiting for its answer; the answers are read before the
/// next rows, or at the commit: so that a recording costs as many round trips as it has questions.
final class PostgreSQLConnection: LedgerSession, @unchecked Sendable {
  private let connection: OpaquePointer
  private let name: String
  /// The names of the statements that the server knows, by their text.
  private var prepared: [String: String] = [:]
  /// The types of the values of some of them.
  private var parameters: [String: [UInt32]] = [:]
  /// How many statements were sent whose answers were not read.
  private var waiting = 0

  init(_ address: String, _ name: String) throws {
    guard let connection = PQconnectdb(address) else { throw LedgerProblem(.passing, "there is no memory") }
    self.connection = connection
    self.name = name
    guard PQstatus(connection) == CONNECTION_OK else { throw problem() }
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    // A commit returns when the disk has it, whatever the server's default. Rows are found by their index, also in a
    // table of which the server still believes that it is small.
    try executeScript(
      """
      SET client_min_messages = warning; CREATE SCHEMA IF NOT EXISTS decorum; SET search_path = decorum;
      SET enable_seqscan = off;
      SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
      """)
  }

  deinit { PQfinish(connection) }

  var isUsable: Bool { PQstatus(connection) == CONNECTION_OK && waiting == 0 }

  /// What people may see of an address: no password.
  static func publicName(of address: String) throws(LedgerProblem) -> String {
    var message: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(address, &message) else {
      defer { PQfreemem(message) }
      throw LedgerProblem(.refused, "this is no address of PostgreSQL: \(message.map { String(cString: $0) } ?? "")")
    }
    defer { PQconninfoFree(options) }
    var parts: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val { parts[String(cString: keyword)] = String(cString: value) }
      option += 1
    }
    let database = parts["dbname"] ?? parts["user"] ?? ""
    return "the database \(database)" + (parts["host"].map { " on \($0)" } ?? "")
  }

  // MARK: The session

  /// Waits until no other transaction records. The number says that it is a ledger's.
  func takeTurn() throws {
    try forEachRow("SELECT 1 FROM pg_advisory_xact_lock($1)", [.integer(0x6465_636F_7275_6D)]) { _ in }
  }

  func execute(_ sql: String, _ values: [Cell]) throws {
    try send(sql, values)
    waiting += 1
    // The server answers into a buffer of so many bytes, and stops reading when that is full.
    if waiting >= 256 { try readAnswers() }
  }

  func forEachRow(_ sql: String, _ values: [Cell], _ body: (StoredRow) throws -> Void) throws {
    try readAnswers()
    try send(sql, values)
    waiting += 1
    var rows: [StoredRow] = []
    try readAnswers { rows += $0.storedRows }
    for row in rows { try body(row) }
  }

  func forEachRowOfMany(_ sql: String, _ body: (StoredRow) throws -> Void) throws {
    try executeScript("DECLARE many NO SCROLL CURSOR FOR \(sql)")
    var count = 0
    repeat {
      count = 0
      try forEachRow("FETCH 4096 FROM many", []) { row in
        count += 1
        try body(row)
      }
    } while count > 0
    try executeScript("CLOSE many")
  }

  func hasTable(_ name: String) throws -> Bool {
    try row(
      "SELECT 1 FROM pg_tables WHERE schemaname = 'decorum' AND tablename = convert_from($1, 'UTF8')", [.text(name)])
      != nil
  }

  func executeScript(_ sql: String) throws {
    try readAnswers()
    let answer = Answer(PQexec(connection, SchemaDialect.postgresql.spelled(sql)))
    guard answer.isGood else { throw problem(answer) }
  }

  func commit() throws {
    try readAnswers()
    try executeScript("COMMIT")
  }

  /// Where the connection is lost, the server does it by itself.
  func rollBack() {
    try? readAnswers()
    try? executeScript("ROLLBACK")
  }

  // MARK: Sending

  private func send(_ sql: String, _ values: [Cell]) throws {
    let statement = try prepare(sql)
    if waiting == 0, PQpipelineStatus(connection) == PQ_PIPELINE_OFF { PQenterPipelineMode(connection) }
    let parameters = Parameters(values)
    let isSent = parameters.withPointers { pointers, lengths, formats in
      PQsendQueryPrepared(connection, statement, Int32(values.count), pointers, lengths, formats, 1)
    }
    guard isSent == 1 else { throw problem() }
  }

  private func prepare(_ sql: String) throws -> String {
    if let statement = prepared[sql] { return statement }
    try readAnswers()
    let statement = "s\(prepared.count)"
    let answer = Answer(PQprepare(connection, statement, sql, 0, nil))
    guard answer.isGood else { throw problem(answer) }
    prepared[sql] = statement
    return statement
  }

  /// The types of a statement's values, by the numbers that the server has for them.
  func parameterTypes(of sql: String) throws -> [UInt32] {
    if let types = parameters[sql] { return types }
    let statement = try prepare(sql)
    try readAnswers()
    let answer = Answer(PQdescribePrepared(connection, statement))
    guard answer.isGood else { throw problem(answer) }
    let types = answer.parameterTypes
    parameters[sql] = types
    return types
  }

  /// Reads the answers to all that was sent.
  private func readAnswers(_ take: (Answer) -> Void = { _ in }) throws {
    guard PQpipelineStatus(connection) != PQ_PIPELINE_OFF else { return }
    guard PQpipelineSync(connection) == 1 else { throw problem() }
    var failure: LedgerProblem?
    while true {
      guard let result = PQgetResult(connection) else {
        // Between the answers to two statements there is nothing.
        guard PQstatus(connection) == CONNECTION_OK else { throw problem() }
        continue
      }
      let answer = Answer(result)
      if answer.isSync { break }
      if answer.isGood { take(answer) } else if !answer.isAborted { failure = failure ?? problem(answer) }
      guard PQstatus(connection) == CONNECTION_OK else { throw failure ?? problem() }
    }
    waiting = 0
    guard PQexitPipelineMode(connection) == 1 else { throw problem() }
    if let failure { throw failure }
  }

  // MARK: What goes wrong

  private func problem(_ answer: Answer? = nil) -> LedgerProblem {
    let text = answer?.message ?? String(cString: PQerrorMessage(connection))
    let sentence = text.split(separator: "\n").first.map(String.init) ?? "the server does not answer"
    let state = answer?.state ?? ""
    // Serialisation, deadlock, shutdown, crash, start, too many connections; and connections that are gone.
    let passing = ["40001", "40P01", "57P01", "57P02", "57P03", "53300", "55P03"]
    let isLost = PQstatus(connection) != CONNECTION_OK
    if passing.contains(state) || state.hasPrefix("08") || isLost {
      return LedgerProblem(.passing, "\(name) cannot be reached: \(sentence)")
    }
    if state.hasPrefix("53") || state.hasPrefix("58") { return LedgerProblem(.disk, "\(name): \(sentence)") }
    return LedgerProblem(.unusable, "\(name): \(sentence)")
  }
}

/// The values of a statement as PostgreSQL takes them: numbers of eight bytes, the first one first, and bytes.
private struct Parameters {
  private let values: [[UInt8]?]

  init(_ cells: [Cell]) {
    values = cells.map { cell in
      switch cell {
      case .integer(let integer): withUnsafeBytes(of: integer.bigEndian) { Array($0) }
      case .bytes(let bytes): bytes
      case .null: nil
      }
    }
  }

  func withPointers<Result>(
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Result
  ) -> Result {
    let lengths = values.map { Int32($0?.count ?? 0) }
    let formats = [Int32](repeating: 1, count: values.count)
    // One byte more, so that an empty value has an address: none means that there is no value.
    let all = values.compactMap { $0 }.joined() + [0]
    return all.withUnsafeBufferPointer { bytes in
      var start = 0
      let pointers = values.map { value -> UnsafePointer<CChar>? in
        defer { start += value?.count ?? 0 }
        guard value != nil, let base = bytes.baseAddress else { return nil }
        return UnsafeRawPointer(base + start).assumingMemoryBound(to: CChar.self)
      }
      return pointers.withUnsafeBufferPointer { body($0.baseAddress, lengths, formats) }
    }
  }
}

/// What the server answered to one statement.
private final class Answer {
  private let result: OpaquePointer?

  init(_ result: OpaquePointer?) { self.result = result }

  deinit { PQclear(result) }

  private var status: ExecStatusType { PQresultStatus(result) }

  var isGood: Bool { status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK }
  var isSync: Bool { status == PGRES_PIPELINE_SYNC }
  /// Whether it was not tried, since one before it failed.
  var isAborted: Bool { status == PGRES_PIPELINE_ABORTED }
  var message: String { String(cString: PQresultErrorMessage(result)) }
  /// Of a statement that is described.
  var parameterTypes: [UInt32] { (0..<PQnparams(result)).map { PQparamtype(result, $0) } }
  /// The code of an error (SQLSTATE).
  var state: String { PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? "" }

  var storedRows: [StoredRow] {
    let columns = PQnfields(result)
    return (0..<PQntuples(result)).map { row in
      StoredRow(cells: (0..<columns).map { cell(row, $0) })
    }
  }

  /// Numbers are `bigint`, what else there is are bytes.
  private func cell(_ row: Int32, _ column: Int32) -> Cell {
    guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else { return .null }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
    let isNumber = [20, 21, 23].contains(PQftype(result, column))
    guard isNumber else { return .bytes(Array(bytes)) }
    let number = bytes.reduce(into: UInt64(0)) { $0 = $0 << 8 | UInt64($1) }
    return .integer(bytes.count == 4 ? Int64(Int32(truncatingIfNeeded: number)) : Int64(bitPattern: number))
  }
}
