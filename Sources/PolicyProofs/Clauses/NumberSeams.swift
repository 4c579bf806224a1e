public import DecisionModel

/// A number at which two clauses meet that are the same in all else: neither takes it, or both do.
public struct NumberSeam: Sendable {
  public enum Kind: Hashable, Sendable {
    case gap, overlap
  }

  public let kind: Kind
  public let subject: NumberSubject
  public let number: Double
  /// The clauses as they were given, and their tests: the one for what is less, and the one for what is more.
  public let below: (clause: Int, part: ClausePart)
  public let above: (clause: Int, part: ClausePart)
  /// What a comment meets there.
  public let clause: Clause
}

extension PolicyProofs {
  /// Where clauses part a number among them, all else that they ask for being the same, and leave one number out or take
  /// one number twice. Whoever leaves out more, or lets more fall together, has most often meant it.
  public mutating func seams(among clauses: [Clause], afterCategories: Bool = false) -> [NumberSeam] {
    var order: [Siblings.Key] = []
    var groups: [Siblings.Key: Siblings] = [:]
    for (place, clause) in clauses.enumerated() {
      for member in Siblings.members(of: clause, at: place) {
        let rest = Clause(when: .all(member.rest), unless: clause.unless)
        let key = Siblings.Key(subject: member.subject, rest: formula.holds(rest, afterCategories: afterCategories))
        if groups[key] == nil { order.append(key) }
        groups[key, default: Siblings(subject: member.subject, rest: rest)].members.append(member)
      }
    }
    return order.flatMap { groups[$0]?.seams ?? [] }
  }
}

/// Clauses that differ in what they ask of one number.
private struct Siblings {
  struct Key: Hashable {
    let subject: NumberSubject
    let rest: Literal
  }

  struct Member {
    let clause: Int
    let part: ClausePart
    let subject: NumberSubject
    let test: NumberTest
    let rest: [Condition]
  }

  let subject: NumberSubject
  let rest: Clause
  var members: [Member] = []

  /// Each number for which a clause asks beside all else.
  static func members(of clause: Clause, at place: Int) -> [Member] {
    let parts: [Condition] = if case .all(let parts) = clause.when { parts } else { [clause.when] }
    let isJoined = if case .all = clause.when { true } else { false }
    return parts.enumerated().compactMap { index, condition in
      guard let subject = NumberSubject(of: condition), let test = condition.numberTest else { return nil }
      var rest = parts
      rest.remove(at: index)
      return Member(
        clause: place, part: ClausePart(.when, isJoined ? [index] : []), subject: subject, test: test, rest: rest)
    }
  }

  var seams: [NumberSeam] {
    guard members.count > 1 else { return [] }
    let bounds = Set(members.flatMap(\.test.bounds)).sorted()
    let isWhole = subject.isCounted && bounds.allSatisfy { $0 == $0.rounded() && $0.magnitude < 0x1p50 }
    let numbers = isWhole ? Set(bounds.flatMap { [$0 - 1, $0, $0 + 1] }).sorted() : bounds
    return numbers.compactMap { number in
      let (less, more) = isWhole ? (number - 1, number + 1) : beside(number, bounds)
      return seam(at: number, between: less, and: more)
    }
  }

  /// Numbers on both sides, with no bound between.
  private func beside(_ number: Double, _ bounds: [Double]) -> (Double, Double) {
    let less = bounds.last { $0 < number }.map { ($0 + number) / 2 } ?? number - 1
    let more = bounds.first { $0 > number }.map { ($0 + number) / 2 } ?? number + 1
    return (less, more)
  }

  private func seam(at number: Double, between less: Double, and more: Double) -> NumberSeam? {
    let ending = members.filter { $0.test.isRange && $0.test.passes(less) && !$0.test.passes(more) }
    let beginning = members.filter { $0.test.isRange && $0.test.passes(more) && !$0.test.passes(less) }
    let spanning = members.contains { $0.test.passes(less) && $0.test.passes(more) }
    let here = members.filter { $0.test.passes(number) }
    let there = rest.joined(with: [subject.condition(.exactly(number))])
    if here.isEmpty, !spanning, let below = ending.first, let above = beginning.first {
      let isNamed = below.test.bounds.contains(number) && above.test.bounds.contains(number)
      guard isNamed || !subject.isScale else { return nil }
      let none = Condition.none(members.map { subject.condition($0.test) })
      return seam(.gap, number, below, above, there.joined(with: [none]))
    }
    let (taking, alsoTaking) = (ending.first { $0.test.passes(number) }, beginning.first { $0.test.passes(number) })
    guard let taking, let alsoTaking, taking.clause != alsoTaking.clause else { return nil }
    let both = [taking, alsoTaking].map { subject.condition($0.test) }
    return seam(.overlap, number, taking, alsoTaking, there.joined(with: both))
  }

  private func seam(
    _ kind: NumberSeam.Kind, _ number: Double, _ below: Member, _ above: Member, _ clause: Clause
  ) -> NumberSeam {
    NumberSeam(
      kind: kind, subject: subject, number: number, below: (below.clause, below.part),
      above: (above.clause, above.part), clause: clause)
  }
}

extension Clause {
  fileprivate func joined(with conditions: [Condition]) -> Clause {
    Clause(when: .all([when] + conditions), unless: unless)
  }
}

extension NumberTest {
  /// Whether it takes all numbers from one on, up to one, or between two.
  fileprivate var isRange: Bool {
    switch self {
    case .atLeast, .atMost, .moreThan, .lessThan: true
    case .between(let least, let most): least < most
    case .exactly, .not, .anyOf: false
    }
  }
}
