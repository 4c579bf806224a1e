// What conditions are made of.

extension Clause {
  /// The conditions of both sides, with those that they are made of.
  public var conditions: [Condition] { when.withParts + (unless?.withParts ?? []) }
}

extension Condition {
  /// The condition and all those that it is made of.
  public var withParts: [Condition] { [self] + parts.flatMap(\.withParts) }

  /// The conditions that it joins.
  public var parts: [Condition] {
    switch self {
    case .all(let conditions), .any(let conditions), .none(let conditions), .count(let conditions, _): conditions
    case .not(let condition): [condition]
    default: []
    }
  }

  /// The same of other conditions, for one that joins conditions; any other as it is.
  public func joining(_ parts: [Condition]) -> Condition {
    switch self {
    case .all: .all(parts)
    case .any: .any(parts)
    case .none: .none(parts)
    case .count(_, let test): .count(parts, test)
    case .not: parts.first.map { .not($0) } ?? self
    default: self
    }
  }

  /// The condition with each that joins no others put through a change.
  public func changed(_ change: (Condition) -> Condition) -> Condition {
    parts.isEmpty ? change(self) : joining(parts.map { $0.changed(change) })
  }

  /// The lexicons that it asks for itself.
  public var lexicons: [String] {
    switch self {
    case .uses(let lexicon), .termCount(let lexicon, _), .score(let lexicon, _): [lexicon]
    case .fact(_, .uses(let lexicons)): lexicons
    default: []
    }
  }

  /// The lexicon whose terms it counts or weighs.
  public var countedLexicon: String? {
    switch self {
    case .termCount(let lexicon, _), .score(let lexicon, _): lexicon
    default: nil
    }
  }
}
