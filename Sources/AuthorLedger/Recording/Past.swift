import DecisionEngine
import DecisionModel

/// What authors did before, over time: strikes that are live, comments in sliding windows, actions that brakes count.
struct Past {
  /// The texts that an author wrote, by the key of their normal form; nil stands for every text.
  struct Writing: Hashable {
    let author: Int64
    let text: [UInt8]?
  }

  private let program: DecisionProgram
  private let reach: HistoryReach
  private let tables: BatchTables
  private let standings: LadderStandings
  private let comments: Recurrences<Writing>
  private let copies: Recurrences<Writing>
  private let taken: Recurrences<String>

  init(_ program: DecisionProgram, _ reach: HistoryReach, _ tables: BatchTables) {
    self.program = program
    self.reach = reach
    self.tables = tables
    let session = tables.session
    standings = LadderStandings(tables)
    comments = Recurrences(
      """
      SELECT posted FROM comments WHERE author = $4 AND posted >= $1 AND posted <= $2 ORDER BY posted DESC LIMIT $3
      """, session
    ) { [.integer($0.author)] }
    copies = Recurrences(
      """
      SELECT posted FROM comments WHERE author = $4 AND text = $5 AND posted >= $1 AND posted <= $2
      ORDER BY posted DESC LIMIT $3
      """, session
    ) { [.integer($0.author), Cell($0.text)] }
    taken = Recurrences(
      "SELECT at FROM taken WHERE action = $4 AND at >= $1 AND at <= $2 ORDER BY at DESC LIMIT $3", session
    ) { [.text($0)] }
  }

  /// Reads at once what comments will be decided with.
  func know(_ asked: [Knowledge.Asked]) throws {
    let named = asked.filter { $0.author != nil }
    try standings.know(named.map { ($0.writer, $0.now) }, in: program)
    try tables.said.know(named.map(\.writer))
    for (history, recurrences) in [(AuthorHistory.comments, comments), (.sameText, copies)] {
      try recurrences.know(named.compactMap { question(history, $0) })
    }
  }

  /// How an author stands on a ladder at an instant.
  func history(of author: Int64, on ladder: LadderRule, at now: Instant) throws -> LadderHistory {
    try standings.history(of: author, on: ladder, at: now, in: program.zone)
  }

  // MARK: Windows

  /// When the author wrote before, the latest first: as many as make a difference.
  func instants(_ asked: Knowledge.Asked) throws -> [(AuthorHistory, [Instant])] {
    try AuthorHistory.allCases.compactMap { history in
      guard let question = question(history, asked) else { return nil }
      return (history, try (history == .sameText ? copies : comments).latest(question))
    }
  }

  func count(of brake: BrakeRule, at now: Instant) throws -> Int {
    let from = brake.window.earliestStart(endingAfter: now, in: program.zone)
    return try taken.latest(.init(key: brake.action, from: from, to: .latest, most: max(1, brake.atMost))).count
  }

  private func question(
    _ history: AuthorHistory, _ asked: Knowledge.Asked
  ) -> Recurrences<Writing>.Question? {
    reach.window(of: history, at: asked.posted, in: program.zone).map { window in
      let key = Writing(author: asked.writer, text: history == .sameText ? asked.text : nil)
      return .init(key: key, from: window.from, to: asked.posted, most: window.most)
    }
  }

  /// A comment was decided about.
  func add(_ comment: DecidedComment, at: Instant, _ asked: Knowledge.Asked) {
    comments.add(comment.posted, Writing(author: asked.writer, text: nil))
    copies.add(comment.posted, Writing(author: asked.writer, text: asked.text))
    for action in comment.braked { taken.add(at, action) }
  }
}
