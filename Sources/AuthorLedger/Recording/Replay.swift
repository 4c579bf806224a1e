import DecisionModel

/// What came of making all decisions again.
public struct ReplayedDecisions: Sendable {
  public internal(set) var same = 0
  /// Those of which other bytes came out: the number of each, at most the first hundred.
  public internal(set) var different: [Int64] = []
  public internal(set) var countOfDifferent = 0
  /// Those whose comment was erased or never kept.
  public internal(set) var erased = 0
}

extension Ledger {
  /// Makes every decision again, by the program of its time, from what was given and known then, and compares the bytes.
  ///
  /// - Parameter note: Is told now and then how many were made again.
  public func replay(note: (Int) -> Void = { _ in }) throws(LedgerProblem) -> ReplayedDecisions {
    try store.read { session in
      var replayed = ReplayedDecisions()
      try session.forEachEvent { stored in
        guard case .decided = stored.event.happening else { return }
        switch try remade(stored.event, session)?.isSame {
        case true?: replayed.same += 1
        case false?:
          replayed.countOfDifferent += 1
          if replayed.different.count < 100 { replayed.different.append(stored.event.number) }
        case nil: replayed.erased += 1
        }
        if stored.event.number % 10_000 == 0 { note(replayed.same) }
      }
      return replayed
    }
  }
}
