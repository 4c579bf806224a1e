import DecisionEngine
import DecisionModel

/// What the ledger knows before a comment is decided, as the members of a comment's JSON.
struct Knowledge {
  let engine: Engine
  let modes: [String]
  let tables: BatchTables
  let past: Past

  private var rulebook: Rulebook { engine.rulebook }

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
    let modes = modes.filter { name in rulebook.program.modes.contains { $0.utf8.elementsEqual(name.utf8) } }
    if !modes.isEmpty { members.append(JSONMember("modes", .array(modes.map { .text($0) }))) }
    return members
  }

  // MARK: The author

  private func history(of author: Int64, _ asked: Asked) throws -> JSONValue {
    var members = try rulebook.program.ladders.map { ladder in
      JSONMember(ladder.name, try past.history(of: author, on: ladder, at: asked.now).json)
    }
    let said = try tables.said.value(author) ?? [:]
    if !said.isEmpty {
      let wordings = said.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      members.append(
        JSONMember("said", .object(wordings.map { JSONMember(key: $0.key, value: .number(Double($0.value))) })))
    }
    for (history, instants) in try past.instants(asked) {
      members.append(JSONMember(history.rawValue, .array(instants.map { .text($0.description) })))
    }
    return .object(members)
  }

  // MARK: Beside the author

  /// How often each action was taken in the window of its brake; no more than its bound are counted.
  private func brakes(at now: Instant) throws -> [JSONMember] {
    try rulebook.program.brakes.compactMap { brake in
      let count = try past.count(of: brake, at: now)
      return count > 0 ? JSONMember(brake.action, .number(Double(count))) : nil
    }
  }

  private func thread(_ thread: LedgerKey, _ asked: Asked) throws -> JSONValue {
    let known = try tables.threads.value(thread)
    let mine = try tables.threadAuthors.value(ThreadAuthor(thread: thread, author: asked.writer))
    let same = try tables.threadTexts.value(ThreadText(thread: thread, text: asked.text))
    let others = known.map { $0.authors - 1 + (mine == nil ? 1 : 0) } ?? 0
    let age = known.map { max(0, asked.now.seconds(since: $0.began)) } ?? 0
    return .object([
      JSONMember("joined_by", .number(Double(others))),
      JSONMember("category", .array(known?.categories ?? [])),
      JSONMember("age", .number(Double(age))),
      JSONMember("by_author", .number(Double((mine ?? 0) + 1))),
      JSONMember("same_text", .number(Double((same ?? 0) + 1))),
    ])
  }

  private func caseFacts(_ asked: Asked) throws -> [JSONMember] {
    let standing = try asked.case.flatMap { try tables.cases.value($0)?.standing } ?? CaseStanding()
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
