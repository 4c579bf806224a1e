import DecisionModel

/// The rows of characters that wake expressions, by where they may begin.
struct TriggerTables {
  private var always: [UInt32] = []
  private var rows: [Trigger.Start: [[UInt8]: [UInt32]]] = [:]

  mutating func add(_ trigger: Trigger?, expression: UInt32) {
    guard let trigger else { return always.append(expression) }
    let entry = expression * 2 + (trigger.isBeginning ? 1 : 0)
    for row in trigger.rows { rows[trigger.start, default: [:]][row, default: []].append(entry) }
  }

  /// The expressions that always must be looked for; the lists of expressions (twice its number, and one more where it
  /// begins with the row); then the rows for each start.
  var cells: [UInt32] {
    var lists: [UInt32] = [0]
    let tables = Trigger.Start.allCases.flatMap { table(of: rows[$0] ?? [:], &lists) }
    return [UInt32(always.count)] + always + [UInt32(lists.count)] + lists + tables
  }

  /// How many rows there are and, if any, which lengths of heads occur (a bit each), the head being the first four characters
  /// at the most; a bit for each two characters with which a head of less than four begins, and one for the hash of each of
  /// four, where there are such; then rows of list, head as one cell, length of the row and its group, what stands behind the
  /// head as one cell, found by the hash of the head.
  private func table(of rows: [[UInt8]: [UInt32]], _ lists: inout [UInt32]) -> [UInt32] {
    guard !rows.isEmpty else { return [0] }
    var (lengths, pairs, wholes): (UInt32, [UInt32], [UInt32]) = (0, Self.noBits, Self.noBits)
    var table = HashedRows(count: rows.count, width: 4)
    let groups = RowGroups(of: rows.keys.map { Array($0.prefix(Trigger.mostOfHead)) })
    for (row, expressions) in rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let head = Array(row.prefix(Trigger.mostOfHead)), tail = row.dropFirst(head.count)
      lengths |= 1 << UInt32(head.count)
      let hash = tableHash(head)
      if head.count == Trigger.mostOfHead {
        wholes.set(Int(hash >> 16))
      } else {
        for second in row.count > 1 ? row[1]...row[1] : 0...255 { pairs.set(Int(row[0]) | Int(second) << 8) }
      }
      let size = UInt32(row.count) | UInt32(groups.group(of: head)) << 8
      table.insert([UInt32(lists.count), Self.cell(of: head), size, Self.cell(of: tail)], hash: hash)
      lists += [UInt32(expressions.count)] + expressions
    }
    return [UInt32(rows.count), lengths] + (lengths & 0xE == 0 ? [] : pairs) + (lengths >> 4 == 0 ? [] : wholes)
      + [UInt32(table.shift)] + table.cells
  }

  private static func cell(of characters: some Collection<UInt8>) -> UInt32 {
    characters.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static let noBits = Array(repeating: UInt32(0), count: 65_536 / 32)
}

extension [UInt32] {
  fileprivate mutating func set(_ bit: Int) { self[bit / 32] |= 1 << UInt32(bit % 32) }
}
