/// The keys of the objects that a reader stands in, as hashes, to find those that stand twice.
struct OpenKeys {
  /// With so many keys, each is held against each.
  private static let few = 16

  private var hashes: [UInt64] = []
  /// How many hashes stand before those of each open object.
  private var starts: [Int] = []

  mutating func removeAll() {
    hashes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
  }

  mutating func beginObject() { starts.append(hashes.count) }

  mutating func add(_ hash: UInt64) { hashes.append(hash) }

  /// Ends the innermost object, and says whether two of its keys have the same hash.
  mutating func endObject() -> Bool {
    guard let start = starts.popLast() else { return false }
    defer { hashes.removeLast(hashes.count - start) }
    return hashes.count - start <= OpenKeys.few ? hasTwins(from: start) : hasManyTwins(from: start)
  }

  private func hasTwins(from start: Int) -> Bool {
    for one in hashes.indices[start...] {
      for other in hashes.indices[(one + 1)...] where hashes[one] == hashes[other] { return true }
    }
    return false
  }

  private mutating func hasManyTwins(from start: Int) -> Bool {
    hashes[start...].sort()
    return zip(hashes[start...], hashes[(start + 1)...]).contains { $0 == $1 }
  }
}
