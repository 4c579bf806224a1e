import DecisionEngine
public import DecisionModel

extension Ledger {
  /// The figures of a stretch of time, in one pass over the log.
  ///
  /// - Parameters:
  ///   - start: From when on comments are counted; all, where it is nil.
  ///   - end: Before which they are, and at which what was not done is open or overdue.
  ///   - zone: By whose calendar weeks begin.
  public func report(
    from start: Instant?, to end: Instant, in zone: ZoneTable, label: ReportFold.Label? = nil
  ) throws(LedgerProblem) -> LedgerReport {
    // All of it in the transaction, which begins anew where a connection is lost.
    try store.read { session in
      for playbook in try playbooks(session).values { _ = try program(digest: playbook.digest, session) }
      var fold = ReportFold(from: start, in: zone, label: label) { self.programs[$0.digest]?.engine.program }
      try session.forEachEvent(
        where: "e.at >= $2 AND e.at < $3", [.instant(start ?? .earliest), .instant(end)]
      ) { fold.add($0.event) }
      return fold.report(at: end)
    }
  }
}
