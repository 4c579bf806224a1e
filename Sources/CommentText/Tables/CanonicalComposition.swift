/// How combining marks are ordered, and which pairs of characters are written as one (Unicode 3.11 and 3.12).
package struct CanonicalComposition: Sendable {
  /// The tables of Unicode 15.0.
  package static let unicode = CanonicalComposition()

  private let classes = ScalarTable<UInt8>(runs: FoldingTable.combiningClasses, otherwise: 0) {
    UInt8(truncatingIfNeeded: $0)
  }
  private var composites: [Pair: UInt32] = [:]
  private var comesSecond = ScalarTable<Bool>(repeating: false)

  private struct Pair: Hashable { let first, second: UInt32 }

  private init() {
    var numbers = PackedNumbers(FoldingTable.compositions)
    var first = 0
    while let gap = numbers.next(), let second = numbers.next(), let distance = numbers.nextSigned() {
      first += Int(gap)
      composites[Pair(first: UInt32(first), second: second)] = UInt32(first + distance)
      comesSecond.set(Int(second)..<Int(second) + 1, to: true)
    }
  }

  /// The canonical combining class; 0 where a new sequence begins.
  package func combiningClass(_ scalar: UInt32) -> UInt8 { classes[scalar] }

  /// Every pair that is written as one, with that one, in the order of the pairs; Hangul syllables aside.
  package var pairs: [(first: UInt32, second: UInt32, composite: UInt32)] {
    composites.map { ($0.first, $0.second, $1) }.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// Whether a character may become one with what stands before it, Hangul included.
  package func mayComeSecond(_ scalar: UInt32) -> Bool { comesSecond[scalar] || Hangul.mayComeSecond(scalar) }

  /// The one character for `first` and `second`, if there is one.
  func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if comesSecond[second] { return composites[Pair(first: first, second: second)] }
    return Hangul.composite(first, second)
  }
}

/// Hangul syllables are computed, not listed (Unicode 3.12).
enum Hangul {
  private static let leading: Range<UInt32> = 0x1100..<0x1113
  private static let vowels: Range<UInt32> = 0x1161..<0x1176
  /// The first trailing consonant stands for none and is left out.
  private static let trailing: Range<UInt32> = 0x11A8..<0x11C3
  private static let syllables: Range<UInt32> = 0xAC00..<0xD7A4
  private static let withoutTrailing: UInt32 = 28

  static func mayComeSecond(_ scalar: UInt32) -> Bool { vowels.contains(scalar) || trailing.contains(scalar) }

  static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if leading.contains(first), vowels.contains(second) {
      let block = (first - leading.lowerBound) * UInt32(vowels.count) + (second - vowels.lowerBound)
      return syllables.lowerBound + block * withoutTrailing
    }
    let isOpen = syllables.contains(first) && (first - syllables.lowerBound).isMultiple(of: withoutTrailing)
    return isOpen && trailing.contains(second) ? first + (second - trailing.lowerBound) + 1 : nil
  }
}
