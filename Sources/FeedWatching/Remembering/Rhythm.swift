public import DecisionModel

/// When a feed is asked for again.
public struct Rhythm: Hashable, Sendable {
  /// How often at most, in seconds, whatever a playbook says.
  public static let shortest: Int64 = 60
  /// How often where a playbook does not say.
  public static let usual: Int64 = 30 * 60
  /// The longest time between two failures: a day.
  static let longestAfterFailures: Int64 = 86_400

  /// The seconds from one time to the next.
  public let every: Int64

  public init(every: Int64) { self.every = max(every, Rhythm.shortest) }

  /// Whether it is time.
  ///
  /// What was to be asked for at a time further away than anything is put off was put there by a clock that was wrong,
  /// and is due. Whoever asks by cron comes a few seconds sooner or later each time: what is due within a tenth of the
  /// time between is due.
  public func isDue(_ state: FeedState, at now: Instant) -> Bool {
    guard !state.isGone, let next = state.next else { return !state.isGone }
    let wait = next.seconds(since: now)
    return wait <= min(every / 10, 60) || wait > max(WebFeeds.longestRest, every, Rhythm.longestAfterFailures) * 2
  }

  /// What is remembered after an answer.
  ///
  /// After failures the time is doubled each time, up to a day or the playbook's own, and made longer by up to a quarter,
  /// so that many watchers do not all come back at once.
  ///
  /// - Parameter chance: from 0 to 1; 1 excluded.
  public func state(after answer: FeedAnswer, _ before: FeedState, at now: Instant, chance: Double) -> FeedState {
    var state = before
    state.asked = now
    switch answer {
    case .feed(_, _, let marks, _):
      state.marks = marks
      state.succeed(at: now, next: now.adding(seconds: every))
    case .unchanged: state.succeed(at: now, next: now.adding(seconds: every))
    case .gone:
      state.isGone = true
      state.next = nil
    case .failed(let problem, let rest):
      state.failures = min(before.failures + 1, 1_000_000)
      state.trouble = problem.sentence
      state.next = now.adding(seconds: max(pause(after: state.failures, chance), rest ?? 0))
    }
    return state
  }

  /// The seconds after so many failures in a row.
  func pause(after failures: Int, _ chance: Double) -> Int64 {
    let doubled = every.multipliedReportingOverflow(by: 1 << Int64(min(max(failures - 1, 0), 20)))
    let plain = min(doubled.overflow ? .max : doubled.partialValue, max(Rhythm.longestAfterFailures, every))
    return plain + Int64(Double(plain / 4) * chance)
  }
}

extension FeedState {
  fileprivate mutating func succeed(at now: Instant, next: Instant) {
    (answered, self.next, failures, trouble) = (now, next, 0, nil)
  }
}
