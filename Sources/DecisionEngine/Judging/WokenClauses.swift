/// The clauses that woke, in order: a bit for each, and a bit for each 64 of them, so that a few of two thousand cost no
/// more than a few of twenty.
struct WokenClauses {
  private var clauses: Pad<UInt64>
  private var groups: Pad<UInt64>

  init(capacity: Int) {
    let groupCount = capacity / 64 + 1
    clauses = Pad(capacity: groupCount)
    clauses.fill(groupCount, with: 0)
    groups = Pad(capacity: groupCount / 64 + 1)
    groups.fill(groupCount / 64 + 1, with: 0)
  }

  func free() {
    clauses.free()
    groups.free()
  }

  mutating func removeAll() {
    for cell in 0..<groups.count {
      for group in SetBits(groups[cell], ofBlock: cell) { clauses[group] = 0 }
      groups[cell] = 0
    }
  }

  @inline(__always)
  mutating func insert(_ clause: Int) {
    clauses.base[clause &>> 6] |= 1 &<< UInt64(clause & 63)
    groups.base[clause &>> 12] |= 1 &<< UInt64(clause &>> 6 & 63)
  }

  /// The first clause that woke, from one on.
  func next(from start: Int) -> Int? {
    let group = start >> 6
    guard group < clauses.count else { return nil }
    let rest = clauses[group] & UInt64.max << UInt64(start & 63)
    if rest != 0 { return group << 6 | rest.trailingZeroBitCount }
    return nextGroup(from: group + 1).map { $0 << 6 | clauses[$0].trailingZeroBitCount }
  }

  private func nextGroup(from start: Int) -> Int? {
    var cell = start >> 6
    guard cell < groups.count else { return nil }
    var rest = groups[cell] & UInt64.max << UInt64(start & 63)
    while rest == 0 {
      cell += 1
      guard cell < groups.count else { return nil }
      rest = groups[cell]
    }
    return cell << 6 | rest.trailingZeroBitCount
  }
}
