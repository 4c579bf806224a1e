/// The characters, as far as a pattern tells them apart: those that it treats alike are one symbol.
package struct Alphabet: Sendable {
  /// Where each stretch of one symbol begins; the first at zero.
  package let starts: [UInt32]
  package let symbols: [UInt16]
  private let ascii: [UInt16]
  /// How many symbols there are. The end of the text is one more, and has this number.
  package let count: Int
  /// What each symbol is beside a place, the end of the text last. All are alike where the pattern does not ask.
  package let neighbours: [Neighbour]

  /// The symbol that stands for the end of the text.
  var end: UInt16 { UInt16(count) }

  /// - Parameters:
  ///   - sets: The sets of characters that the pattern names.
  ///   - hasAssertions: Whether it asks what stands beside a place.
  init(_ sets: [CharacterRanges], hasAssertions: Bool) {
    let told = sets + (hasAssertions ? [.lineEnd, .wordCharacters] : [])
    var cuts: Set<UInt32> = [0]
    for range in told.flatMap(\.ranges) {
      cuts.insert(range.lowerBound)
      cuts.insert(range.upperBound + 1)
    }
    let starts = cuts.sorted()
    var partition = Partition(of: starts)
    for set in told { partition.split(by: set) }
    let (symbols, count) = partition.numbered
    var neighbours = Array(repeating: Neighbour.other, count: count + 1)
    if hasAssertions {
      for (start, symbol) in zip(starts, symbols) { neighbours[Int(symbol)] = Neighbour(start) }
      neighbours[count] = .edge
    }
    self.starts = starts
    self.symbols = symbols
    self.count = count
    self.neighbours = neighbours
    ascii = (0..<128).map { symbols[Self.stretch(of: $0, in: starts)] }
  }

  package func symbol(of scalar: UInt32) -> UInt16 {
    scalar < 128 ? ascii[Int(scalar)] : symbols[Self.stretch(of: scalar, in: starts)]
  }

  /// The symbols that a set is made of; it must be one of those that the alphabet was made from.
  package func symbols(in set: CharacterRanges) -> Set<UInt16> {
    var found: Set<UInt16> = []
    for range in set.ranges {
      let last = Self.stretch(of: range.upperBound, in: starts)
      found.formUnion(symbols[Self.stretch(of: range.lowerBound, in: starts)...last])
    }
    return found
  }

  private static func stretch(of scalar: UInt32, in starts: [UInt32]) -> Int {
    var low = 0, high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle } else { high = middle }
    }
    return low
  }
}

/// Stretches of characters, grouped: each set that comes splits the groups that it holds a part of.
private struct Partition {
  private let starts: [UInt32]
  private var groups: [Int]
  private var count = 1

  init(of starts: [UInt32]) {
    self.starts = starts
    groups = Array(repeating: 0, count: starts.count)
  }

  mutating func split(by set: CharacterRanges) {
    var splits: [Int: Int] = [:]
    var index = 0
    for range in set.ranges {
      while index < starts.count, starts[index] < range.lowerBound { index += 1 }
      while index < starts.count, starts[index] <= range.upperBound {
        let group = groups[index]
        if splits[group] == nil {
          splits[group] = count
          count += 1
        }
        groups[index] = splits[group] ?? group
        index += 1
      }
    }
  }

  /// The groups with numbers from zero, in the order in which they begin.
  var numbered: (symbols: [UInt16], count: Int) {
    var numbers: [Int: UInt16] = [:]
    let symbols = groups.map { group in
      let number = numbers[group] ?? UInt16(clamping: numbers.count)
      numbers[group] = number
      return number
    }
    return (symbols, numbers.count)
  }
}
