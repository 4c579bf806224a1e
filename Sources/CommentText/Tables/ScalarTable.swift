/// A value for every Unicode scalar, most of them the same: blocks of 256 that are shared where they are alike.
struct ScalarTable<Value: Equatable & Sendable>: Sendable {
  private var blockOf: [UInt16]
  private var blocks: [Value]

  private static var blockSize: Int { 256 }
  /// One past the last scalar.
  private static var end: Int { 0x11_0000 }

  init(repeating value: Value) {
    blockOf = Array(repeating: 0, count: Self.end / Self.blockSize)
    blocks = Array(repeating: value, count: Self.blockSize)
  }

  subscript(scalar: UInt32) -> Value {
    let index = Int(scalar)
    // Beyond Unicode stands only what masks a link; it is like a character that nothing is known of.
    guard index < Self.end else { return blocks[0] }
    return blocks[Int(blockOf[index / Self.blockSize]) * Self.blockSize + index % Self.blockSize]
  }

  /// Sets the values of a range, which has none yet.
  mutating func set(_ range: Range<Int>, to value: Value) {
    var start = range.lowerBound
    var full: UInt16?
    while start < range.upperBound {
      let block = start / Self.blockSize
      let end = min(range.upperBound, (block + 1) * Self.blockSize)
      if end - start == Self.blockSize, let full {
        blockOf[block] = full
      } else {
        makeOwn(block)
        let first = Int(blockOf[block]) * Self.blockSize
        for offset in start..<end { blocks[first + offset % Self.blockSize] = value }
        if end - start == Self.blockSize { full = blockOf[block] }
      }
      start = end
    }
  }

  private mutating func makeOwn(_ block: Int) {
    guard blockOf[block] == 0 else { return }
    blockOf[block] = UInt16(blocks.count / Self.blockSize)
    blocks.append(contentsOf: blocks[..<Self.blockSize])
  }
}

extension ScalarTable {
  /// Reads the runs `gap, length, value` of a generated table.
  init(runs text: StaticString, otherwise value: Value, _ read: (UInt32) -> Value) {
    self.init(repeating: value)
    var numbers = PackedNumbers(text)
    var end = 0
    while let gap = numbers.next(), let length = numbers.next(), let value = numbers.next() {
      let start = end + Int(gap)
      end = start + Int(length)
      set(start..<end, to: read(value))
    }
  }
}
