/// The keys of the objects that a reader stands in, as hashes, to find those that stand twice.
struct OpenKeys {
  /// With so many keys, each is held against each.
  private static let few = 16

  /// Of these, the first `count` are of open objects.
  private var hashes = [UInt64](repeating: 0, count: 64)
  private var count = 0
  /// How many hashes stand before those of each open object.
  private var starts = [Int](repeating: 0, count: JSONValue.greatestDepth + 1)
  private var depth = 0

  mutating func removeAll() { (count, depth) = (0, 0) }

  mutating func beginObject() {
    if depth == starts.count { starts.append(0) }
    starts[depth] = count
    depth += 1
  }

  @inline(__always)
  mutating func add(_ hash: UInt64) {
    if count == hashes.count { hashes += hashes }
    hashes[count] = hash
    count &+= 1
  }

  /// Ends the innermost object, and says whether two of its keys have the same hash.
  mutating func endObject() -> Bool {
    guard depth > 0 else { return false }
    depth -= 1
    let own = starts[depth]..<count
    count = own.lowerBound
    return own.count <= OpenKeys.few ? hasTwins(own) : hasManyTwins(own)
  }

  private func hasTwins(_ own: Range<Int>) -> Bool {
    hashes.withUnsafeBufferPointer { hashes in
      var one = own.lowerBound
      while one < own.upperBound {
        var other = one &+ 1
        while other < own.upperBound {
          if hashes[one] == hashes[other] { return true }
          other &+= 1
        }
        one &+= 1
      }
      return false
    }
  }

  private mutating func hasManyTwins(_ own: Range<Int>) -> Bool {
    hashes[own].sort()
    return zip(hashes[own], hashes[own].dropFirst()).contains { $0 == $1 }
  }
}
