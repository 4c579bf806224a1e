public import DecisionModel
public import Diagnostics

extension Playbook {
  /// Every condition of the playbook, with those that it is made of.
  public var allConditions: [Condition] {
    let clauses =
      signals.map(\.clause) + categories.compactMap(\.clause) + escalations.map(\.clause)
      + responses.flatMap(\.steps).compactMap(\.clause)
    let alone = promises.flatMap { [$0.when, $0.unless] } + standards.map(\.avoid)
    let tops = clauses.flatMap { [$0.when, $0.unless] } + alone
    return tops.compactMap { $0 }.flatMap(\.withParts)
  }
}

/// Where a condition stands, and what it is made of.
public struct ConditionSpans: Sendable {
  public let span: Span
  /// Of the conditions that it joins, or of the items of its list, in their order.
  public let pieces: [ConditionSpans]

  public init(_ span: Span, _ pieces: [ConditionSpans] = []) {
    self.span = span
    self.pieces = pieces
  }
}

/// Where both sides of a clause stand.
public struct ClauseSpans: Sendable {
  public let when: ConditionSpans
  public let unless: ConditionSpans?

  public init(when: ConditionSpans, unless: ConditionSpans? = nil) {
    self.when = when
    self.unless = unless
  }
}
