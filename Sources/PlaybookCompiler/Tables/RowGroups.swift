/// Heads of trigger rows in eight groups, so that few texts have at every place a half of a byte from each row of one group:
/// the engine compares a text with all groups at once, and looks closer where it meets one.
///
/// Those that are most alike are put together until eight groups are left (Ward, "Hierarchical Grouping to Optimize an
/// Objective Function", 1963).
struct RowGroups {
  static let count = 8
  /// More are put together in the order of their characters first: each two are compared.
  private static let mostCompared = 256

  private var groups: [[UInt8]: Int] = [:]

  init(of heads: [[UInt8]]) {
    let ordered = Set(heads).sorted { $0.lexicographicallyPrecedes($1) }
    let count = min(ordered.count, Self.mostCompared)
    var groups = Array(repeating: Group(), count: count)
    for (place, head) in ordered.enumerated() { groups[place * count / ordered.count].add(head) }
    for (number, group) in Self.joined(groups).enumerated() {
      for head in group.heads { self.groups[head] = number }
    }
  }

  func group(of head: [UInt8]) -> Int { groups[head] ?? 0 }

  /// Joins the two that cost the least to be joined, until there are few enough.
  private static func joined(_ groups: [Group]) -> [Group] {
    var groups = groups
    // By group, what it costs to join it with each before it.
    var costs = groups.indices.map { other in groups[..<other].map { $0.costOfJoining(groups[other]) } }
    while groups.count > count {
      let (one, other) = cheapestPair(costs)
      groups[one].join(groups[other])
      groups.remove(at: other)
      costs.remove(at: other)
      for behind in other..<groups.count { costs[behind].remove(at: other) }
      for place in groups.indices where place != one {
        costs[max(one, place)][min(one, place)] = groups[one].costOfJoining(groups[place])
      }
    }
    return groups
  }

  private static func cheapestPair(_ costs: [[Double]]) -> (Int, Int) {
    var cheapest = (one: 0, other: 1)
    for other in costs.indices {
      for one in 0..<other where costs[other][one] < costs[cheapest.other][cheapest.one] { cheapest = (one, other) }
    }
    return cheapest
  }
}

/// Some heads, and of the bytes at each of their places the lower and the upper halves, a bit each.
private struct Group {
  private(set) var heads: [[UInt8]] = []
  private var halves = Array(repeating: (low: UInt16(0), high: UInt16(0)), count: Trigger.mostOfHead)
  private var chance = 0.0

  mutating func add(_ head: [UInt8]) {
    heads.append(head)
    for place in halves.indices {
      // What stands behind a short head may be anything, and a zero stands for every digit.
      let byte = place < head.count ? head[place] : nil
      halves[place].low |= byte.map { $0 == 0x30 ? 0x3FF : 1 << UInt16($0 & 0xF) } ?? .max
      halves[place].high |= byte.map { 1 << UInt16($0 >> 4) } ?? .max
    }
    chance = Self.chance(of: halves)
  }

  mutating func join(_ other: Group) {
    heads += other.heads
    halves = joinedHalves(other)
    chance = Self.chance(of: halves)
  }

  /// How much more often one of them is met when they are one group.
  func costOfJoining(_ other: Group) -> Double { Self.chance(of: joinedHalves(other)) - chance - other.chance }

  private func joinedHalves(_ other: Group) -> [(low: UInt16, high: UInt16)] {
    zip(halves, other.halves).map { ($0.low | $1.low, $0.high | $1.high) }
  }

  private static let shares = (UInt8(0x20)..<0x7F).filter { !(0x41...0x5A).contains($0) }.map { ($0, $0.share) }

  /// About how often the halves are met at a place of what people write.
  private static func chance(of halves: [(low: UInt16, high: UInt16)]) -> Double {
    halves.reduce(1) { chance, half in
      chance
        * shares.reduce(0) { sum, share in
          half.low >> UInt16(share.0 & 0xF) & half.high >> UInt16(share.0 >> 4) & 1 != 0 ? sum + share.1 : sum
        }
    }
  }
}
