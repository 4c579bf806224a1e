/// Writes the cells of a program file: 32 bits each, little-endian. Texts and numbers stand once, in tables of their own.
package struct CellWriter {
  package private(set) var cells: [UInt32] = []
  package let tables: CellTables

  package init(_ tables: CellTables) { self.tables = tables }

  package mutating func write(_ cell: UInt32) { cells.append(cell) }
  package mutating func write(_ text: String) { cells.append(tables.number(of: text)) }
  package mutating func write(_ number: Double) { cells.append(tables.number(of: number)) }
  package mutating func write(_ isSo: Bool) { cells.append(isSo ? 1 : 0) }
  /// A whole number of 32 bits; a negative one as its two's complement.
  package mutating func write(_ number: Int) { cells.append(UInt32(truncatingIfNeeded: number)) }

  package mutating func write(_ record: some CellRecord) { record.write(to: &self) }

  /// Writes conditions, which stand in a section of their own, in the order in which they are met.
  mutating func writeAside(_ write: (inout CellWriter) -> Void) {
    var aside = CellWriter(tables)
    write(&aside)
    tables.conditions += aside.cells
  }

  package mutating func write<Value>(_ value: Value?, _ write: (inout CellWriter, Value) -> Void) {
    self.write(value != nil)
    if let value { write(&self, value) }
  }

  package mutating func write<Value>(_ values: [Value], _ write: (inout CellWriter, Value) -> Void) {
    self.write(values.count)
    for value in values { write(&self, value) }
  }

  package mutating func write(_ text: String?) { write(text) { $0.write($1) } }
  package mutating func write(_ number: Int?) { write(number) { $0.write($1) } }
  package mutating func write(_ record: (some CellRecord)?) { write(record) { $0.write($1) } }
  package mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }
  package mutating func write(_ records: [some CellRecord]) { write(records) { $0.write($1) } }

  /// The number of a case, counted from zero.
  package mutating func write<Value: CaseIterable & Equatable>(case value: Value) {
    write(Value.allCases.enumerated().first { $1 == value }?.offset ?? 0)
  }

  /// Sets a cell that was written before its value was known.
  package mutating func set(_ place: Int, to cell: Int) { cells[place] = UInt32(truncatingIfNeeded: cell) }
}

/// The texts and numbers of a program file, each once, by their bytes.
package final class CellTables {
  package private(set) var texts: [[UInt8]] = []
  package private(set) var numbers: [Double] = []
  /// The conditions of what was written, one clause after another.
  package fileprivate(set) var conditions: [UInt32] = []
  private var numberOfText: [[UInt8]: UInt32] = [:]
  private var numberOfBits: [UInt64: UInt32] = [:]

  package init() {}

  package func number(of text: String) -> UInt32 { number(of: Array(text.utf8)) }

  package func number(of text: [UInt8]) -> UInt32 {
    if let known = numberOfText[text] { return known }
    texts.append(text)
    numberOfText[text] = UInt32(texts.count - 1)
    return UInt32(texts.count - 1)
  }

  package func number(of number: Double) -> UInt32 {
    if let known = numberOfBits[number.bitPattern] { return known }
    numbers.append(number)
    numberOfBits[number.bitPattern] = UInt32(numbers.count - 1)
    return UInt32(numbers.count - 1)
  }
}

/// What stands in a program file as a row of cells: written and read in one and the same order.
package protocol CellRecord {
  func write(to writer: inout CellWriter)
  init(from reader: inout CellReader)
}
