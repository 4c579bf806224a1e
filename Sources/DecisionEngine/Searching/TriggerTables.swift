import DecisionModel

/// The rows of ASCII characters that wake expressions, by where they may begin.
struct TriggerTables {
  let alwaysCount: Int
  let always: UnsafePointer<UInt32>
  let lists: UnsafePointer<UInt32>
  /// At a letter or digit with none before it; at a sign; anywhere.
  let atWords: TriggerTable
  let atSigns: TriggerTable
  let anywhere: TriggerTable

  init(_ cells: UnsafePointer<UInt32>) {
    alwaysCount = Int(cells[0])
    always = cells + 1
    let count = Int(cells[1 + alwaysCount])
    lists = cells + 2 + alwaysCount
    atWords = TriggerTable(lists + count)
    atSigns = TriggerTable(atWords.end)
    anywhere = TriggerTable(atSigns.end)
  }
}

/// Rows of up to four characters that may begin at places of one kind.
struct TriggerTable {
  let isEmpty: Bool
  private let lengths: UInt32
  private let beginnings: UnsafePointer<UInt32>
  private let shift: UInt32
  private let mask: Int
  private let rows: UnsafePointer<UInt32>
  let end: UnsafePointer<UInt32>

  init(_ cells: UnsafePointer<UInt32>) {
    isEmpty = cells[0] == 0
    lengths = isEmpty ? 0 : cells[1]
    beginnings = cells + 2
    let tail = cells + 2 + 2048
    shift = isEmpty ? 28 : tail[0]
    mask = 1 << (32 - Int(shift)) - 1
    rows = tail + 1
    end = isEmpty ? cells + 1 : rows + (mask + 1) * 4
  }

  /// Calls with the place of the list of every row that begins at a place, of which four bytes can be read.
  @inline(__always)
  func find(at bytes: UnsafePointer<UInt8>, _ left: Int, _ found: (Int) -> Void) {
    let cell = UInt32(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self))
    let pair = cell & 0xFFFF
    guard beginnings[Int(pair &>> 5)] &>> (pair & 31) & 1 != 0 else { return }
    for length in 1...4 where lengths &>> UInt32(length) & 1 != 0 && length <= left {
      let row = length == 4 ? cell : cell & ((1 &<< UInt32(length &* 8)) &- 1)
      let list = list(row, length)
      if list != 0 { found(list) }
    }
  }

  private func list(_ cell: UInt32, _ length: Int) -> Int {
    let hash = tableHash(UInt32(length) &* 0x9E37_79B1, cell)
    var place = Int(hash &>> shift)
    while true {
      let row = rows + place &* 4
      if row[0] == 0 { return 0 }
      if row[1] == cell, row[2] == UInt32(length) { return Int(row[0]) }
      place = (place &+ 1) & mask
    }
  }
}
