import DecisionEngine
import DecisionModel

/// How authors stand on ladders, in a few steps however many strikes there are.
struct LadderStandings {
  private let tables: BatchTables
  private let live: LiveStrikes

  init(_ tables: BatchTables) {
    self.tables = tables
    live = LiveStrikes(tables.session)
  }

  /// Reads at once how authors stand at an instant.
  func know(_ asked: [(author: Int64, now: Instant)], in program: DecisionProgram) throws {
    try tables.ladders.know(asked.map(\.author))
    let lines = try asked.flatMap { asked in
      let struck = try tables.ladders.value(asked.author) ?? [:]
      return program.ladders.map { ladder in
        (AuthorLadder(asked.author, ladder.name), ladder.earliestLive(at: asked.now, in: program.zone))
      }.filter { struck[$0.0.ladder] != nil }
    }
    try tables.strikes.know(lines.map(\.0))
    try tables.deeds.know(lines.map(\.0.author))
    try live.know(lines)
  }

  func history(
    of author: Int64, on ladder: LadderRule, at now: Instant, in zone: ZoneTable
  ) throws -> LadderHistory {
    let whose = AuthorLadder(author, ladder.name)
    let line = try tables.line(whose)
    guard let latest = line.latest,
      let oldest = try live.first(of: whose, in: line, from: ladder.earliestLive(at: now, in: zone))
    else { return LadderHistory(strikes: 0) }
    let done = try (tables.deeds.value(author) ?? []).filter { $0.ladder == whose.ladder && $0.at >= oldest.at }
    return LadderHistory(
      strikes: Int(latest.total - oldest.total + oldest.weight),
      done: done.map(\.rung).sorted { $0.lexicographicallyPrecedes($1) }, since: oldest.at)
  }
}
