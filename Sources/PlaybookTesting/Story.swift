import CommentText
import DecisionEngine
import DecisionModel
import DecisionOracle
import PlaybookModel

/// A story on one clock: it keeps the threads and every author's history, as the ledger does in life.
struct Story {
  let bench: TestBench
  private var authors: [[UInt8]: AuthorRecord] = [:]
  private var threads: [[UInt8]: ThreadRecord] = [:]
  /// What is still to be done about the last comment of each author.
  private var followUps: [[UInt8]: [FollowUp]] = [:]
  private var modes: [String] = []
  private var commentsSoFar: Int64 = 0

  init(bench: TestBench) { self.bench = bench }

  /// Lets one step happen; what came out otherwise than expected.
  mutating func play(_ step: StoryStep) -> [Mismatch] {
    let author = Array((step.author ?? "").utf8)
    switch step.happening {
    case .comment(let comment, let thread):
      let decision = decide(comment, by: author, in: thread.map { Array($0.utf8) }, at: step.at)
      return step.expectation.map { bench.mismatches(of: decision, with: $0, postedAt: step.at) } ?? []
    case .done(let deed):
      authors[author, default: .init()].done(deed, at: step.at, ladders: bench.program.ladders)
    case .event("appeal_upheld", _, let comment?):
      authors[author, default: .init()].takeBackStrikes(for: Array(comment.utf8))
    case .event("appeal_upheld", let ladder, nil):
      authors[author, default: .init()].takeBackLatestStrike(on: ladder)
    case .event("pardon", let ladder, _):
      authors[author, default: .init()].pardon(on: ladder)
    case .mode(let mode, let isOn):
      modes.removeAll { $0 == mode }
      if isOn { modes.append(mode) }
    case .event(let event, _, _):
      let program = bench.program
      followUps[author]?.begin(with: event, at: step.at, in: program)
    case .nothing: break
    }
    return step.expectation.map { bench.mismatches(of: followUps[author] ?? [], with: $0, postedAt: step.at) } ?? []
  }

  private mutating func decide(_ comment: TestComment, by author: [UInt8], in thread: [UInt8]?, at: Instant) -> Decision
  {
    commentsSoFar += 1
    var json = comment.json
      .filling("id", .text("story-\(commentsSoFar)"))
      .filling("now", .text(at.description))
      .filling("post", "at", .text(at.description))
      .filling("modes", .array(modes.map { .text($0) }))
    var counted: [String: Int] = [:]
    if !author.isEmpty {
      var record = authors[author, default: .init()]
      record.takeBackStrikes(for: json["id"]?.string ?? [])
      json = json.filling("author", "id", .string(author))
      for ladder in bench.program.ladders {
        let history = record.history(on: ladder, at: at, in: bench.program.zone)
        counted[ladder.name] = history.strikes
        json = json.filling("history", ladder.name, history.json)
      }
      authors[author] = record
    }
    let text = normalised(comment.json["text"]?.string ?? [])
    if let thread { json = threads[thread, default: .init()].filling(json, thread, by: author, text, at: at) }
    let decision = decide(json, by: author, at: at)
    let posted = bench.posted(TestComment(json: json))
    for standing in decision.ladders + decision.shadowLadders {
      let weight = standing.strikes - counted[standing.ladder, default: 0]
      authors[author, default: .init()].strike(
        commentsSoFar, standing, weight: weight, for: json["id"]?.string ?? [], at: posted)
    }
    followUps[author] = decision.followUps
    if let thread { threads[thread, default: .init()].add(text, by: author, at: at, category: decision.category) }
    return decision
  }
}

extension Story {
  /// Decides about a comment, and remembers it with what else its author wrote. (Long histories do not go through JSON.)
  private mutating func decide(_ json: JSONValue, by author: [UInt8], at: Instant) -> Decision {
    guard !author.isEmpty, var comment = try? bench.decider.comment(json, now: at) else {
      return bench.decider.decide(json: json, now: at)
    }
    let text = normalised(comment.text)
    let earlier = authors[author, default: .init()].earlier(text)
    comment.earlier.merge(earlier) { given, _ in given }
    authors[author, default: .init()].wrote(text, at: at)
    return bench.decider.decide(comment)
  }
}

/// What is remembered of one author.
private struct AuthorRecord {
  /// By the ladder.
  private var ladders: [String: LadderRecord] = [:]
  /// The decisions about each comment, by its name: of an edited one there are several.
  private var decisions: [[UInt8]: [Int64]] = [:]
  private var comments: [Instant] = []
  /// By the text in its normal form.
  private var sameTexts: [[UInt8]: [Instant]] = [:]

  mutating func wrote(_ text: [UInt8], at: Instant) {
    comments.append(at)
    sameTexts[text, default: []].append(at)
  }

  func earlier(_ text: [UInt8]) -> [AuthorHistory: [Instant]] {
    [.comments: comments, .sameText: sameTexts[text] ?? []]
  }

  mutating func strike(_ decision: Int64, _ standing: LadderStanding, weight: Int, for comment: [UInt8], at: Instant) {
    ladders[standing.ladder, default: .init()].strike(by: decision, weight: weight, rung: standing.rung, at: at)
    decisions[comment, default: []].append(decision)
  }

  /// An edited comment is judged anew: its old strikes are taken back before that.
  mutating func takeBackStrikes(for comment: [UInt8]) {
    for decision in decisions[comment] ?? [] {
      for ladder in ladders.keys { ladders[ladder]?.takeBack(decision: decision) }
    }
  }

  mutating func done(_ deed: String, at: Instant, ladders rules: [LadderRule]) {
    for rule in rules {
      for rung in rule.rungs(carriedOutBy: deed, ordered: ladders[rule.name]?.rung) {
        ladders[rule.name, default: .init()].carryOut(rung, at: at)
      }
    }
  }

  /// The strike that fell last on a ladder, or on any.
  mutating func takeBackLatestStrike(on ladder: String?) {
    let strikes = ladders.flatMap { name, record in record.strikes.map { (name: name, decision: $0.decision) } }
    let latest = strikes.filter { ladder == nil || $0.name == ladder }.max { $0.decision < $1.decision }
    if let latest { ladders[latest.name]?.takeBack(decision: latest.decision) }
  }

  mutating func pardon(on ladder: String?) {
    for name in ladders.keys where ladder == nil || name == ladder { ladders[name]?.pardon() }
  }

  func history(on ladder: LadderRule, at: Instant, in zone: ZoneTable) -> LadderHistory {
    (ladders[ladder.name] ?? LadderRecord()).history(at: at, on: ladder, in: zone)
  }
}

extension [FollowUp] {
  /// What happened begins the time of what waited for it; what is done again until the case is resolved ends with it.
  fileprivate mutating func begin(with event: String, at: Instant, in program: DecisionProgram) {
    guard let event = FollowUpRule.Start(rawValue: event) else { return }
    removeAll { $0.isEnded(by: event) }
    for place in indices { self[place].begin(with: event, at: at, in: program) }
  }
}

/// What is remembered of one thread.
private struct ThreadRecord {
  private var authors: [[UInt8]] = []
  private var categories: [String] = []
  private var began: Instant?
  private var counts: [[UInt8]: Int] = [:]
  private var texts: [[UInt8]: Int] = [:]

  /// The comment with what is known of the thread: what earlier comments were, how many others wrote, this author
  /// included, and how much of it is this author's or says the same, this comment included.
  func filling(_ json: JSONValue, _ thread: [UInt8], by author: [UInt8], _ text: [UInt8], at: Instant) -> JSONValue {
    let others = Set(authors + [author]).subtracting(authors.first.map { [$0] } ?? [author])
    let known: [(String, JSONValue)] = [
      ("id", .string(thread)), ("joined_by", .number(Double(others.count))),
      ("category", .array(categories.map { .text($0) })),
      ("age", .number(Double(max(0, at.seconds(since: began ?? at))))),
      ("by_author", .number(Double(counts[author, default: 0] + 1))),
      ("same_text", .number(Double(texts[text, default: 0] + 1))),
    ]
    return known.reduce(json) { $0.filling("thread", $1.0, $1.1) }
  }

  mutating func add(_ text: [UInt8], by author: [UInt8], at: Instant, category: String?) {
    authors.append(author)
    began = began ?? at
    counts[author, default: 0] += 1
    texts[text, default: 0] += 1
    if let category, !categories.contains(category) { categories.append(category) }
  }
}

extension LadderHistory {
  fileprivate var json: JSONValue {
    guard let since else { return .object([JSONMember("strikes", .number(Double(strikes)))]) }
    return .object([
      JSONMember("strikes", .number(Double(strikes))),
      JSONMember("done", .array(done.map { .string($0) })),
      JSONMember("since", .text(since.description)),
    ])
  }
}

extension JSONValue {
  /// The object with a member that it lacks.
  fileprivate func filling(_ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self, self[key] == nil else { return self }
    return .object(members + [JSONMember(key, value)])
  }

  /// The object with a member in one of its objects that it lacks there.
  fileprivate func filling(_ group: String, _ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    guard let inner = self[group] else { return filling(group, .object([JSONMember(key, value)])) }
    return .object(members.map { $0.keyText == group ? JSONMember(group, inner.filling(key, value)) : $0 })
  }
}
