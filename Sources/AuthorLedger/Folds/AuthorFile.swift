import DecisionEngine
public import DecisionModel

/// What the ledger says of an author: how they stand, what happened last, and what comes next.
public struct AuthorFile: Sendable {
  /// How an author stands on a ladder.
  public struct Standing: Hashable, Sendable {
    public let ladder: String
    /// Live strikes.
    public let strikes: Int
    /// The rung that was ordered last.
    public let rung: String?
    /// The rungs that were carried out since the oldest live strike.
    public let done: [String]
    /// When the oldest live strike fell, and when it ends to count.
    public let since: Instant?
    public let forgottenAt: Instant?
    /// The first rung that more strikes than now reach, and how many it takes.
    public let next: String?
    public let nextAt: Int?
  }

  public let number: Int64
  /// How many events the author's chain has.
  public let events: Int64
  public let standings: [Standing]
  /// The latest events, the last one first.
  public let latest: [LedgerEvent]
  /// The program by which the standing is told: the one that decided last about the author.
  public let program: DecisionProgram?
}

extension Ledger {
  /// What is known of an author; nil where nothing is. It takes the same time however long the log is.
  ///
  /// - Parameters:
  ///   - identity: How the platform names the author.
  ///   - most: How many events are shown.
  public func author(_ identity: [UInt8], at now: Instant, most: Int = 20) throws(LedgerProblem) -> AuthorFile? {
    try store.read { session -> AuthorFile? in
      let row = try session.row(
        "SELECT number, place, at FROM authors WHERE identity = $1", [Cell(keys.key(.author, identity))])
      guard let row else { return nil }
      let number = try row.integer(0)
      let playbook = try session.latestPlaybook(of: number)
      let rules = try playbook.flatMap { try program(digest: $0.digest, session)?.engine.program }
      let latest = try session.events(
        "WHERE e.author = $1 ORDER BY e.place DESC LIMIT $2", [.integer(number), .integer(Int64(most))])
      let now = max(now, try row.instant(2))
      return AuthorFile(
        number: number, events: try row.integer(1),
        standings: try rules.map { try session.standings(of: number, at: now, in: $0) } ?? [],
        latest: latest.map(\.event), program: rules)
    }
  }
}

extension LedgerSession {
  fileprivate func standings(
    of author: Int64, at now: Instant, in program: DecisionProgram
  ) throws -> [AuthorFile.Standing] {
    let tables = BatchTables(GatheringSession(self))
    let standings = LadderStandings(tables)
    let rungs = try tables.ladders.value(author) ?? [:]
    return try program.ladders.map { ladder in
      let history = try standings.history(of: author, on: ladder, at: now, in: program.zone)
      let rung = rungs[Array(ladder.name.utf8)]?.text
      let next = ladder.rungs.first { ($0.strikes ?? 0) > history.strikes }
      return AuthorFile.Standing(
        ladder: ladder.name, strikes: history.strikes, rung: rung,
        done: history.done.map { String(decoding: $0, as: UTF8.self) }, since: history.since,
        forgottenAt: history.since.flatMap { since in ladder.forgetAfter?.ending(from: since, in: program.zone) },
        next: next?.name, nextAt: next?.strikes)
    }
  }
}
