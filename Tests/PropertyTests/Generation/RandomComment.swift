import DecisionModel

/// A random comment, in parts that can be taken away.
struct RandomComment: Sendable {
  var pieces: [String]
  var facts: [(name: String, value: JSONValue)] = []
  var histories: [(ladder: String, value: JSONValue)] = []
  /// How often actions were taken, and which wordings were said last.
  var brakes: [(action: String, count: Int)] = []
  var said: [(clause: String, index: Int)] = []
  /// When the author wrote before: `comments` and `same_text`.
  var earlier: [(history: AuthorHistory, value: JSONValue)] = []
  var modes: [String] = []
  var now = "2026-12-02T09:00:00Z"
  /// Facts of the language stand in their groups, not under their whole names.
  var grouped = true

  var text: String { pieces.joined(separator: " ") }

  func isGiven(_ fact: String) -> Bool { facts.contains { $0.name == fact } }

  /// The comment as a caller gives it.
  var json: JSONValue {
    var members = [JSONMember("id", .text("c-1")), JSONMember("text", .text(text)), JSONMember("now", .text(now))]
    for group in ["author", "post", "thread", "case"] where grouped {
      let inGroup = facts.filter { $0.name.hasPrefix(group + ".") }
      if !inGroup.isEmpty {
        members.append(
          JSONMember(group, .object(inGroup.map { JSONMember(String($0.name.dropFirst(group.count + 1)), $0.value) })))
      }
    }
    let others = facts.filter { !grouped || $0.name.hasPrefix("own.") }
    if !others.isEmpty { members.append(JSONMember("facts", .object(others.map { JSONMember($0.name, $0.value) }))) }
    let last = said.map { JSONMember($0.clause, .number(Double($0.index))) }
    let history =
      histories.map { JSONMember($0.ladder, $0.value) } + earlier.map { JSONMember($0.history.rawValue, $0.value) }
      + (last.isEmpty ? [] : [JSONMember("said", .object(last))])
    if !history.isEmpty { members.append(JSONMember("history", .object(history))) }
    if !modes.isEmpty { members.append(JSONMember("modes", .array(modes.map { .text($0) }))) }
    if !brakes.isEmpty {
      members.append(JSONMember("brakes", .object(brakes.map { JSONMember($0.action, .number(Double($0.count))) })))
    }
    return .object(members)
  }

  /// The comment on a line.
  var line: String { json.written }
}

extension JSONValue {
  var written: String {
    var writer = JSONWriter()
    writer.value(self)
    return writer.text
  }
}

extension Dice {
  /// A comment about which a playbook that knows these facts and ladders may say something.
  mutating func comment(facts: [KnownFact], ladders: [String], modes: [String]) -> RandomComment {
    let facts =
      facts.contains { $0.name == "author.id" } ? facts : facts + [KnownFact(name: "author.id", type: .identity)]
    var comment = RandomComment(pieces: list(0...9) { $0.pick(Vocabulary.pieces) })
    comment.facts = facts.filter { _ in chance(55) }.map { ($0.name, value(of: $0.type)) }
    comment.histories = ladders.filter { _ in chance(60) }.map { ($0, history()) }
    if chance(30), let place = comment.facts.firstIndex(where: { $0.name == "post.channel" }) {
      comment.facts[place].value = .text(pick(["channel-a", "channel-b"]))
    } else if chance(20), !comment.isGiven("post.channel") {
      comment.facts.append(("post.channel", .text(pick(["channel-a", "channel-b"]))))
    }
    if chance(40) { comment.brakes = pickSome(1...3, of: PlaybookAuthor.plainActions).map { ($0, number(0...4)) } }
    if chance(30) {
      comment.said = [("response.response-a.thank", number(0...2)), ("ladder.ladder-a.rung-0", number(0...2))]
    }
    comment.earlier = AuthorHistory.allCases.filter { _ in chance(55) }.map { ($0, earlier()) }
    comment.modes = modes.filter { _ in chance(50) }
    comment.grouped = chance(70)
    return comment
  }

  mutating func value(of type: FactType) -> JSONValue {
    switch type {
    case .number: .number(pick(Vocabulary.numberValues))
    case .yesNo: .bool(chance(50))
    case .word: .text(pick(Vocabulary.values))
    case .words: .array(pickSome(0...2, of: Vocabulary.values).map { .text($0) })
    case .text: .text(pick(Vocabulary.names))
    case .duration: chance(50) ? .number(pick(Vocabulary.durationValues)) : .text(pick(Vocabulary.durations))
    case .instant: .text(pick(Vocabulary.instantValues))
    case .identity: .text(pick(Vocabulary.identities))
    }
  }

  private mutating func earlier() -> JSONValue {
    .array(list(0...4) { .text($0.pick(Vocabulary.earlierInstants)) })
  }

  /// A number of strikes, or what is known of the author on the ladder.
  private mutating func history() -> JSONValue {
    let strikes = number(0...7)
    if chance(50) { return .number(Double(strikes)) }
    let done = pickSome(0...3, of: ["rung-0", "rung-1", "rung-2", "rung-3"])
    return .object([
      JSONMember("strikes", .number(Double(strikes))), JSONMember("done", .array(done.map { .text($0) })),
    ])
  }
}
