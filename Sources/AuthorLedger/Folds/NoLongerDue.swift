import DecisionEngine
import DecisionModel

/// What a decision ordered and would not have ordered, had an earlier strike never been.
public struct NoLongerDue: Hashable, Sendable {
  public let decision: Int64
  public let ladder: String
  public let rung: String
  /// The rung that is due in its place, where one is.
  public let insteadOf: String?
  /// What the one orders and the other does not.
  public let actions: [String]
}

extension Ledger {
  /// The rungs of an author that are no longer due without the strikes of a decision: they are judged again in their
  /// order, each by the program of its time.
  func noLongerDue(after settled: LedgerEvent, without decision: Int64) throws(LedgerProblem) -> [NoLongerDue] {
    try store.read { session in
      let events = try session.events(
        "WHERE e.author = $1 AND e.number < $2 ORDER BY e.place",
        [.integer(settled.author), .integer(settled.number)])
      return try rungsNoLongerDue(events.map(\.event), without: decision) { playbook in
        try program(digest: playbook.digest, session)?.engine.program
      }
    }
  }
}

/// The fold behind it: over the events of one author in their order.
func rungsNoLongerDue(
  _ events: [LedgerEvent], without decision: Int64, program: (PlaybookVersion) throws -> DecisionProgram?
) rethrows -> [NoLongerDue] {
  var records: [String: LadderRecord] = [:]
  var categories: [Int64: String] = [:]
  var changes: [Int64: [NoLongerDue]] = [:]
  for event in events {
    let rules = try event.playbook.flatMap(program)
    switch event.happening {
    case .decided(let comment): categories[event.number] = comment.category
    case .strike(let strike):
      guard let rules, let ladder = rules.ladders.first(where: { $0.name == strike.ladder }) else { continue }
      let record = records[strike.ladder] ?? LadderRecord()
      let now =
        strike.decision == decision ? nil : ladder.rung(for: strike, after: record, at: event.at, categories, rules)
      if let change = ladder.change(from: strike, to: now) { changes[strike.decision, default: []].append(change) }
      if strike.decision != decision {
        records[strike.ladder, default: .init()].strike(
          by: strike.decision, weight: strike.weight, rung: strike.rung, at: strike.at)
      }
    case .edited(let decision), .appealSettled(let decision, upheld: true):
      for ladder in records.keys { records[ladder]?.takeBack(decision: decision) }
      changes[decision] = nil
    case .pardoned(let ladder):
      for name in records.keys where ladder == nil || ladder == name { records[name]?.pardon() }
    case .done(let deed, _):
      for ladder in rules?.ladders ?? [] {
        for rung in ladder.rungs(carriedOutBy: deed, ordered: records[ladder.name]?.rung) {
          records[ladder.name, default: .init()].carryOut(rung, at: event.at)
        }
      }
    default: break
    }
  }
  return changes.sorted { $0.key < $1.key }.flatMap(\.value)
}

extension LadderRule {
  /// The rung that a strike would have brought after this record.
  fileprivate func rung(
    for strike: Strike, after record: LadderRecord, at: Instant, _ categories: [Int64: String], _ rules: DecisionProgram
  ) -> RungRule? {
    let history = record.history(at: at, on: self, in: rules.zone)
    let category = rules.categories.first { $0.name == categories[strike.decision] }
    let least = category.flatMap(leastRung)
    let (count, isTooGreat) = history.strikes.addingReportingOverflow(strike.weight)
    let reached = rungReached(by: isTooGreat ? .max : count, after: history)
    return [reached, least].compactMap { $0 }.max().map { rungs[$0] }
  }

  fileprivate func change(from strike: Strike, to rung: RungRule?) -> NoLongerDue? {
    guard let place = rungs.firstIndex(where: { $0.name == strike.rung }), !strike.isShadow else { return nil }
    let now = rung.flatMap { rung in rungs.firstIndex { $0.name == rung.name } }
    guard now.map({ $0 < place }) ?? true else { return nil }
    let still = rung?.must.map(\.action) ?? []
    return NoLongerDue(
      decision: strike.decision, ladder: name, rung: rungs[place].name, insteadOf: rung?.name,
      actions: rungs[place].must.map(\.action).filter { !still.contains($0) })
  }
}
