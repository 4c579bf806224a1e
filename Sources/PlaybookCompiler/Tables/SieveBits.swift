import DecisionModel

/// Two bits for each of some hashes.
struct SieveBits {
  let shift: UInt32
  private(set) var cells: [UInt32]

  init(_ hashes: [UInt32]) {
    shift = UInt32(WordSieve.shift(for: hashes.count))
    cells = Array(repeating: 0, count: 1 << (32 - Int(shift)))
    for hash in hashes {
      let (one, other) = WordSieve.bits(of: hash, shift)
      cells[Int(hash >> shift)] |= 1 << one | 1 << other
    }
  }
}
