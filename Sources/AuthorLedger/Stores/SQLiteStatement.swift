import GRDB
import GRDBSQLite

/// A statement of SQLite, prepared once: values go in and rows come out without a detour.
final class SQLiteStatement {
  private let statement: Statement
  private let connection: OpaquePointer?
  /// The places of `$1`, `$2`, … as SQLite has them: in the order in which they come first in the text.
  private let places: [Int32]

  init(_ sql: String, _ database: Database) throws {
    statement = try database.makeStatement(sql: sql)
    connection = database.sqliteConnection
    let pointer = statement.sqliteStatement
    places = (0..<sqlite3_bind_parameter_count(pointer)).map { sqlite3_bind_parameter_index(pointer, "$\($0 + 1)") }
  }

  func forEachRow(_ values: [Cell], _ body: (StoredRow) throws -> Void) throws {
    let pointer = statement.sqliteStatement
    defer {
      sqlite3_reset(pointer)
      sqlite3_clear_bindings(pointer)
    }
    for (place, value) in zip(places, values) { try check(bind(value, place)) }
    while true {
      switch sqlite3_step(pointer) {
      case SQLITE_ROW: try body(StoredRow(cells: (0..<sqlite3_column_count(pointer)).map(cell)))
      case SQLITE_DONE: return
      case let code: try check(code)
      }
    }
  }

  private func bind(_ value: Cell, _ place: Int32) -> Int32 {
    let pointer = statement.sqliteStatement
    return switch value {
    case .integer(let integer): sqlite3_bind_int64(pointer, place, integer)
    case .null: sqlite3_bind_null(pointer, place)
    // An empty value has an address, too: none would mean that there is no value.
    case .bytes(let bytes) where bytes.isEmpty: sqlite3_bind_zeroblob(pointer, place, 0)
    case .bytes(let bytes): sqlite3_bind_blob64(pointer, place, bytes, UInt64(bytes.count), Self.copied)
    }
  }

  private func cell(_ column: Int32) -> Cell {
    let pointer = statement.sqliteStatement
    switch sqlite3_column_type(pointer, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(pointer, column))
    case SQLITE_BLOB, SQLITE_TEXT:
      let start = sqlite3_column_blob(pointer, column)
      return .bytes(Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))))
    default: return .null
    }
  }

  private func check(_ code: Int32) throws {
    guard code != SQLITE_OK else { return }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }

  /// SQLite makes its own copy of a value.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}

/// The statements of one connection, by their text. They are used where the connection is, by one thread at a time.
final class SQLiteStatements: @unchecked Sendable {
  private var prepared: [String: SQLiteStatement] = [:]

  func statement(_ sql: String, _ database: Database) throws -> SQLiteStatement {
    if let statement = prepared[sql] { return statement }
    let statement = try SQLiteStatement(sql, database)
    prepared[sql] = statement
    return statement
  }
}
