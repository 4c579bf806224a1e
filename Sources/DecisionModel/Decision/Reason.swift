/// A clause that took part in a decision, and what it found.
public struct Reason: Sendable {
  public let place: ClausePlace
  public let found: [Found]

  public init(place: ClausePlace, found: [Found] = []) {
    self.place = place
    self.found = found
  }
}

/// What made a condition true.
public enum Found: Sendable {
  case term(lexicon: String, term: String, TextHit)
  case phrase(String, TextHit)
  /// A regular expression.
  case expression(String, TextHit)
  /// A link, and the host as the playbook names it.
  case link(String, TextHit)
  /// A fact, its value (nil where it is not given, and the test is `unknown`) and the words of the test.
  case fact(String, value: JSONValue?, test: String)
  /// A measure of the text, such as `text.words`.
  case measure(String, value: Double, test: String)
}

extension Found {
  /// Where it stands in the text.
  public var hit: TextHit? {
    switch self {
    case .term(_, _, let hit), .phrase(_, let hit), .expression(_, let hit), .link(_, let hit): hit
    case .fact, .measure: nil
    }
  }
}

/// A place in a comment's text.
public struct TextHit: Hashable, Sendable {
  /// What stands there, as it was written.
  public let text: [UInt8]
  /// In Unicode scalars from the start of the text.
  public let range: Range<Int>
  /// Whether the letters were disguised: `1d10t`.
  public let isDisguised: Bool

  public init(text: [UInt8], range: Range<Int>, isDisguised: Bool = false) {
    self.text = text
    self.range = range
    self.isDisguised = isDisguised
  }
}
