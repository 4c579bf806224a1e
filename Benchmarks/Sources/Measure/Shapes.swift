import DecisionModel

/// What each of some comments costs, however large it is: the least of several times, since only disturbance adds.
struct Shapes {
  let program: OpenedProgram
  let comments: [Comment]
  /// How long to stay with one comment, in seconds; at least three decisions are made.
  let seconds: Double

  /// The time of each comment in microseconds, by its identity.
  func measure() -> Figures {
    var figures = Figures()
    for comment in comments {
      keep(program.decide(comment))
      figures[String(decoding: comment.id ?? [], as: UTF8.self)] = leastTime(comment)
    }
    return figures
  }

  private func leastTime(_ comment: Comment) -> Double {
    let end = Machine.nanoseconds + Int64(seconds * 1e9)
    var (least, times) = (Int64.max, 0)
    while times < 3 || Machine.nanoseconds < end {
      let begin = Machine.nanoseconds
      keep(program.decide(comment))
      least = min(least, Machine.nanoseconds - begin)
      times += 1
    }
    return Double(least) / 1e3
  }
}
