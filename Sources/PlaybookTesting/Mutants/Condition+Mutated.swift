import DecisionModel

/// A condition somewhere in a clause, by the way that leads to it.
struct ConditionSite {
  let condition: Condition
  /// Through which side of the clause, then which part of which part.
  let isException: Bool
  let way: [Int]
}

extension Clause {
  /// All conditions of the clause, whole ones and those that they are made of.
  var sites: [ConditionSite] {
    when.sites(isException: false, []) + (unless?.sites(isException: true, []) ?? [])
  }

  func replacing(_ site: ConditionSite, with condition: Condition) -> Clause {
    site.isException
      ? Clause(when: when, unless: unless?.replacing(site.way[...], with: condition))
      : Clause(when: when.replacing(site.way[...], with: condition), unless: unless)
  }
}

extension Condition {
  fileprivate func sites(isException: Bool, _ way: [Int]) -> [ConditionSite] {
    [ConditionSite(condition: self, isException: isException, way: way)]
      + parts.enumerated().flatMap { $1.sites(isException: isException, way + [$0]) }
  }

  fileprivate func replacing(_ way: ArraySlice<Int>, with condition: Condition) -> Condition {
    guard let place = way.first, parts.indices.contains(place) else { return condition }
    var parts = parts
    parts[place] = parts[place].replacing(way.dropFirst(), with: condition)
    return joining(parts)
  }

  /// The condition with its threshold a little higher, and a little lower.
  var moved: [Condition] {
    switch self {
    case .count(let parts, let test): test.moved(by: 1).map { .count(parts, $0) }
    case .termCount(let lexicon, let test): test.moved(by: 1).map { .termCount(lexicon, $0) }
    case .score(let lexicon, let test): test.moved(by: 1).map { .score(lexicon, $0) }
    case .measure(let measure, let test):
      test.moved(by: measure == .capitals ? 0.1 : 1).map { .measure(measure, $0) }
    case .strikes(let ladder, let test): test.moved(by: 1).map { .strikes(ladder, $0) }
    case .history(let history, let length, let test): test.moved(by: 1).map { .history(history, in: length, $0) }
    case .fact(let fact, .number(let test)): test.moved(by: 1).map { .fact(fact, .number($0)) }
    case .fact(let fact, .duration(let test)): test.moved(by: 60).map { .fact(fact, .duration($0)) }
    default: []
    }
  }

  /// The condition without one of the phrases that it looks for itself.
  var withoutPhrase: [(phrase: String, condition: Condition)] {
    guard case .says(let phrases) = self, phrases.count > 1 else { return [] }
    return phrases.indices.map { place in
      var rest = phrases
      return (rest.remove(at: place), .says(rest))
    }
  }
}

extension NumberTest {
  /// The test with one of its bounds moved, up and down.
  func moved(by step: Double) -> [NumberTest] {
    switch self {
    case .exactly(let value): [.exactly(value + step), .exactly(value - step)]
    case .not(let value): [.not(value + step), .not(value - step)]
    case .atLeast(let least): [.atLeast(least + step), .atLeast(least - step)]
    case .atMost(let most): [.atMost(most + step), .atMost(most - step)]
    case .moreThan(let bound): [.moreThan(bound + step), .moreThan(bound - step)]
    case .lessThan(let bound): [.lessThan(bound + step), .lessThan(bound - step)]
    case .between(let least, let most): [.between(least + step, most), .between(least, most - step)]
    case .anyOf: []
    }
  }
}
