import CTextMasks

/// The rows of a table of triggers in eight groups, so that 64 bytes of a text are compared with all of them at once.
///
/// Rows that are alike are in one group, as the compiler put them: then few texts have at every place a half of a byte from
/// some row of it.
struct RowGroups {
  /// A row of up to four characters, the first in the lowest byte.
  struct Row {
    let cell: UInt32
    let length: Int
    let group: UInt32
  }

  private let groups: UnsafeMutablePointer<decorum_row_groups>

  init(_ rows: [Row]) {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: MemoryLayout<decorum_row_groups>.size, alignment: MemoryLayout<decorum_row_groups>.alignment)
    let halves = memory.initializeMemory(as: UInt8.self, repeating: 0, count: MemoryLayout<decorum_row_groups>.size)
    for row in rows { Self.add(row, to: halves, 1 << UInt8(row.group & 7)) }
    groups = memory.bindMemory(to: decorum_row_groups.self, capacity: 1)
  }

  func free() { groups.deallocate() }

  /// Notes the halves of the bytes of a row. A digit is any, and what stands behind a short row may be anything.
  private static func add(_ row: Row, to halves: UnsafeMutablePointer<UInt8>, _ group: UInt8) {
    for place in 0..<4 {
      let byte = UInt8(truncatingIfNeeded: row.cell >> UInt32(place * 8))
      let bytes: ClosedRange<UInt8> = place >= row.length ? 0...255 : byte == 0x30 ? 0x30...0x39 : byte...byte
      for byte in bytes {
        halves[place * 16 + Int(byte & 0x0F)] |= group
        halves[64 + place * 16 + Int(byte >> 4)] |= group
      }
    }
  }

  /// Writes down where a row may begin: a bit for each byte of a text, behind which three more can be read.
  @inline(__always)
  func findBeginnings(in text: UnsafePointer<UInt8>, cells: Int, _ places: UnsafeMutablePointer<UInt64>) {
    decorum_find_beginnings(text, Int64(cells), groups, places)
  }
}
