public import DecisionModel
public import Diagnostics

/// A list of terms.
public struct Lexicon: Sendable {
  public let definition: Definition
  public let terms: [WeightedTerm]
  public let except: [String]
  public let disguises: Bool
  public var examples: Examples
  /// Every term where it stands, also one that stands twice.
  public let places: [TermPlace]
  /// Every exception where it stands.
  public let exceptPlaces: [TermPlace]

  public init(
    definition: Definition, terms: [WeightedTerm], except: [String], disguises: Bool, examples: Examples,
    places: [TermPlace] = [], exceptPlaces: [TermPlace] = []
  ) {
    self.definition = definition
    self.terms = terms
    self.except = except
    self.disguises = disguises
    self.examples = examples
    self.places = places
    self.exceptPlaces = exceptPlaces
  }
}

/// A term where an author wrote it.
public struct TermPlace: Sendable {
  public let term: String
  /// Nil where the author gave none, so that it weighs 1.
  public let weight: Int?
  public let span: Span

  public init(term: String, weight: Int?, span: Span) {
    self.term = term
    self.weight = weight
    self.span = span
  }
}

/// A condition with a name.
public struct Signal: Sendable {
  public let definition: Definition
  public let clause: Clause
  /// Where the parts of the clause stand.
  public var spans: ClauseSpans?
  public var examples: Examples

  public init(definition: Definition, clause: Clause, examples: Examples) {
    self.definition = definition
    self.clause = clause
    self.examples = examples
  }
}

/// A kind of comment.
public struct Category: Sendable {
  public let definition: Definition
  public let houseRule: String?
  public let examples: Examples
  /// Nil for the last one, which holds where none above does.
  public let clause: Clause?
  public let response: String?
  public let orders: Orders
  public let ladder: String?
  /// What is said to the author.
  public var wordings: [Wording] = []
  /// How many strikes it counts for on the ladder.
  public var strikes = 1
  /// The rung that is taken at the least.
  public var noLowerThan: String?
  public var status = ClauseStatus.active
  /// Where the parts of the clause stand.
  public var spans: ClauseSpans?

  public init(
    definition: Definition, houseRule: String?, examples: Examples, clause: Clause?, response: String?, orders: Orders,
    ladder: String?
  ) {
    self.definition = definition
    self.houseRule = houseRule
    self.examples = examples
    self.clause = clause
    self.response = response
    self.orders = orders
    self.ladder = ladder
  }
}

/// Comments that show what is meant; each is executed.
public struct Examples: Sendable {
  public let positive: [Example]
  public let negative: [Example]

  public static let none = Examples(positive: [], negative: [])

  public init(positive: [Example], negative: [Example]) {
    self.positive = positive
    self.negative = negative
  }
}

public struct Example: Sendable {
  public let comment: TestComment
  public let span: Span
  /// The practices that it shows.
  public let covers: [String]

  public init(comment: TestComment, span: Span, covers: [String] = []) {
    self.comment = comment
    self.span = span
    self.covers = covers
  }
}
