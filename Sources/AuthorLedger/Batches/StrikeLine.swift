import DecisionEngine
import DecisionModel

/// The end of an author's strikes on a ladder, as far as they stand.
struct StrikeLine {
  struct Strike {
    let at: Instant
    /// The sum of all up to this one.
    let total: Int64
    let weight: Int64
  }

  /// The latest, and before it those that were added since the line was read.
  private(set) var latest: Strike?
  private(set) var added: [Strike] = []

  init(latest: Strike? = nil) { self.latest = latest }

  mutating func add(weight: Int64, at: Instant) -> Int64 {
    let strike = Strike(at: at, total: (latest?.total ?? 0).addingSaturating(weight), weight: weight)
    latest = strike
    added.append(strike)
    return strike.total
  }
}

extension RowShape<AuthorLadder, StrikeLine> {
  static var strikes: RowShape {
    RowShape(
      query: """
        SELECT at, total, weight FROM strikes WHERE author = $1 AND ladder = $2 AND void = 0
        ORDER BY at DESC, number DESC LIMIT 1
        """, cells: \.cells, read: { line, row in line = StrikeLine(latest: try StrikeLine.Strike(row)) })
  }
}

extension StrikeLine.Strike {
  init(_ row: StoredRow) throws {
    self.init(at: try row.instant(0), total: try row.integer(1), weight: try row.integer(2))
  }
}

/// The oldest strikes that are live, as they were read: with the ends of the lines they say how authors stand, in a few
/// steps however many strikes there are.
final class LiveStrikes: RowMemory {
  private unowned let session: GatheringSession
  private var oldest: [AuthorLadder: (from: Instant, strike: StrikeLine.Strike?)] = [:]

  init(_ session: GatheringSession) {
    self.session = session
    session.add(self)
  }

  /// Reads the oldest strike that fell at an instant or after it, for each author and ladder.
  func know(_ asked: [(whose: AuthorLadder, from: Instant)]) throws {
    let earliest = Dictionary(asked.map { ($0.whose, $0.from) }, uniquingKeysWith: min)
    let asked = earliest.map { (whose: $0.key, from: $0.value) }
    for (whose, from) in asked { oldest[whose] = (from, nil) }
    try session.forEachRow(
      """
      SELECT at, total, weight FROM strikes WHERE author = $1 AND ladder = $2 AND void = 0 AND at >= $3
      ORDER BY at, number LIMIT 1
      """, ofEach: asked.map { $0.whose.cells + [.instant($0.from)] }
    ) { place, row in oldest[asked[place].whose]?.strike = try StrikeLine.Strike(row) }
  }

  /// The oldest strike of a line that fell at an instant or after it.
  func first(of whose: AuthorLadder, in line: StrikeLine, from: Instant) throws -> StrikeLine.Strike? {
    if let known = oldest[whose], known.from <= from, known.strike.map({ from <= $0.at }) ?? true {
      return known.strike ?? line.added.first { from <= $0.at }
    }
    try know([(whose, from)])
    return oldest[whose]?.strike
  }

  func gatherChanges(in session: GatheringSession) {}

  func forget() { oldest = [:] }
}
