public import DecisionModel

/// A part of a clause: the way to it from one of its sides.
public struct ClausePart: Hashable, Sendable {
  public enum Side: Hashable, Sendable {
    case when, unless
  }

  public let side: Side
  /// Places among the parts that are joined, or the items of a list, one below the other; none for the whole side.
  public let way: [Int]

  public init(_ side: Side, _ way: [Int] = []) {
    self.side = side
    self.way = way
  }

  public func step(_ place: Int) -> ClausePart { ClausePart(side, way + [place]) }

  /// Whether the other part is in this one.
  public func holds(_ other: ClausePart) -> Bool { side == other.side && other.way.starts(with: way) }
}

extension Clause {
  /// The condition at a part.
  public subscript(part: ClausePart) -> Condition? {
    part.way.reduce(part.side == .when ? when : unless) { $0?.piece($1) }
  }

  /// The clause without a part that is one of several, or without the whole exception.
  public func without(_ part: ClausePart) -> Clause {
    switch (part.side, part.way.isEmpty) {
    case (.unless, true): Clause(when: when)
    case (.unless, false): Clause(when: when, unless: unless?.without(part.way[...]))
    case (.when, _): Clause(when: when.without(part.way[...]), unless: unless)
    }
  }

  /// Every one of several conditions by which the clause can hold, each with the clause in which it is the only one.
  public var alternatives: [(part: ClausePart, clause: Clause)] {
    when.alternatives.map { (ClausePart(.when, $0.way), Clause(when: $0.condition, unless: unless)) }
  }
}

extension Condition {
  /// What it joins, or the items of its list, each as a condition of its own.
  public var pieces: [Condition] { parts.isEmpty ? items : parts }

  fileprivate func piece(_ place: Int) -> Condition? { pieces.indices.contains(place) ? pieces[place] : nil }

  /// Of a condition that one of several things is so: each of them as a condition.
  private var items: [Condition] {
    switch self {
    case .says(let phrases): phrases.map { .says([$0]) }
    case .matches(let expressions): expressions.map { .matches([$0]) }
    case .linksTo(let hosts): hosts.map { .linksTo([$0]) }
    case .mode(let names): names.map { .mode([$0]) }
    case .category(let names): names.map { .category([$0]) }
    case .fact(let name, .words(let words)): words.map { .fact(name, .words([$0])) }
    case .fact(let name, .identities(let names)): names.map { .fact(name, .identities([$0])) }
    case .fact(let name, .says(let phrases)): phrases.map { .fact(name, .says([$0])) }
    case .fact(let name, .uses(let lexicons)): lexicons.map { .fact(name, .uses([$0])) }
    case .fact(let name, .matches(let expressions)): expressions.map { .fact(name, .matches([$0])) }
    default: []
    }
  }

  fileprivate func without(_ way: ArraySlice<Int>) -> Condition {
    guard let place = way.first else { return self }
    var rest = parts
    if way.count == 1 { rest.remove(at: place) } else { rest[place] = rest[place].without(way.dropFirst()) }
    return joining(rest)
  }

  fileprivate var alternatives: [(way: [Int], condition: Condition)] {
    if case .all(let parts) = self {
      return parts.enumerated().flatMap { place, part in
        part.alternatives.map { alternative in
          var narrowed = parts
          narrowed[place] = alternative.condition
          return ([place] + alternative.way, .all(narrowed))
        }
      }
    }
    var isAny = parts.isEmpty
    if case .any = self { isAny = true }
    guard isAny else { return [] }
    let pieces = pieces.count > 1 ? pieces.enumerated().map { (way: [$0], condition: $1) } : []
    return pieces
      + parts.enumerated().flatMap { place, part in part.alternatives.map { ([place] + $0.way, $0.condition) } }
  }
}
