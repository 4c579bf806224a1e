import DecisionModel

/// A record as a program file holds it, to be read back, or broken before.
struct Stored {
  struct Content {
    var cells: [UInt32]
    var conditions: [UInt32]
    var texts: [String]
    var numbers: [Double]
  }

  private var content: Content

  init(_ record: some CellRecord) {
    let tables = CellTables()
    var writer = CellWriter(tables)
    writer.write(record)
    content = Content(
      cells: writer.cells, conditions: tables.conditions,
      texts: tables.texts.map { String(decoding: $0, as: UTF8.self) },
      numbers: tables.numbers)
  }

  mutating func write(_ change: (inout Content) -> Void) { change(&content) }

  /// The record; nil where it is not sound, or something stands behind it.
  func reread<Record: CellRecord>(as _: Record.Type = Record.self) -> Record? {
    content.cells.withUnsafeBufferPointer { cells in
      content.conditions.withUnsafeBufferPointer { conditions in
        withTexts { texts in
          var reader = CellReader(cells, conditions: conditions, texts: texts, numbers: content.numbers)
          let record: Record = reader.record()
          return reader.isAtEnd && !reader.isBroken ? record : nil
        }
      }
    }
  }

  private func withTexts<Result>(_ read: (ProgramTexts) -> Result?) -> Result? {
    let offsets = content.texts.reduce(into: [0]) { $0.append(($0.last ?? 0) + UInt32($1.utf8.count)) }
    return ([UInt32(content.texts.count)] + offsets).withUnsafeBufferPointer { cells in
      content.texts.flatMap(\.utf8).withUnsafeBytes { bytes in
        (try? ProgramTexts(cells, bytes)).flatMap(read)
      }
    }
  }
}
