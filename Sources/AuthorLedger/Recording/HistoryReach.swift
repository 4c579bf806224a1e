import DecisionEngine
import DecisionModel

/// How far back, and how many of an author's comments, a program can tell apart: no more are looked at, however long the
/// log is.
struct HistoryReach: Sendable {
  private let windows: [AuthorHistory: (lengths: [Length], most: Int)]

  /// More than anybody counts.
  private static let greatest = 100_000.0

  init(_ program: DecisionProgram) {
    var windows: [AuthorHistory: (lengths: [Length], most: Int)] = [:]
    for case .history(let history, let length, let test) in program.clauses.flatMap(\.conditions) {
      var window = windows[history] ?? ([], 0)
      window.lengths.append(length)
      window.most = max(window.most, Int(min(max(0, test.greatestBound.rounded(.up)), Self.greatest)) + 1)
      windows[history] = window
    }
    self.windows = windows
  }

  /// From when on an author's comments count that is decided about at an instant, and how many tell all there is to
  /// tell; nil where the program does not ask.
  func window(of history: AuthorHistory, at instant: Instant, in zone: ZoneTable) -> (from: Instant, most: Int)? {
    guard let window = windows[history],
      let from = window.lengths.map({ $0.earliestStart(endingAfter: instant, in: zone) }).min()
    else { return nil }
    return (from, window.most)
  }
}

extension NumberTest {
  /// The greatest number that it names.
  fileprivate var greatestBound: Double {
    switch self {
    case .exactly(let bound), .not(let bound), .atLeast(let bound), .atMost(let bound), .moreThan(let bound),
      .lessThan(let bound):
      bound
    case .between(let least, let most): max(least, most)
    case .anyOf(let tests): tests.map(\.greatestBound).max() ?? 0
    }
  }
}

extension DecisionProgram {
  /// Every clause by which something is decided.
  fileprivate var clauses: [Clause] {
    let steps = plans.flatMap { plan in plan.steps.map(\.clause) + plan.followUps.map(\.clause) }
    return signals.map(\.clause)
      + (categories.map(\.clause) + escalations.map(\.clause) + steps + shadows.map(\.clause)).compactMap { $0 }
  }
}
