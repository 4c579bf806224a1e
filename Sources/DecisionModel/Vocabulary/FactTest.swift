/// What a condition asks of a number, a share or a duration in seconds.
public indirect enum NumberTest: Hashable, Sendable {
  case exactly(Double)
  case not(Double)
  case atLeast(Double)
  case atMost(Double)
  case moreThan(Double)
  case lessThan(Double)
  /// Both ends included.
  case between(Double, Double)
  case anyOf([NumberTest])

  public func passes(_ value: Double) -> Bool {
    switch self {
    case .exactly(let wanted): value == wanted
    case .not(let unwanted): value != unwanted
    case .atLeast(let least): value >= least
    case .atMost(let most): value <= most
    case .moreThan(let bound): value > bound
    case .lessThan(let bound): value < bound
    case .between(let least, let most): least <= value && value <= most
    case .anyOf(let tests): tests.contains { $0.passes(value) }
    }
  }

  /// The numbers at which it may change its mind.
  public var bounds: [Double] {
    switch self {
    case .exactly(let bound), .not(let bound), .atLeast(let bound), .atMost(let bound), .moreThan(let bound),
      .lessThan(let bound):
      [bound]
    case .between(let least, let most): [least, most]
    case .anyOf(let tests): tests.flatMap(\.bounds)
    }
  }

  /// The test in the words of the language; `printed` writes one number.
  public func description(_ printed: (Double) -> String) -> String {
    switch self {
    case .exactly(let value): "exactly \(printed(value))"
    case .not(let value): "not \(printed(value))"
    case .atLeast(let value): "at least \(printed(value))"
    case .atMost(let value): "at most \(printed(value))"
    case .moreThan(let value): "more than \(printed(value))"
    case .lessThan(let value): "less than \(printed(value))"
    case .between(let least, let most): "between \(printed(least)) and \(printed(most))"
    case .anyOf(let tests): tests.map { $0.description(printed) }.joined(separator: " or ")
    }
  }
}

/// What a condition asks of an instant.
public enum InstantTest: Hashable, Sendable {
  case before(Instant)
  case after(Instant)
  /// Both ends included.
  case between(Instant, Instant)

  public func passes(_ value: Instant) -> Bool {
    switch self {
    case .before(let bound): value < bound
    case .after(let bound): value > bound
    case .between(let first, let last): first <= value && value <= last
    }
  }

  /// The instants at which it may change its mind.
  public var bounds: [Instant] {
    switch self {
    case .before(let bound), .after(let bound): [bound]
    case .between(let first, let last): [first, last]
    }
  }
}

/// What a condition asks of a fact.
public enum FactTest: Hashable, Sendable {
  /// The caller gave the fact (or, with `false`, did not).
  case known(Bool)
  case number(NumberTest)
  /// The bounds are in seconds.
  case duration(NumberTest)
  case yesNo(Bool)
  case instant(InstantTest)
  /// One of the words, in their normal form, is among the fact's words.
  case words([String])
  /// One of the identities, compared byte for byte.
  case identities([String])
  /// One of the phrases is in the text of the fact.
  case says([String])
  /// A term of one of the lexicons is in the text of the fact.
  case uses([String])
  /// One of the regular expressions is found in the text of the fact.
  case matches([String])
}
