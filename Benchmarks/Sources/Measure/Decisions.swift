import CountedAllocations
import DecisionModel

/// What deciding many different comments costs, each once or more.
struct Decisions {
  let program: OpenedProgram
  let comments: [Comment]
  /// How long to decide, in seconds.
  let seconds: Double

  /// The comments are taken in leaps, so that neighbours do not follow one another.
  private func place(_ turn: Int) -> Int { turn &* 7919 % comments.count }

  func measure() -> Figures {
    warmUp()
    let memory = Machine.residentBytes
    var figures = Figures()
    timeAll(&figures)
    timeEach(&figures)
    countAllocations(&figures)
    figures["run_bytes"] = Double(Machine.residentBytes - memory)
    return figures
  }

  /// A whole pass over the comments, so that what is kept for later comments is there.
  private func warmUp() {
    let end = Machine.processorTime + seconds
    for turn in comments.indices where turn % 64 != 0 || Machine.processorTime < end { decide(turn) }
  }

  private func timeAll(_ figures: inout Figures) {
    let begin = Machine.processorTime
    var decided = 0
    while Machine.processorTime - begin < seconds {
      for _ in 0..<64 {
        decide(decided)
        decided += 1
      }
    }
    figures["us"] = (Machine.processorTime - begin) / Double(decided) * 1e6
    figures["decided"] = Double(decided)
  }

  private func timeEach(_ figures: inout Figures) {
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

  private func countAllocations(_ figures: inout Figures) {
    guard allocations_are_counted() else { return }
    let turns = min(comments.count, Int(figures["decided"] ?? 0))
    let (count, bytes) = (allocations_so_far(), allocated_bytes_so_far())
    for turn in 0..<turns { decide(turn) }
    figures["allocations"] = Double(allocations_so_far() - count) / Double(turns)
    figures["allocated_bytes"] = Double(allocated_bytes_so_far() - bytes) / Double(turns)
  }

  private func decide(_ turn: Int) { keep(program.decide(comments[place(turn)])) }
}

/// Takes a result, so that the work for it cannot be left out.
@inline(never)
func keep(_ result: Int) {}
