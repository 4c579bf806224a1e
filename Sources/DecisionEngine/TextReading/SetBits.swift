/// The places of the bits that are set, one after the other, counted from a place on.
struct SetBits: Sequence, IteratorProtocol {
  private var bits: UInt64
  private let start: Int

  /// - Parameter block: which 64 places the bits stand for.
  @inline(__always)
  init(_ bits: UInt64, ofBlock block: Int) {
    self.bits = bits
    start = block &* 64
  }

  @inline(__always)
  mutating func next() -> Int? {
    guard bits != 0 else { return nil }
    defer { bits &= bits &- 1 }
    return start &+ bits.trailingZeroBitCount
  }
}
