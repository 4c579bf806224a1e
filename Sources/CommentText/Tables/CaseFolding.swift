/// What a character becomes when case and compatibility forms are folded.
package struct CaseFolding: Sendable {
  /// The tables of Unicode 15.0.
  package static let unicode = CaseFolding()

  /// Into `ends`, or 0 where a character stays as it is.
  private var entryOf = ScalarTable<UInt16>(repeating: 0)
  /// Where each entry ends in `folded`; it begins where the one before ends.
  private var ends = [0, 0]
  private var folded: [UInt32] = []
  private var simple = ScalarTable<Int32>(repeating: 0)

  private init() {
    readInvisible()
    readFolds()
    readSimpleFolds()
  }

  /// NFKC_Casefold of one character, canonically decomposed; Hangul syllables aside, which stay whole.
  /// Nil where that is the character itself, nothing where it is invisible.
  package func full(_ scalar: UInt32) -> ArraySlice<UInt32>? {
    let entry = Int(entryOf[scalar])
    return entry == 0 ? nil : folded[ends[entry - 1]..<ends[entry]]
  }

  /// Simple case folding: one character for one.
  package func simple(_ scalar: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: Int64(scalar) + Int64(simple[scalar]))
  }

  private mutating func readInvisible() {
    var numbers = PackedNumbers(FoldingTable.invisible)
    var end = 0
    while let gap = numbers.next(), let length = numbers.next(), numbers.next() != nil {
      let start = end + Int(gap)
      end = start + Int(length)
      entryOf.set(start..<end, to: 1)
    }
  }

  private mutating func readFolds() {
    var numbers = PackedNumbers(FoldingTable.folds)
    var scalar = 0
    while let gap = numbers.next(), let count = numbers.next() {
      scalar += Int(gap)
      var target = scalar
      for _ in 0..<count {
        target += numbers.nextSigned() ?? 0
        folded.append(UInt32(target))
      }
      entryOf.set(scalar..<scalar + 1, to: UInt16(ends.count))
      ends.append(folded.count)
    }
  }

  private mutating func readSimpleFolds() {
    var numbers = PackedNumbers(FoldingTable.simpleFolds)
    var scalar = 0
    while let gap = numbers.next(), let distance = numbers.nextSigned() {
      scalar += Int(gap)
      simple.set(scalar..<scalar + 1, to: Int32(distance))
    }
  }
}
