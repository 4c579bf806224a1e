/// A number for every Unicode scalar, in blocks of 128, those that are alike kept once: first the number of each block
/// (16 bits), then the blocks. The first block is all zeros.
struct TwoStageTable<Number: FixedWidthInteger & Sendable>: Sendable {
  private(set) var blockOf: [UInt16] = Array(repeating: 0, count: 0x11_0000 / 128)
  private(set) var blocks: [[Number]] = [Array(repeating: 0, count: 128)]

  /// - Parameters:
  ///   - places: The scalars that may have another number than zero, by the hundreds of 256.
  ///   - number: The number of a scalar.
  init(_ places: [UInt32], _ number: (UInt32) -> Number) {
    var known: [[Number]: UInt16] = [blocks[0]: 0]
    for place in places {
      for start in [place, place + 128] {
        let block = (start..<start + 128).map(number)
        if known[block] == nil {
          known[block] = UInt16(blocks.count)
          blocks.append(block)
        }
        blockOf[Int(start) / 128] = known[block] ?? 0
      }
    }
  }

  /// The table as a program file holds it.
  var bytes: [UInt8] {
    blockOf.flatMap { number in withUnsafeBytes(of: number.littleEndian) { Array($0) } }
      + blocks.joined().flatMap { number in withUnsafeBytes(of: number.littleEndian) { Array($0) } }
  }
}
