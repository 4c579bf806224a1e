import CountedAllocations

/// What deciding many different comments costs, each once or more, in the order in which they came, as the ceiling
/// takes them.
struct Decisions {
  /// How many comments there are.
  let count: Int
  /// How long to decide, in seconds.
  let seconds: Double
  /// Decides the comment at a place; what it returns is summed up, so that no decision goes unused.
  let decideComment: (Int) -> Int

  private var sum = 0
  private var place = 0

  init(of count: Int, seconds: Double, _ decideComment: @escaping (Int) -> Int) {
    self.count = count
    self.seconds = seconds
    self.decideComment = decideComment
  }

  mutating func measure() -> Figures {
    let memory = Machine.residentBytes
    var figures = Figures()
    warmUp()
    timeAll(&figures)
    timeEach(&figures)
    countAllocations(&figures)
    figures["run_bytes"] = Double(Machine.residentBytes - memory)
    figures["sum"] = Double(sum)
    return figures
  }

  /// A pass over the comments, so that whatever is kept for later ones is there.
  private mutating func warmUp() {
    let end = Machine.processorTime + seconds
    for turn in 0..<count {
      if turn % 64 == 0, Machine.processorTime >= end { return }
      decide(turn)
    }
  }

  private mutating func timeAll(_ figures: inout Figures) {
    let begin = Machine.processorTime
    var decided = 0
    while decided % 64 != 0 || Machine.processorTime - begin < seconds {
      decide(decided)
      decided += 1
    }
    figures["us"] = (Machine.processorTime - begin) / Double(decided) * 1e6
    figures["decided"] = Double(decided)
  }

  private mutating func timeEach(_ figures: inout Figures) {
    let turns = min(count, Int(figures["decided"] ?? 0))
    var taken = [Int64](repeating: 0, count: turns)
    for turn in 0..<turns {
      let begin = Machine.nanoseconds
      decide(turn)
      taken[turn] = Machine.nanoseconds - begin
    }
    taken.sort()
    figures["p50"] = Double(taken[turns / 2]) / 1e3
    figures["p99"] = Double(taken[turns * 99 / 100]) / 1e3
  }

  private mutating func countAllocations(_ figures: inout Figures) {
    guard allocations_are_counted() else { return }
    let turns = min(count, Int(figures["decided"] ?? 0))
    let (count, bytes) = (allocations_so_far(), allocated_bytes_so_far())
    for turn in 0..<turns { decide(turn) }
    // Both are read before either is written down, which allocates, too.
    let (laterCount, laterBytes) = (allocations_so_far(), allocated_bytes_so_far())
    figures["allocations"] = Double(laterCount - count) / Double(turns)
    figures["allocated_bytes"] = Double(laterBytes - bytes) / Double(turns)
  }

  /// The comment of a turn; after the last one the first one comes again.
  @inline(__always)
  private mutating func decide(_ turn: Int) {
    if turn == 0 || place == count { place = 0 }
    sum &+= decideComment(place)
    place += 1
  }
}
