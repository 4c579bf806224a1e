// How the hash tables of a program file are laid out. The twin in JavaScript does the same, so all is done in 32 bits.

/// The hash of the letters of a word, four bytes a step; multipliers of MurmurHash3 (Appleby 2011) and Knuth.
///
/// It is inlined, since the engine asks for it at every word: as a generic function of another module it would take most
/// of the time of a decision.
@inlinable
package func tableHash(_ bytes: some Collection<UInt8>) -> UInt32 {
  var hash = UInt32(truncatingIfNeeded: bytes.count) &* 0x9E37_79B1
  var (place, cell) = (0 as UInt32, 0 as UInt32)
  for byte in bytes {
    cell |= UInt32(byte) &<< ((place & 3) &* 8)
    place &+= 1
    guard place & 3 == 0 else { continue }
    hash = tableHash(hash, cell)
    cell = 0
  }
  return place & 3 == 0 ? hash : tableHash(hash, cell)
}

/// One step of the hash of a word.
@inlinable @inline(__always)
package func tableHash(_ hash: UInt32, _ cell: UInt32) -> UInt32 {
  let mixed = (hash ^ cell) &* 0x85EB_CA6B
  return mixed ^ mixed &>> 15
}

/// The hash of a way from a node by a word.
@inlinable @inline(__always)
package func tableHash(node: UInt32, word: UInt32) -> UInt32 {
  tableHash(0x9E37_79B1, node &* 0x9E37_79B1 ^ word) &* 0x9E37_79B1
}

/// Rows of cells found by a hash: as many places as a power of two, at the least twice as many as rows, tried one after
/// another from the highest bits of the hash on. A row is empty where its first cell is zero.
package struct HashedRows {
  /// How far a hash is shifted to be a place.
  package let shift: Int
  package private(set) var cells: [UInt32]
  private let width: Int

  package init(count: Int, width: Int) {
    let places = max(16, (count * 2 - 1).nextPowerOfTwo)
    shift = 32 - places.trailingZeroBitCount
    cells = Array(repeating: 0, count: places * width)
    self.width = width
  }

  package mutating func insert(_ row: [UInt32], hash: UInt32) {
    let places = cells.count / width
    var place = Int(hash >> UInt32(shift))
    while cells[place * width] != 0 { place = (place + 1) % places }
    cells.replaceSubrange(place * width..<(place + 1) * width, with: row)
  }
}

extension Int {
  /// The least power of two that is not less.
  fileprivate var nextPowerOfTwo: Int {
    self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
  }
}
