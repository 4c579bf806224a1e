/// Places in a text that are asked which of them hold or touch another.
struct Places {
  /// Where they start, in order.
  private let starts: [Int]
  /// For each, the furthest end of it and of all before it.
  private let ends: [Int]

  init(_ ranges: [Range<Int>]) {
    let ordered = ranges.sorted { $0.lowerBound < $1.lowerBound }
    starts = ordered.map(\.lowerBound)
    var furthest = 0
    ends = ordered.map { range in
      furthest = max(furthest, range.upperBound)
      return furthest
    }
  }

  /// Whether one of them holds the whole of `range`.
  func hold(_ range: Range<Int>) -> Bool {
    furthestEnd(startingBefore: range.lowerBound + 1) >= range.upperBound
  }

  /// Whether one of them has a character in common with `range`.
  func touch(_ range: Range<Int>) -> Bool {
    furthestEnd(startingBefore: range.upperBound) > range.lowerBound
  }

  private func furthestEnd(startingBefore limit: Int) -> Int {
    var low = 0, high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? -1 : ends[low - 1]
  }
}
