public import DecisionModel

/// What is remembered of one author on one ladder: a fold over what happened, and the one place that says how a ladder
/// counts.
///
/// A strike is live for the ladder's `forget_after` from the instant at which it fell, the end excluded. What was carried
/// out counts as long as a strike lives that is not younger.
public struct LadderRecord: Hashable, Sendable {
  public struct Strike: Hashable, Sendable {
    /// What brought it; who appeals names it.
    public let decision: Int64
    /// How many strikes it counts for.
    public let weight: Int
    /// Never before the one that precedes it.
    public let at: Instant
    /// The rung that was ordered with it.
    public let rung: String?
  }

  /// A rung that was carried out.
  public struct Deed: Hashable, Sendable {
    public let rung: String
    public let at: Instant
  }

  /// Those that stand, live or not, in the order in which they fell.
  public private(set) var strikes: [Strike] = []
  public private(set) var deeds: [Deed] = []
  /// The rung that was ordered last, whatever became of its strike.
  public private(set) var rung: String?

  public init() {}

  /// A comment brought a strike.
  public mutating func strike(by decision: Int64, weight: Int, rung: String?, at: Instant) {
    let at = max(at, strikes.last?.at ?? at)
    strikes.append(Strike(decision: decision, weight: max(1, weight), at: at, rung: rung))
    self.rung = rung
  }

  /// The strike of a decision never was: its comment was changed, or an appeal was upheld.
  public mutating func takeBack(decision: Int64) { strikes.removeAll { $0.decision == decision } }

  /// The strikes are forgiven.
  public mutating func pardon() { strikes.removeAll() }

  /// A rung was carried out.
  public mutating func carryOut(_ rung: String, at: Instant) { deeds.append(Deed(rung: rung, at: at)) }

  /// How the ladder counts at an instant, before the comment that is decided then.
  public func history(at now: Instant, on ladder: LadderRule, in zone: ZoneTable) -> LadderHistory {
    let live = strikes.filter { ladder.isLive(strikeAt: $0.at, at: now, in: zone) }
    guard let oldest = live.first?.at else { return LadderHistory(strikes: 0) }
    let done = deeds.filter { $0.at >= oldest }.map { Array($0.rung.utf8) }
    return LadderHistory(strikes: live.reduce(0) { $0.adding($1.weight) }, done: done, since: oldest)
  }
}

extension LadderRule {
  /// Whether a strike that fell at an instant still counts.
  public func isLive(strikeAt: Instant, at now: Instant, in zone: ZoneTable) -> Bool {
    forgetAfter.map { now < $0.ending(from: strikeAt, in: zone) } ?? true
  }

  /// The earliest instant of a strike that still counts: all later ones do, no earlier one does.
  public func earliestLive(at now: Instant, in zone: ZoneTable) -> Instant {
    forgetAfter?.earliestStart(endingAfter: now, in: zone) ?? .earliest
  }

  /// The rungs that something which was done carries out: the one of its name, and the one that was ordered last where
  /// it orders just that.
  public func rungs(carriedOutBy deed: String, ordered: String?) -> [String] {
    rungs.filter { rung in
      rung.name == deed || (rung.name == ordered && rung.must.contains { $0.action == deed })
    }.map(\.name)
  }
}

extension Length {
  /// The earliest instant from which the length ends after another one. A later start never ends earlier, so that it is
  /// found by halving.
  public func earliestStart(endingAfter end: Instant, in zone: ZoneTable) -> Instant {
    var (ended, live) = (Instant.earliest.seconds - 1, end.seconds + 1)
    while live - ended > 1 {
      let middle = ended + (live - ended) / 2
      if end < ending(from: Instant(seconds: middle), in: zone) { live = middle } else { ended = middle }
    }
    return Instant(seconds: live)
  }
}

extension Int {
  /// The sum, or the greatest number there is.
  package func adding(_ other: Int) -> Int {
    let (sum, isTooGreat) = addingReportingOverflow(other)
    return isTooGreat ? .max : sum
  }
}
