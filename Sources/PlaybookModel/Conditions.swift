public import DecisionModel

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
