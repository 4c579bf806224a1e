import DecisionModel

/// The rows of ASCII characters that wake expressions, by where they may begin.
struct TriggerTables {
  let alwaysCount: Int
  let always: UnsafePointer<UInt32>
  let lists: UnsafePointer<UInt32>
  /// At a letter or digit with none before it; at a sign; anywhere. Behind pointers, so that they are never copied.
  let atWords: UnsafeMutablePointer<TriggerTable>
  let atSigns: UnsafeMutablePointer<TriggerTable>
  let anywhere: UnsafeMutablePointer<TriggerTable>

  init(_ cells: UnsafePointer<UInt32>) {
    alwaysCount = Int(cells[0])
    always = cells + 1
    let count = Int(cells[1 + alwaysCount])
    lists = cells + 2 + alwaysCount
    atWords = .allocate(capacity: 3)
    (atSigns, anywhere) = (atWords + 1, atWords + 2)
    atWords.initialize(to: TriggerTable(lists + count))
    atSigns.initialize(to: TriggerTable(atWords.pointee.end))
    anywhere.initialize(to: TriggerTable(atSigns.pointee.end))
  }

  func free() {
    for table in [atWords, atSigns, anywhere] { table.pointee.free() }
    atWords.deallocate()
  }
}

/// Rows of up to eight characters that may begin at places of one kind, letters small and every digit as `0`.
///
/// The first four of a row, if it has so many, are its head: by it the row is found.
struct TriggerTable {
  /// Cells of the bits that say with what rows begin.
  private static let bitCells = 65_536 / 32

  let isEmpty: Bool
  let mayBeginWithSpace: Bool
  let end: UnsafePointer<UInt32>
  /// A bit for each length of a head below four that occurs.
  private let shortLengths: UInt32
  private let hasWholes: Bool
  /// A bit for each pair of characters with which a head of less than four begins; for the hash of each head of four.
  private let pairs: UnsafePointer<UInt32>
  private let wholes: UnsafePointer<UInt32>
  private let shift: UInt32
  private let mask: Int
  private let rows: UnsafePointer<UInt32>
  /// What is compared first: by it alone most places have no row.
  let groups: RowGroups

  init(_ cells: UnsafePointer<UInt32>) {
    isEmpty = cells[0] == 0
    let lengths = isEmpty ? 0 : cells[1]
    shortLengths = lengths & 0xE
    hasWholes = lengths &>> 4 != 0
    pairs = cells + 2
    wholes = pairs + (lengths & 0xE == 0 ? 0 : Self.bitCells)
    let tail = wholes + (lengths &>> 4 == 0 ? 0 : Self.bitCells)
    shift = isEmpty ? 28 : tail[0]
    mask = 1 << (32 - Int(shift)) - 1
    rows = tail + 1
    end = isEmpty ? cells + 1 : rows + (mask + 1) * 4
    let (rows, mask) = (rows, mask)
    mayBeginWithSpace = cells[0] != 0 && (0...mask).contains { rows[$0 * 4] != 0 && rows[$0 * 4 + 1] & 0xFF == 0x20 }
    let places = isEmpty ? [] : (0...mask).filter { rows[$0 * 4] != 0 }
    groups = RowGroups(
      places.map {
        let size = rows[$0 * 4 + 2]
        return RowGroups.Row(cell: rows[$0 * 4 + 1], length: min(Int(size & 0xFF), 4), group: size &>> 8)
      })
  }

  func free() { groups.free() }

  /// Four characters of a text with every digit as `0`, all four at once.
  @inline(__always)
  static func digitsAlike(_ cell: UInt32) -> UInt32 {
    let low = cell & 0x7F7F_7F7F
    // The highest bit of each byte that is a digit: 0x30 + 0x50 and 0x3A + 0x46 are 0x80.
    let digits = (low &+ 0x5050_5050) & ~(low &+ 0x4646_4646) & ~cell & 0x8080_8080
    let mask = (digits &>> 7) &* 0xFF
    return cell & ~mask | mask & 0x3030_3030
  }

  /// Whether a row may begin with four characters, digits alike.
  @inline(__always)
  func mayBegin(with cell: UInt32) -> Bool {
    if hasWholes {
      let bit = tableHash(4 &* 0x9E37_79B1, cell) &>> 16
      if wholes[Int(bit &>> 5)] &>> (bit & 31) & 1 != 0 { return true }
    }
    return shortLengths != 0 && pairs[Int((cell & 0xFFFF) &>> 5)] &>> (cell & 31) & 1 != 0
  }

  /// Calls with the place of the list of every row that stands where these are four characters and the four behind them; so
  /// many are left of the text.
  @inline(__always)
  func find(_ head: UInt32, _ tail: UInt32, _ left: Int, _ found: (Int) -> Void) {
    for length in 1...3 where shortLengths &>> UInt32(length) & 1 != 0 && length <= left {
      findRows(UInt32(length), head & ((1 &<< UInt32(length &* 8)) &- 1), 0, left, found)
    }
    if hasWholes, left >= 4 { findRows(4, head, tail, left, found) }
  }

  /// The rows that begin with a head of so many characters.
  @inline(__always)
  private func findRows(_ length: UInt32, _ head: UInt32, _ tail: UInt32, _ left: Int, _ found: (Int) -> Void) {
    var place = Int(tableHash(length &* 0x9E37_79B1, head) &>> shift)
    while true {
      let row = rows + place &* 4
      if row[0] == 0 { return }
      let size = row[2] & 0xFF
      if row[1] == head, min(size, 4) == length, size <= left, (row[3] ^ tail) & Self.mask(ofTail: size) == 0 {
        found(Int(row[0]))
      }
      place = (place &+ 1) & mask
    }
  }

  /// The bits of what stands behind the head of a row of so many characters.
  @inline(__always)
  private static func mask(ofTail size: UInt32) -> UInt32 {
    size <= 4 ? 0 : .max &>> (64 &- size &* 8)
  }
}
