import CountedAllocations

/// What deciding many different comments costs, each once or more, in the order in which they came, as the ceiling
/// takes them.
struct Decisions {
  /// How many comments there are.
  let count: Int
  /// How long to decide, in seconds.
  let seconds: Double
  /// Decides the comments at some places; what it returns is summed up, so that no decision goes unused.
  let decideComments: (Range<Int>) -> Int

  private var sum = 0
  /// How many comments are decided between two looks at the clock.
  private static let batch = 256

  init(of count: Int, seconds: Double, _ decideComments: @escaping (Range<Int>) -> Int) {
    self.count = count
    self.seconds = seconds
    self.decideComments = decideComments
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
    for batch in batches where Machine.processorTime < end { decide(batch) }
  }

  private mutating func timeAll(_ figures: inout Figures) {
    let begin = Machine.processorTime
    var decided = 0
    repeat {
      for batch in batches {
        decide(batch)
        decided += batch.count
        if Machine.processorTime - begin >= seconds { break }
      }
    } while Machine.processorTime - begin < seconds
    figures["us"] = (Machine.processorTime - begin) / Double(decided) * 1e6
    figures["decided"] = Double(decided)
  }

  private mutating func timeEach(_ figures: inout Figures) {
    let turns = min(count, Int(figures["decided"] ?? 0))
    var taken = [Int64](repeating: 0, count: turns)
    for turn in 0..<turns {
      let begin = Machine.nanoseconds
      decide(turn..<turn + 1)
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
    decide(0..<turns)
    // Both are read before either is written down, which allocates, too.
    let (laterCount, laterBytes) = (allocations_so_far(), allocated_bytes_so_far())
    figures["allocations"] = Double(laterCount - count) / Double(turns)
    figures["allocated_bytes"] = Double(laterBytes - bytes) / Double(turns)
  }

  /// All comments, in runs of those that are decided between two looks at the clock.
  private var batches: [Range<Int>] {
    stride(from: 0, to: count, by: Decisions.batch).map { $0..<min($0 + Decisions.batch, count) }
  }

  private mutating func decide(_ places: Range<Int>) { sum &+= decideComments(places) }
}
