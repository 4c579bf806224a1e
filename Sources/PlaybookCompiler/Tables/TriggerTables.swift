import DecisionModel

/// The rows of characters that wake expressions, by where they may begin.
struct TriggerTables {
  private var always: [UInt32] = []
  private var rows: [Trigger.Start: [[UInt8]: [UInt32]]] = [:]

  mutating func add(_ trigger: Trigger?, expression: UInt32) {
    guard let trigger else { return always.append(expression) }
    for row in trigger.rows { rows[trigger.start, default: [:]][row, default: []].append(expression) }
  }

  /// The expressions that always must be looked for; the lists of expressions; then for each start: how many rows there
  /// are and, if any, which lengths occur (a bit each), which first two characters (a bit each), and the rows.
  var cells: [UInt32] {
    var lists: [UInt32] = [0]
    let tables = Trigger.Start.allCases.flatMap { table(of: rows[$0] ?? [:], &lists) }
    return [UInt32(always.count)] + always + [UInt32(lists.count)] + lists + tables
  }

  /// Rows of list, characters as one cell, length; found by the hash of the characters.
  private func table(of rows: [[UInt8]: [UInt32]], _ lists: inout [UInt32]) -> [UInt32] {
    guard !rows.isEmpty else { return [0] }
    var lengths: UInt32 = 0
    var beginnings = Array(repeating: UInt32(0), count: 65_536 / 32)
    var table = HashedRows(count: rows.count, width: 4)
    for (row, expressions) in rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      lengths |= 1 << UInt32(row.count)
      for second in row.count > 1 ? row[1]...row[1] : 0...255 {
        let pair = Int(row[0]) | Int(second) << 8
        beginnings[pair / 32] |= 1 << UInt32(pair % 32)
      }
      let cell = row.enumerated().reduce(UInt32(0)) { $0 | UInt32($1.element) << UInt32($1.offset * 8) }
      table.insert([UInt32(lists.count), cell, UInt32(row.count), 0], hash: tableHash(row))
      lists += [UInt32(expressions.count)] + expressions
    }
    return [UInt32(rows.count), lengths] + beginnings + [UInt32(table.shift)] + table.cells
  }
}
