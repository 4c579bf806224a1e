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
  private var commentsSoFar = 0

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
    case .event("appeal_upheld", let ladder):
      authors[author, default: .init()].forgetLatestStrike(on: ladder)
    case .event("pardon", let ladder):
      authors[author, default: .init()].forgetAllStrikes(on: ladder)
    case .mode(let mode, let isOn):
      modes.removeAll { $0 == mode }
      if isOn { modes.append(mode) }
    case .event(let event, _):
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
    if !author.isEmpty {
      var record = authors[author, default: .init()]
      record.takeBackStrikes(for: json["id"]?.string ?? [])
      json = json.filling("author", "id", .string(author))
      for ladder in bench.program.ladders {
        json = json.filling("history", ladder.name, record.standing(on: ladder, at: at, in: bench.program.zone))
      }
      authors[author] = record
    }
    let text = normalised(comment.json["text"]?.string ?? [])
    if let thread { json = threads[thread, default: .init()].filling(json, thread, by: author, text, at: at) }
    let decision = decide(json, by: author, at: at)
    let posted = bench.posted(TestComment(json: json))
    for standing in decision.ladders + decision.shadowLadders {
      authors[author, default: .init()].strike(on: standing, for: json["id"]?.string ?? [], at: posted)
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
  private struct Strike {
    let ladder: String
    /// The comment that brought it, and how many strikes it counts for.
    let comment: [UInt8]
    let weight: Int
    let at: Instant
  }

  private struct Deed {
    let ladder: String
    let rung: String
    let at: Instant
  }

  private var strikes: [Strike] = []
  private var deeds: [Deed] = []
  /// The rung that was last ordered on each ladder.
  private var rungs: [String: String] = [:]
  /// How many strikes on each ladder were live when the author was last judged.
  private var counted: [String: Int] = [:]

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

  /// A strike is never before the author's latest.
  mutating func strike(on standing: LadderStanding, for comment: [UInt8], at: Instant) {
    let latest = strikes.filter { $0.ladder == standing.ladder }.map(\.at).max() ?? at
    let weight = standing.strikes - counted[standing.ladder, default: 0]
    strikes.append(Strike(ladder: standing.ladder, comment: comment, weight: max(1, weight), at: max(at, latest)))
    rungs[standing.ladder] = standing.rung
  }

  /// An edited comment is judged anew: its old strikes are taken back before that.
  mutating func takeBackStrikes(for comment: [UInt8]) { strikes.removeAll { $0.comment == comment } }

  /// A rung was carried out, or an action that the rung last ordered has.
  mutating func done(_ deed: String, at: Instant, ladders: [LadderRule]) {
    for ladder in ladders {
      for rung in ladder.rungs {
        let isOrdered = rungs[ladder.name] == rung.name && rung.must.contains { $0.action == deed }
        if rung.name == deed || isOrdered { deeds.append(Deed(ladder: ladder.name, rung: rung.name, at: at)) }
      }
    }
  }

  mutating func forgetLatestStrike(on ladder: String?) {
    if let index = strikes.lastIndex(where: { ladder == nil || $0.ladder == ladder }) { strikes.remove(at: index) }
  }

  mutating func forgetAllStrikes(on ladder: String?) {
    strikes.removeAll { ladder == nil || $0.ladder == ladder }
  }

  /// The live strikes, their oldest instant, and the rungs carried out since then: a strike is live for the ladder's
  /// `forget_after` from its instant, the end excluded.
  mutating func standing(on ladder: LadderRule, at: Instant, in zone: ZoneTable) -> JSONValue {
    let live = strikes.filter { strike in
      strike.ladder == ladder.name && (ladder.forgetAfter.map { at < $0.ending(from: strike.at, in: zone) } ?? true)
    }
    let count = live.map(\.weight).reduce(0, +)
    counted[ladder.name] = count
    guard let oldest = live.map(\.at).min() else { return .object([JSONMember("strikes", .number(0))]) }
    let done = deeds.filter { $0.ladder == ladder.name && $0.at >= oldest }.map { JSONValue.text($0.rung) }
    return .object([
      JSONMember("strikes", .number(Double(count))),
      JSONMember("done", .array(done)),
      JSONMember("since", .text(oldest.description)),
    ])
  }
}

extension [FollowUp] {
  /// What happened begins the time of what waited for it; what is done again until the case is resolved ends with it.
  fileprivate mutating func begin(with event: String, at: Instant, in program: DecisionProgram) {
    guard let event = FollowUpRule.Start(rawValue: event) else { return }
    if event == .resolved { removeAll(where: \.untilResolved) }
    for place in indices where self[place].since == event && self[place].due == nil {
      let hours = program.teams.first { $0.name == self[place].owner }?.hours ?? .always
      self[place].due = self[place].after?.ending(from: at, of: hours, in: program.zone) ?? at
    }
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
