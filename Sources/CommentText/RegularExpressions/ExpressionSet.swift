/// Regular expressions that are looked for together.
public struct ExpressionSet: Sendable {
  private let expressions: [RegularExpression]

  public init(_ expressions: [RegularExpression]) { self.expressions = expressions }

  /// The first place of each that is found, in the order of the text; a place may be empty.
  public func firstOccurrences(in text: WrittenText) -> [TermOccurrence] {
    expressions.enumerated().compactMap { term, expression in
      expression.firstMatch(in: text).map { TermOccurrence(term: term, range: $0, disguised: false) }
    }.sorted { $0.isBefore($1) }
  }
}
