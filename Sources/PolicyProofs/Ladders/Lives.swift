/// What a ladder remembers of an author, without a clock: the live strikes in the order in which they fell, between which
/// of them each rung was carried out last, and which rungs were ordered and are still to be carried out.
///
/// It may hold the same author twice, on one clock: as things went, and as they might have gone. A strike of the one
/// life then has no weight in the other.
struct Lives: Hashable, Sendable {
  /// For each life, by tracked rung, how many of the first strikes are no younger than the time at which it was carried
  /// out, and the rungs that are still to be carried out, as bits; then for each strike its weight in each life.
  private var cells: [UInt8]
  let count: Int
  private let tracked: Int

  init(_ count: Int = 1, tracked: Int) {
    self.count = count
    self.tracked = tracked
    cells = Array(repeating: 0, count: count * (tracked + 1))
  }

  /// The same life twice.
  init(twice one: Lives) {
    self.init(2, tracked: one.tracked)
    for place in 0...tracked {
      cells[place] = one.cells[place]
      cells[tracked + 1 + place] = one.cells[place]
    }
    for strike in 0..<one.strikes {
      cells.append(one.weight(of: strike))
      cells.append(one.weight(of: strike))
    }
  }

  static func == (one: Lives, other: Lives) -> Bool { one.cells == other.cells }

  func hash(into hasher: inout Hasher) {
    cells.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  private var head: Int { count * (tracked + 1) }
  private func deed(_ rung: Int, _ life: Int) -> Int { life * (tracked + 1) + rung }
}

// What is asked of it.
extension Lives {
  /// How many strikes there are in any of the lives.
  var strikes: Int { (cells.count - head) / count }

  func weight(of strike: Int, in life: Int = 0) -> UInt8 { cells[head + strike * count + life] }

  /// The sum of the weights.
  func total(in life: Int = 0) -> Int {
    var total = 0
    for strike in 0..<strikes { total += Int(weight(of: strike, in: life)) }
    return total
  }

  /// The tracked rungs that were carried out since the oldest live strike, as bits.
  func done(in life: Int = 0) -> Int {
    guard let oldest = (0..<strikes).first(where: { weight(of: $0, in: life) > 0 }) else { return 0 }
    var done = 0
    for rung in 0..<tracked where cells[deed(rung, life)] > oldest { done |= 1 << rung }
    return done
  }

  /// The tracked rungs that were ordered and are still to be carried out, as bits.
  func outstanding(in life: Int = 0) -> Int { Int(cells[deed(tracked, life)]) }

  /// Whether both lives are the same from here on.
  var agree: Bool {
    (0...tracked).allSatisfy { cells[$0] == cells[tracked + 1 + $0] }
      && (0..<strikes).allSatisfy { weight(of: $0) == weight(of: $0, in: 1) }
  }
}

// What changes it.
extension Lives {
  /// A comment falls: in each life so many strikes, which order a rung, from 1; 0 is none.
  mutating func add(_ falling: (weight: Int, order: Int)...) {
    for (life, falling) in falling.enumerated() where falling.order > 0 {
      cells[deed(tracked, life)] |= 1 << UInt8(falling.order - 1)
    }
    if falling.contains(where: { $0.weight > 0 }) { cells += falling.map { UInt8($0.weight) } }
  }

  mutating func carryOut(_ rung: Int, in life: Int) {
    cells[deed(rung, life)] = UInt8(strikes)
    cells[deed(tracked, life)] &= ~(1 << UInt8(rung))
    tidy()
  }

  mutating func forgetOldest() {
    for life in 0..<count { cells[head + life] = 0 }
    tidy()
  }

  /// The strike never was, in some of the lives.
  mutating func takeBack(_ strike: Int, in lives: Range<Int>) {
    for life in lives { cells[head + strike * count + life] = 0 }
    tidy()
  }

  mutating func pardon(in lives: Range<Int>) {
    for strike in 0..<strikes {
      for life in lives { cells[head + strike * count + life] = 0 }
    }
    tidy()
  }

  /// Leaves out strikes that no life has, and what was carried out before every strike of its life: what makes no
  /// difference looks the same. Who has no strikes is owed nothing.
  private mutating func tidy() {
    for strike in (0..<strikes).reversed() where (0..<count).allSatisfy({ weight(of: strike, in: $0) == 0 }) {
      let place = head + strike * count
      cells.removeSubrange(place..<(place + count))
      for life in 0..<count {
        for rung in 0..<tracked where Int(cells[deed(rung, life)]) > strike { cells[deed(rung, life)] -= 1 }
      }
    }
    for life in 0..<count {
      for rung in 0..<tracked {
        while cells[deed(rung, life)] > 0, weight(of: Int(cells[deed(rung, life)]) - 1, in: life) == 0 {
          cells[deed(rung, life)] -= 1
        }
      }
      if (0..<strikes).allSatisfy({ weight(of: $0, in: life) == 0 }) { cells[deed(tracked, life)] = 0 }
    }
  }
}
