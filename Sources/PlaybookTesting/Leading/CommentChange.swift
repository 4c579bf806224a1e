public import DecisionModel

/// One thing in which a comment differs from another: what is changed in its text, or in what is known beside it.
public enum CommentChange: Hashable, Sendable {
  /// It says more, behind what it says.
  case say(String)
  /// It says something else.
  case write(String)
  /// It says something no more: what is left out, and the text without it.
  case leaveOut([String], leaving: String)
  case give(fact: String, JSONValue)
  case withhold(fact: String)
  case strikes(Int, on: String)
  /// The author wrote before, at these instants.
  case earlier(AuthorHistory, [Instant])
  case mode(String)
  case noMode
  case posted(Instant)
}

extension CommentChange {
  /// The comment with the change, as tests write comments.
  func applied(to comment: JSONValue) -> JSONValue {
    switch self {
    case .say(let more): comment.saying(more)
    case .write(let text), .leaveOut(_, leaving: let text): comment.setting("text", .text(text))
    case .give(let fact, let value): comment.setting(fact: fact, value)
    case .withhold(let fact): comment.removing(fact: fact)
    case .strikes(let strikes, let ladder): comment.setting(strikes: strikes, on: ladder)
    case .earlier(let history, let instants):
      comment.setting("history", history.rawValue, .array(instants.map { .text($0.description) })).writtenBySomebody
    case .mode(let name): comment.setting("modes", .array([.text(name)]))
    case .noMode: comment.removing("modes")
    case .posted(let instant): comment.setting("post", "at", .text(instant.description))
    }
  }

  /// Whether the two change the same, so that the later one takes the place of the earlier.
  func replaces(_ other: CommentChange) -> Bool {
    switch (self, other) {
    case (.give(let fact, _), .give(let same, _)), (.give(let fact, _), .withhold(let same)),
      (.withhold(let fact), .give(let same, _)):
      fact.utf8.elementsEqual(same.utf8)
    case (.strikes(_, let ladder), .strikes(_, let same)): ladder.utf8.elementsEqual(same.utf8)
    case (.earlier(let history, _), .earlier(let same, _)): history == same
    case (.mode, .mode), (.mode, .noMode), (.noMode, .mode), (.posted, .posted): true
    case (.write, .say), (.write, .write), (.write, .leaveOut): true
    default: false
    }
  }

  /// What to do, as one would tell somebody: `say “refund”`, `give post.rating: 2`.
  public var words: String {
    switch self {
    case .say(let more): "say “\(more)” too"
    case .write(let text): "write “\(text)” in its place"
    case .leaveOut(let parts, _): "leave out \(parts.map { "“\($0)”" }.joined(separator: ", "))"
    case .give(let fact, let value): "make \(fact) \(value.yaml)"
    case .withhold(let fact): "do not give \(fact)"
    case .strikes(let strikes, let ladder): "make history.\(ladder) \(strikes)"
    case .earlier(let history, let instants): "make \(history.name) \(instants.count + 1)"
    case .mode(let name): "switch the mode \(name) on"
    case .noMode: "switch the modes off"
    case .posted(let instant): "post it at \(instant)"
    }
  }
}

extension JSONValue {
  /// The comment with some changes, one after the other.
  public func changed(by changes: [CommentChange]) -> JSONValue { changes.reduce(self) { $1.applied(to: $0) } }
}
