import CPostgreSQL

// Many rows of values in one statement: they are handed over as arrays, a column each, and are the rows of `given`.
extension PostgreSQLConnection {
  func execute(_ write: RowWrite, _ rows: [[Cell]]) throws {
    if rows.count == 1 { return try execute(write.sql, rows[0]) }
    guard let columns = try columns(of: rows, for: write.sql) else { return }
    let given = columns.given
    try execute(write.sqlOfSet.replacing("FROM given", with: "FROM \(given)"), columns.values)
  }

  func forEachRow(_ sql: String, ofEach rows: [[Cell]], _ body: (Int, StoredRow) throws -> Void) throws {
    guard let columns = try columns(of: rows, for: sql) else { return }
    let found = sql.replacing("$", with: "given.v")
    try forEachRow(
      "SELECT given.ordinal, found.* FROM \(columns.given) CROSS JOIN LATERAL (\(found)) AS found", columns.values
    ) { row in try body(Int(row.integer(0)) - 1, StoredRow(cells: Array(row.cells.dropFirst()))) }
  }

  /// Nil where there are no rows.
  private func columns(of rows: [[Cell]], for sql: String) throws -> GivenColumns? {
    rows.isEmpty ? nil : GivenColumns(rows, types: try parameterTypes(of: sql))
  }
}

/// Rows of values as PostgreSQL takes them: an array for each column.
private struct GivenColumns {
  let values: [Cell]
  private let types: [UInt32]

  init(_ rows: [[Cell]], types: [UInt32]) {
    self.types = types
    values = types.indices.map { column in .bytes(Self.array(rows, column, types[column])) }
  }

  /// The rows as a set in a statement.
  var given: String {
    let arrays = types.indices.map { "$\($0 + 1)::\(types[$0] == Self.bytes ? "bytea" : "bigint")[]" }
    let names = types.indices.map { "v\($0 + 1)" } + ["ordinal"]
    return "unnest(\(arrays.joined(separator: ", "))) WITH ORDINALITY AS given (\(names.joined(separator: ", ")))"
  }

  /// The number by which PostgreSQL knows the type `bytea`.
  private static let bytes: UInt32 = 17

  /// The binary form of an array: dimensions, whether there are nulls, the type; how many, the first index; each with its length before it.
  private static func array(_ rows: [[Cell]], _ column: Int, _ type: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    func append<Number: FixedWidthInteger>(_ number: Number) {
      withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
    }
    let hasNulls = rows.contains { $0[column] == .null }
    append(UInt32(1))
    append(UInt32(hasNulls ? 1 : 0))
    append(type == Self.bytes ? type : 20)
    append(UInt32(rows.count))
    append(UInt32(1))
    for row in rows {
      switch row[column] {
      case .integer(let integer):
        append(UInt32(8))
        append(integer)
      case .bytes(let value):
        append(UInt32(value.count))
        bytes += value
      case .null: append(UInt32.max)
      }
    }
    return bytes
  }
}
