import CountedAllocations
import DecisionModel

/// What deciding many different comments costs, each once or more.
struct Decisions {
  let program: OpenedProgram
  let comments: [Comment]
  /// How long to decide, in seconds.
  let seconds: Double

  /// How many actions all of the decisions ordered: none of them goes unused.
  private var ordered = 0

  init(program: OpenedProgram, comments: [Comment], seconds: Double) {
    self.program = program
    self.comments = comments
    self.seconds = seconds
  }

  mutating func measure() -> Figures {
    let memory = Machine.residentBytes
    var figures = Figures()
    warmUp()
    timeAll(&figures)
    timeEach(&figures)
    countAllocations(&figures)
    figures["run_bytes"] = Double(Machine.residentBytes - memory)
    figures["ordered"] = Double(ordered)
    return figures
  }

  /// A pass over the comments, so that whatever is kept for later ones is there.
  private mutating func warmUp() {
    let end = Machine.processorTime + seconds
    for turn in comments.indices {
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
    let turns = min(comments.count, Int(figures["decided"] ?? 0))
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
    let turns = min(comments.count, Int(figures["decided"] ?? 0))
    let (count, bytes) = (allocations_so_far(), allocated_bytes_so_far())
    for turn in 0..<turns { decide(turn) }
    figures["allocations"] = Double(allocations_so_far() - count) / Double(turns)
    figures["allocated_bytes"] = Double(allocated_bytes_so_far() - bytes) / Double(turns)
  }

  /// In the order in which they came, as the ceiling takes them.
  private mutating func decide(_ turn: Int) { ordered += program.decide(comments[turn % comments.count]) }
}
