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
