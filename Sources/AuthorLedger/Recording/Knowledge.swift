import DecisionEngine
import DecisionModel

/// What the ledger knows before a comment is decided, as the members of a comment's JSON.
struct Knowledge {
  let session: any LedgerSession
  let engine: Engine
  let reach: HistoryReach
  let modes: [String]

  private var program: DecisionProgram { engine.program }

  /// Who wrote, where, and what.
  struct Asked {
    /// Nil where nobody is named: then nothing is known of what they did before.
    var author: Int64?
    /// Whose chain the comment stands in.
    var writer: Int64
    var thread: LedgerKey?
    var `case`: Int64?
    var text: [UInt8]
    var posted: Instant
    var now: Instant
  }

  func members(about asked: Asked) throws -> [JSONMember] {
    var members = [JSONMember("now", .text(asked.now.description))]
    if let author = asked.author { members.append(JSONMember("history", try history(of: author, asked))) }
    let brakes = try self.brakes(at: asked.now)
    if !brakes.isEmpty { members.append(JSONMember("brakes", .object(brakes))) }
    if let thread = asked.thread { members.append(JSONMember("thread", try self.thread(thread, asked))) }
    members.append(JSONMember("case", .object(try caseFacts(asked))))
    let modes = modes.filter { name in program.modes.contains { $0.utf8.elementsEqual(name.utf8) } }
    if !modes.isEmpty { members.append(JSONMember("modes", .array(modes.map { .text($0) }))) }
    return members
  }

  // MARK: The author

  private func history(of author: Int64, _ asked: Asked) throws -> JSONValue {
    var members: [JSONMember] = []
    let struck = try session.rows("SELECT ladder FROM ladders WHERE author = $1", [.integer(author)])
    for ladder in program.ladders {
      let isStruck = try struck.contains { try $0.bytes(0).elementsEqual(ladder.name.utf8) }
      let history =
        isStruck
        ? try session.history(of: author, on: ladder, at: asked.now, in: program.zone) : LadderHistory(strikes: 0)
      members.append(JSONMember(ladder.name, history.json))
    }
    let said = try session.rows(
      "SELECT clause, wording FROM said WHERE author = $1 ORDER BY clause", [.integer(author)])
    if !said.isEmpty {
      members.append(
        JSONMember(
          "said", .object(try said.map { JSONMember(key: try $0.bytes(0), value: .number(Double(try $0.integer(1)))) }))
      )
    }
    for history in AuthorHistory.allCases {
      guard let window = reach.window(of: history, at: asked.posted, in: program.zone) else { continue }
      members.append(JSONMember(history.rawValue, .array(try instants(of: history, author, asked, window))))
    }
    return .object(members)
  }

  /// When the author wrote before, the latest first: as many as make a difference.
  private func instants(
    of history: AuthorHistory, _ author: Int64, _ asked: Asked, _ window: (from: Instant, most: Int)
  ) throws -> [JSONValue] {
    let isSameText = history == .sameText
    let rows = try session.rows(
      """
      SELECT posted FROM comments WHERE author = $1 AND posted >= $2 AND posted <= $3\(isSameText ? " AND text = $5" : "")
      ORDER BY posted DESC LIMIT $4
      """,
      [.integer(author), .instant(window.from), .instant(asked.posted), .integer(Int64(window.most))]
        + (isSameText ? [.bytes(asked.text)] : []))
    return try rows.map { .text(try $0.instant(0).description) }
  }

  // MARK: Beside the author

  /// How often each action was taken in the window of its brake; no more than its bound are counted.
  private func brakes(at now: Instant) throws -> [JSONMember] {
    try program.brakes.compactMap { brake in
      let from = brake.window.earliestStart(endingAfter: now, in: program.zone)
      let count = try session.row(
        "SELECT count(*) FROM (SELECT 1 FROM taken WHERE action = $1 AND at >= $2 LIMIT $3) AS latest",
        [.text(brake.action), .instant(from), .integer(Int64(max(1, brake.atMost)))])?.integer(0)
      guard let count, count > 0 else { return nil }
      return JSONMember(brake.action, .number(Double(count)))
    }
  }

  private func thread(_ thread: LedgerKey, _ asked: Asked) throws -> JSONValue {
    let here: [Cell] = [Cell(thread), .integer(asked.writer)]
    let known = try session.row(
      "SELECT first_author, began, authors, categories FROM threads WHERE thread = $1", [Cell(thread)])
    let mine = try session.row("SELECT comments FROM thread_authors WHERE thread = $1 AND author = $2", here)
    let same = try session.row(
      "SELECT comments FROM thread_texts WHERE thread = $1 AND text = $2", [Cell(thread), .bytes(asked.text)])
    let others = try known.map { try $0.integer(2) - 1 + (mine == nil ? 1 : 0) } ?? 0
    let age = try known.map { max(0, asked.now.seconds(since: try $0.instant(1))) } ?? 0
    let categories = try known.map { try JSONValue(parsing: $0.bytes(3)) } ?? .array([])
    return .object([
      JSONMember("joined_by", .number(Double(others))),
      JSONMember("category", categories),
      JSONMember("age", .number(Double(age))),
      JSONMember("by_author", .number(Double(try mine?.integer(0) ?? 0) + 1)),
      JSONMember("same_text", .number(Double(try same?.integer(0) ?? 0) + 1)),
    ])
  }

  private func caseFacts(_ asked: Asked) throws -> [JSONMember] {
    let standing = try asked.case.flatMap { try session.standing(ofCase: $0) } ?? CaseStanding()
    return standing.facts(at: asked.now)
  }
}

extension LadderHistory {
  /// As a comment gives it.
  fileprivate var json: JSONValue {
    var members = [JSONMember("strikes", .number(Double(strikes)))]
    if !done.isEmpty { members.append(JSONMember("done", .array(done.map { .string($0) }))) }
    if let since { members.append(JSONMember("since", .text(since.description))) }
    return .object(members)
  }
}
