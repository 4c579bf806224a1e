/// A statement that writes a row, and in one go as many as there are: the same for both databases.
struct RowWrite: Sendable {
  /// What rows are gathered under until they are written.
  let name: String
  /// The statement for one row, with `$1`, `$2`, … for its values.
  let sql: String
  /// The statement for all rows of the set `given`, whose columns are `v1`, `v2`, …
  let sqlOfSet: String

  /// Inserts rows.
  ///
  /// - Parameters:
  ///   - columns: Their names, with commas between.
  ///   - keys: Those by which a row is known that stands there already; its other columns are replaced then.
  static func insert(_ table: String, _ columns: String, replacing keys: String? = nil) -> RowWrite {
    let names = columns.split(separator: ", ")
    let ending = keys.map { " ON CONFLICT (\($0)) DO UPDATE SET \(replacement(of: $0, names))" } ?? ""
    func values(_ sign: String) -> String { names.indices.map { "\(sign)\($0 + 1)" }.joined(separator: ", ") }
    let head = "INSERT INTO \(table) (\(columns))"
    return RowWrite(
      name: table, sql: "\(head) VALUES (\(values("$")))\(ending)",
      sqlOfSet: "\(head) SELECT \(values("v")) FROM given\(ending)")
  }

  /// Changes rows that stand there: the first value is their key.
  static func update(_ table: String, _ columns: String, key: String) -> RowWrite {
    let names = columns.split(separator: ", ")
    func changes(_ sign: String) -> String {
      names.indices.map { "\(names[$0]) = \(sign)\($0 + 2)" }.joined(separator: ", ")
    }
    return RowWrite(
      name: "\(table) again", sql: "UPDATE \(table) SET \(changes("$")) WHERE \(key) = $1",
      sqlOfSet: "UPDATE \(table) SET \(changes("v")) FROM given WHERE \(key) = v1")
  }

  private static func replacement(of keys: String, _ names: [Substring]) -> String {
    names.filter { !keys.split(separator: ", ").contains($0) }.map { "\($0) = excluded.\($0)" }
      .joined(separator: ", ")
  }
}
