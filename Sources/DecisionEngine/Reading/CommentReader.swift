package import DecisionModel

/// Reads a comment from JSON: its keys are those of the language's tests.
package struct CommentReader {
  private let rulebook: Rulebook
  /// The normal form of a word.
  private let normalised: ([UInt8]) -> [UInt8]
  private var comment: Comment

  /// What stands in a comment.
  private enum Key: String, CaseIterable {
    case id, text, now, channel, facts, history, author, post, thread, modes, brakes
    case enquiry = "case"

    init?(_ key: [UInt8]) {
      guard let found = Key.allCases.first(where: { $0.rawValue.utf8.elementsEqual(key) }) else { return nil }
      self = found
    }
  }

  package init(_ rulebook: Rulebook, now: Instant, normalised: @escaping ([UInt8]) -> [UInt8]) {
    self.rulebook = rulebook
    self.normalised = normalised
    comment = Comment(text: [], now: now)
  }

  package mutating func read(_ json: JSONValue) throws(CommentProblem) -> Comment {
    guard let members = json.object else { throw CommentProblem("A comment is an object.") }
    guard json["text"] != nil else { throw CommentProblem("The comment has no `text`.") }
    for member in members { try read(member) }
    return comment
  }

  private mutating func read(_ member: JSONMember) throws(CommentProblem) {
    let (key, value) = (member.keyText, member.value)
    switch Key(member.key) {
    case .id: comment.id = try value.identity(key)
    case .text: comment.text = try value.bytes(key)
    case .now: comment.now = try value.instant(key, in: rulebook.program.zone)
    case .channel: try give(Array("post.channel".utf8), as: key, value)
    case .facts: try read(facts: value)
    case .history: try read(history: value)
    case .modes: try read(modes: value)
    case .author, .post, .thread, .enquiry: try read(group: key, value)
    case .brakes: try read(brakes: value)
    case nil: comment.unknownKeys.append(key)
    }
  }

  /// Facts of the language: `{"followers": 12000}` under `author`.
  private mutating func read(group: String, _ value: JSONValue) throws(CommentProblem) {
    for member in try value.members(group) {
      try give(Array("\(group).".utf8) + member.key, as: "\(group).\(member.keyText)", member.value)
    }
  }

  /// Facts by their whole name.
  private mutating func read(facts value: JSONValue) throws(CommentProblem) {
    for member in try value.members("facts") { try give(member.key, as: "facts.\(member.keyText)", member.value) }
  }

  /// The modes that are on; those that the playbook does not have are named with the unknown keys.
  private mutating func read(modes value: JSONValue) throws(CommentProblem) {
    for name in value.isNull ? [] : try value.texts("modes") {
      if let place = rulebook.names.modes[name] {
        comment.modes.insert(place)
      } else {
        comment.unknownKeys.append("modes.\(String(decoding: name, as: UTF8.self))")
      }
    }
  }

  /// Takes over a fact. What is `null` is not given.
  private mutating func give(_ fact: [UInt8], as key: String, _ value: JSONValue) throws(CommentProblem) {
    guard let place = rulebook.names.facts[fact] else { return comment.unknownKeys.append(key) }
    guard !value.isNull else { return }
    let given = try value.fact(key, of: rulebook.program.facts[place].type, in: rulebook.program.zone, normalised)
    guard comment.facts.updateValue(given, forKey: place) == nil else {
      throw CommentProblem("The fact `\(rulebook.program.facts[place].name)` is given twice.")
    }
  }
}

// What the author did before.
extension CommentReader {
  /// How often each action was taken so far.
  private mutating func read(brakes value: JSONValue) throws(CommentProblem) {
    for member in try value.members("brakes") {
      let key = "brakes.\(member.keyText)"
      guard let place = rulebook.names.actions[member.key] else {
        comment.unknownKeys.append(key)
        continue
      }
      comment.brakes[place] = try member.value.count(key)
    }
  }

  /// Which wording of each clause the author was given last. A clause that the playbook does not have any more is one
  /// of an earlier version.
  private mutating func read(said value: JSONValue) throws(CommentProblem) {
    for member in try value.members("history.said") {
      comment.said[member.key] = try member.value.count("history.said.\(member.keyText)")
    }
  }

  private mutating func read(history value: JSONValue) throws(CommentProblem) {
    for member in try value.members("history") {
      let key = "history.\(member.keyText)"
      if member.key.elementsEqual("said".utf8) {
        try read(said: member.value)
      } else if let history = AuthorHistory.allCases.first(where: { $0.rawValue.utf8.elementsEqual(member.key) }) {
        try read(earlier: history, key, member.value)
      } else if let place = rulebook.names.ladders[member.key] {
        comment.histories[place] = try history(key, member.value, on: rulebook.program.ladders[place])
      } else {
        comment.unknownKeys.append(key)
      }
    }
  }

  /// When the author wrote before, one instant for each comment.
  private mutating func read(
    earlier history: AuthorHistory, _ key: String, _ value: JSONValue
  ) throws(CommentProblem) {
    if value.isNull { return }
    var instants: [Instant] = []
    for instant in try value.elements(key) { instants.append(try instant.instant(key, in: rulebook.program.zone)) }
    comment.earlier[history] = instants
  }

  /// A number of strikes, or an object with `strikes`, `done` and `since`.
  private mutating func history(
    _ key: String, _ value: JSONValue, on ladder: LadderRule
  ) throws(CommentProblem) -> LadderHistory? {
    if value.isNull { return nil }
    if value.number != nil { return LadderHistory(strikes: try value.strikes(key), doneAllOf: ladder) }
    guard let members = value.object else { throw CommentProblem("`\(key)` is neither a number nor an object.") }
    guard let strikes = value["strikes"] else { throw CommentProblem("`\(key)` has no `strikes`.") }
    let known = ["strikes", "done", "since"].map { Array($0.utf8) }
    comment.unknownKeys += members.filter { !known.contains($0.key) }.map { "\(key).\($0.keyText)" }
    var history = LadderHistory(strikes: try strikes.strikes("\(key).strikes"))
    if let done = value["done"] { history.done = try done.texts("\(key).done") }
    if let since = value["since"] { history.since = try since.instant("\(key).since", in: rulebook.program.zone) }
    return history
  }
}
