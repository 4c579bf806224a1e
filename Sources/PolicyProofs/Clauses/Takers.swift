public import DecisionModel

/// A clause, and others that may go before it.
public struct TakenQuestion: Sendable {
  public let clause: Clause
  public let before: [PolicyClause]
  public let afterCategories: Bool

  public init(_ clause: Clause, before: [PolicyClause], afterCategories: Bool = false) {
    self.clause = clause
    self.before = before
    self.afterCategories = afterCategories
  }
}

extension PolicyProofs {
  /// For each of some clauses those others that take every comment which meets it, as few as are enough for that; nil
  /// where they leave one, or where no comment meets it at all.
  public mutating func takers(of questions: [TakenQuestion]) -> [[PolicyClause]?] {
    let literals = questions.map { formula.holds($0.clause, afterCategories: $0.afterCategories) }
    let isShown = showPossible(
      zip(literals, questions).map { literal, question in
        ([literal], question.before.map { !formula.literal(of: $0) })
      })
    return questions.indices.map { place in
      isShown[place] ? nil : takers(of: literals[place], before: questions[place].before)
    }
  }

  private mutating func takers(of literal: Literal, before: [PolicyClause]) -> [PolicyClause]? {
    guard !isImpossible([literal]),
      case .impossible(let core) = solve([literal] + before.map { !formula.literal(of: $0) })
    else { return nil }
    var takers = before.filter { core.contains(!formula.literal(of: $0)) }
    for one in takers.reversed() {
      let fewer = takers.filter { $0 != one }
      if isImpossible([literal] + fewer.map { !formula.literal(of: $0) }) { takers = fewer }
    }
    return takers
  }

  /// For each of some clauses the first of them that holds for the same comments; nil where none before it does, or it is
  /// not known. A clause of other signs is not held against it: what it says too much is an idle part.
  public mutating func copies(among clauses: [PolicyClause]) -> [Int?] {
    copies(among: clauses.map { [formula.literal(of: $0)] })
  }

  /// The same of signals, by their names.
  public mutating func copies(amongSignals names: [String]) -> [Int?] {
    copies(among: names.map { name in formula.signals[Array(name.utf8)].map { [$0.yes, $0.no] } ?? [] })
  }

  private mutating func copies(among literals: [[Literal]]) -> [Int?] {
    var seen: [[Int]: [Int]] = [:]
    return literals.indices.map { place in
      let inputs = formula.space.circuit.inputs(of: literals[place])
      for earlier in seen[inputs] ?? [] {
        let isSame = zip(literals[earlier], literals[place]).allSatisfy { areSame($0, $1) }
        if isSame { return earlier }
      }
      seen[inputs, default: []].append(place)
      return nil
    }
  }
}
