/// Some characters: ranges of Unicode scalars in order, with gaps between them.
package struct CharacterRanges: Sendable, Hashable {
  package private(set) var ranges: [ClosedRange<UInt32>]

  static let last: UInt32 = 0x10_FFFF
  static let all = CharacterRanges([0...last])
  static let none = CharacterRanges([])

  /// - Parameter ranges: In any order; they may overlap.
  init(_ ranges: [ClosedRange<UInt32>]) {
    self.ranges = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) { append(range) }
  }

  init(_ scalar: UInt32) { ranges = [scalar...scalar] }

  /// Adds a range that does not start before any of the others.
  private mutating func append(_ range: ClosedRange<UInt32>) {
    guard let before = ranges.last, range.lowerBound <= before.upperBound + 1 else { return ranges.append(range) }
    ranges[ranges.count - 1] = before.lowerBound...max(before.upperBound, range.upperBound)
  }

  func union(_ other: Self) -> Self { CharacterRanges(ranges + other.ranges) }

  var inverted: Self {
    var gaps: [ClosedRange<UInt32>] = []
    var start: UInt32 = 0
    for range in ranges {
      if range.lowerBound > start { gaps.append(start...range.lowerBound - 1) }
      start = range.upperBound + 1
    }
    if start <= Self.last { gaps.append(start...Self.last) }
    return CharacterRanges(gaps)
  }

  /// With every character that simple case folding makes the same.
  var withEveryCase: Self {
    let more = ranges.flatMap { CaseVariants.unicode.variants(in: $0) }
    return more.isEmpty ? self : CharacterRanges(ranges + more.map { $0...$0 })
  }
}

/// Which characters differ by case alone (simple case folding of Unicode 15.0).
struct CaseVariants: Sendable {
  static let unicode = CaseVariants()

  /// The characters that have variants, in order, and the variants of each.
  private let characters: [UInt32]
  private let variants: [[UInt32]]

  private init() {
    let folding = CaseFolding.unicode
    var members: [UInt32: [UInt32]] = [:]
    for scalar in 0...CharacterRanges.last where folding.simple(scalar) != scalar {
      members[folding.simple(scalar), default: []].append(scalar)
    }
    var variantsOf: [UInt32: [UInt32]] = [:]
    for (folded, others) in members {
      for scalar in others + [folded] { variantsOf[scalar] = (others + [folded]).filter { $0 != scalar } }
    }
    characters = variantsOf.keys.sorted()
    variants = characters.map { variantsOf[$0] ?? [] }
  }

  /// The variants of all characters of a range.
  func variants(in range: ClosedRange<UInt32>) -> [UInt32] {
    var low = 0, high = characters.count
    while low < high {
      let middle = (low + high) / 2
      if characters[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var found: [UInt32] = []
    while low < characters.count, characters[low] <= range.upperBound {
      found += variants[low]
      low += 1
    }
    return found
  }
}
