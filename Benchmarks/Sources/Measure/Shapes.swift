import DecisionModel

/// What each of some comments costs, however large it is: the least of several times, since only disturbance adds.
struct Shapes {
  let program: OpenedProgram
  let comments: [OpenedProgram.KnownComment]
  /// How long to stay with one comment, in seconds; at least three decisions are made.
  let seconds: Double

  /// The time of each comment in microseconds, by its identity.
  func measure() -> Figures {
    var (figures, ordered) = (Figures(), 0)
    for comment in comments {
      ordered += program.decide(comment)
      figures[String(decoding: comment.id, as: UTF8.self)] = leastTime(comment, &ordered)
    }
    figures["ordered"] = Double(ordered)
    return figures
  }

  /// By the processor's time, so that what else runs on the machine does not show.
  private func leastTime(_ comment: OpenedProgram.KnownComment, _ ordered: inout Int) -> Double {
    let end = Machine.processorTime + seconds
    var (least, times) = (Double.infinity, 0)
    while times < 3 || Machine.processorTime < end {
      let begin = Machine.processorTime
      ordered += program.decide(comment)
      least = min(least, Machine.processorTime - begin)
      times += 1
    }
    return least * 1e6
  }
}
