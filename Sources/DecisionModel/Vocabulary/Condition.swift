/// A condition with its names resolved: what the author wrote, without YAML.
public indirect enum Condition: Hashable, Sendable {
  case all([Condition])
  case any([Condition])
  case none([Condition])
  case not(Condition)
  /// So many of the conditions hold.
  case count([Condition], NumberTest)
  case signal(String)
  /// One of the phrases is in the text.
  case says([String])
  /// A term of the lexicon is in the text.
  case uses(String)
  /// One of the regular expressions is found in the text.
  case matches([String])
  /// A link in the text leads to one of the hosts, or below it.
  case linksTo([String])
  /// So many distinct terms of the lexicon are in the text.
  case termCount(String, NumberTest)
  /// The weights of the distinct terms found add up so.
  case score(String, NumberTest)
  case measure(Measure, NumberTest)
  case fact(String, FactTest)
  /// So many live strikes on the ladder before this comment.
  case strikes(String, NumberTest)
  /// The comment came within the hours of the team.
  case timeOpen(String)
  /// So many comments of a kind did the author write in the length of time that ends with this one, this one included.
  case history(AuthorHistory, in: Length, NumberTest)
  /// One of the modes is on.
  case mode([String])
  case category([String])
  case escalation([String])
  /// A key of the language that has no effect yet: neither true nor false.
  case withoutEffect(String)
}

/// `when` and `unless`, settled apart: the clause holds when its `when` does and its `unless` does not.
public struct Clause: Hashable, Sendable {
  public let when: Condition
  public let unless: Condition?

  public init(when: Condition, unless: Condition? = nil) {
    self.when = when
    self.unless = unless
  }
}

/// Which of an author's comments are counted.
public enum AuthorHistory: String, Hashable, Sendable, CaseIterable {
  case comments
  /// Those with the same text, as far as texts are the same to a phrase: after normalisation.
  case sameText = "same_text"

  /// The key in a condition and the name in a decision: `history.comments`.
  public var name: String { "history.\(rawValue)" }
}

/// What is measured of a text.
public enum Measure: String, Hashable, Sendable, CaseIterable {
  case length, words, capitals, exclamations, questions, links, mentions, hashtags, emoji
  case longestRun = "longest_run"

  /// The key in a condition and the name in a decision: `text.capitals`.
  public var name: String { "text.\(rawValue)" }
}
