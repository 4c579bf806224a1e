import CommentText

// The shortest text of a regular expression.
extension Pattern {
  /// So many characters has what it describes, at the least.
  var shortestLength: Int {
    switch self {
    case .empty, .assertion: 0
    case .character: 1
    case .sequence(let parts): parts.reduce(0) { $0 + $1.shortestLength }
    case .choice(let parts): parts.map(\.shortestLength).min() ?? 0
    case .repetition(let part, let least, _): least * part.shortestLength
    }
  }

  /// A text that it describes, as short as can be, where nothing hangs on what stands beside a character.
  var sample: [UInt32] {
    switch self {
    case .empty, .assertion: []
    case .character(let ranges): [ranges.sample]
    case .sequence(let parts): parts.flatMap(\.sample)
    case .choice(let parts): parts.min { $0.shortestLength < $1.shortestLength }?.sample ?? []
    case .repetition(let part, let least, _): Array(repeatElement(part.sample, count: least).joined())
    }
  }
}

extension CharacterRanges {
  /// One of the characters: a letter or digit where there is one, else the first that can be seen.
  fileprivate var sample: UInt32 {
    let wanted: [ClosedRange<UInt32>] = [0x61...0x7A, 0x30...0x39, 0x41...0x5A, 0x21...0x7E, 0xA1...0x10_FFFF]
    for wanted in wanted {
      for range in ranges where range.overlaps(wanted) { return max(range.lowerBound, wanted.lowerBound) }
    }
    return ranges.first?.lowerBound ?? 0x78
  }
}
