import DecisionModel

/// The bits by which most words of a text are known to be of no interest (`WordSieve`).
struct SieveTable {
  /// Those of one word that is of note by itself, of two that are a phrase, of three of a longer phrase.
  let ones: Bits
  let twos: Bits
  let threes: Bits

  struct Bits {
    private let shift: UInt32
    private let cells: UnsafePointer<UInt32>

    /// A program without words has no such section: all is zero there, and no word passes.
    fileprivate init(_ shift: UInt32, _ cells: UnsafePointer<UInt32>) {
      self.shift = shift == 0 ? UInt32(WordSieve.shifts.upperBound) : shift
      self.cells = cells
    }

    fileprivate var end: UnsafePointer<UInt32> { cells + 1 << (32 - Int(shift)) }

    /// 1 where a hash may be one of those for which there are bits, 0 where it is not.
    @inline(__always)
    func mayHold(_ hash: UInt32) -> Int {
      let cell = cells[Int(hash &>> shift)], (one, other) = WordSieve.bits(of: hash, shift)
      return Int(cell &>> one & cell &>> other & 1)
    }
  }

  init(_ tables: TableReader) {
    let cells = tables.cells(.wordSieve)
    ones = Bits(cells[0], cells + WordSieve.headerWidth)
    twos = Bits(cells[1], ones.end)
    threes = Bits(cells[2], twos.end)
  }
}
