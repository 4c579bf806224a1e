import DecisionModel

/// Gives each of some words a place of its own, which its letters name (see `wordHash`).
struct WordPlaces {
  /// By word, in the order in which they were given.
  private(set) var places: [UInt32] = []
  /// By word, the hash from which its place is made, and by which it stands in the sieve.
  private(set) var homes: [UInt32] = []
  private(set) var seed: UInt32 = 0
  private(set) var displacements: [UInt32] = []
  let shift: UInt32
  let bucketShift: UInt32

  /// About four words to a bucket, and at the least a quarter more places than words.
  init(_ words: [[UInt8]]) {
    shift = Self.shift(for: words.count * 5 / 4)
    bucketShift = Self.shift(for: words.count / 4)
    // Two words of one bucket can share a home under one seed, hardly under several.
    while !place(words.map { $0.hash(seed: seed) }) { seed &+= 0x9E37_79B1 }
  }

  private static func shift(for count: Int) -> UInt32 {
    let bits = max(4, Int.bitWidth - max(1, count - 1).leadingZeroBitCount)
    return UInt32(32 - bits)
  }

  /// The largest buckets first, while there is room.
  private mutating func place(_ hashes: [(bucket: UInt32, home: UInt32)]) -> Bool {
    places = Array(repeating: 0, count: hashes.count)
    homes = hashes.map(\.home)
    displacements = Array(repeating: 0, count: 1 << (32 - bucketShift))
    var buckets: [[Int]] = Array(repeating: [], count: displacements.count)
    for (word, hash) in hashes.enumerated() { buckets[Int(hash.bucket >> bucketShift)].append(word) }
    var isTaken = Array(repeating: false, count: 1 << (32 - shift))
    for bucket in buckets.indices.sorted(by: { (buckets[$1].count, $0) < (buckets[$0].count, $1) }) {
      guard let displacement = displacement(of: buckets[bucket].map { hashes[$0].home >> shift }, isTaken) else {
        return false
      }
      displacements[bucket] = displacement
      for word in buckets[bucket] {
        places[word] = hashes[word].home >> shift ^ displacement
        isTaken[Int(places[word])] = true
      }
    }
    return true
  }

  /// The least displacement by which each word of a bucket has a place that is free.
  private func displacement(of homes: [UInt32], _ isTaken: [Bool]) -> UInt32? {
    guard Set(homes).count == homes.count else { return nil }
    return (0..<UInt32(isTaken.count)).first { displacement in homes.allSatisfy { !isTaken[Int($0 ^ displacement)] } }
  }
}

extension [UInt8] {
  /// The first eight bytes of a word, zeros behind them; and the last eight of one that has more.
  var ends: (first: UInt64, last: UInt64) { (cell(prefix(8)), count > 8 ? cell(suffix(8)) : 0) }

  /// What names its bucket and its place (`wordHash`).
  fileprivate func hash(seed: UInt32) -> (bucket: UInt32, home: UInt32) {
    wordHash(first: ends.first, last: ends.last, middle: middleHash(seed: seed) &+ UInt32(count), seed: seed)
  }

  private func cell(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The hash of what stands between the first eight bytes and the last eight, four a step; the last step may reach into
  /// them. Zero where nothing does.
  private func middleHash(seed: UInt32) -> UInt32 {
    guard count > 16 else { return 0 }
    return stride(from: 8, to: count - 8, by: 4).reduce(seed) { hash, place in
      tableHash(hash, UInt32(truncatingIfNeeded: cell(self[place..<place + 4])))
    }
  }
}
