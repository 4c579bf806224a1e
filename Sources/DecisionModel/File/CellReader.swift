/// Reads cells in the order in which a `CellWriter` wrote them.
///
/// It never fails and never reads beyond its cells: what does not fit reads as zero, and `isBroken` says so at the end.
package struct CellReader {
  private let texts: ProgramTexts
  let numbers: [Double]
  private var cells: UnsafeBufferPointer<UInt32>
  private var place = 0
  private var depth = 0
  /// The conditions, which stand in a section of their own, and how far they were read.
  private var aside: (cells: UnsafeBufferPointer<UInt32>, place: Int)?
  package private(set) var isBroken = false

  /// - Parameter conditions: Where the conditions stand; without them each reads as one that always holds.
  package init(
    _ cells: UnsafeBufferPointer<UInt32>, conditions: UnsafeBufferPointer<UInt32>? = nil, texts: ProgramTexts,
    numbers: [Double]
  ) {
    self.cells = cells
    self.texts = texts
    self.numbers = numbers
    aside = conditions.map { ($0, 0) }
  }

  /// Reads conditions where they stand; nil where they are left out.
  mutating func readAside<Value>(_ read: (inout CellReader) -> Value) -> Value? {
    guard let there = aside else { return nil }
    let here = (cells, place)
    (cells, place) = there
    let value = read(&self)
    aside = (cells, place)
    (cells, place) = here
    return value
  }

  package var isAtEnd: Bool { place == cells.count }

  package mutating func cell() -> UInt32 {
    guard place < cells.count else {
      isBroken = true
      return 0
    }
    place += 1
    return UInt32(littleEndian: cells[place - 1])
  }

  package mutating func integer() -> Int { Int(Int32(bitPattern: cell())) }
  package mutating func isSo() -> Bool { cell() != 0 }
  package mutating func text() -> String { entry(texts.count).map { texts[$0] } ?? "" }
  package mutating func number() -> Double { entry(numbers.count).map { numbers[$0] } ?? 0 }

  /// A number into a table.
  private mutating func entry(_ count: Int) -> Int? {
    let index = Int(cell())
    if index < count { return index }
    isBroken = true
    return nil
  }

  package mutating func optional<Value>(_ read: (inout CellReader) -> Value) -> Value? {
    isSo() ? read(&self) : nil
  }

  package mutating func list<Value>(_ read: (inout CellReader) -> Value) -> [Value] {
    let count = Int(cell())
    // Every item takes a cell at the least.
    guard count <= cells.count - place else {
      isBroken = true
      return []
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(read(&self)) }
    return values
  }

  package mutating func record<Record: CellRecord>() -> Record { Record(from: &self) }
  package mutating func records<Record: CellRecord>() -> [Record] { list { Record(from: &$0) } }
  package mutating func optionalRecord<Record: CellRecord>() -> Record? { optional { Record(from: &$0) } }
  package mutating func optionalText() -> String? { optional { $0.text() } }
  package mutating func optionalInteger() -> Int? { optional { $0.integer() } }
  package mutating func textList() -> [String] { list { $0.text() } }

  package mutating func oneOf<Value: CaseIterable>(_ otherwise: Value) -> Value
  where Value.AllCases == [Value] {
    let index = Int(cell())
    guard index < Value.allCases.count else {
      isBroken = true
      return otherwise
    }
    return Value.allCases[index]
  }

  /// What the file says cannot be.
  package mutating func refuse() { isBroken = true }

  /// Whether so much may stand in each other; every yes is followed by `comeBack`.
  mutating func goDeeper(than greatest: Int) -> Bool {
    guard depth < greatest else {
      isBroken = true
      return false
    }
    depth += 1
    return true
  }

  mutating func comeBack() { depth -= 1 }
}
