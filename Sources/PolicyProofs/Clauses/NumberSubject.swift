public import DecisionModel

/// A number that conditions ask for.
public enum NumberSubject: Hashable, Sendable {
  case measure(Measure)
  /// Names are kept as bytes.
  case fact([UInt8], isDuration: Bool)
  case strikes([UInt8])
  case history(AuthorHistory, Length)
  case termCount([UInt8])
  case score([UInt8])

  /// What a condition asks of a number, where it asks for one alone.
  init?(of condition: Condition) {
    switch condition {
    case .measure(let measure, _): self = .measure(measure)
    case .fact(let name, .number): self = .fact(Array(name.utf8), isDuration: false)
    case .fact(let name, .duration): self = .fact(Array(name.utf8), isDuration: true)
    case .strikes(let ladder, _): self = .strikes(Array(ladder.utf8))
    case .history(let history, let length, _): self = .history(history, length)
    case .termCount(let lexicon, _): self = .termCount(Array(lexicon.utf8))
    case .score(let lexicon, _): self = .score(Array(lexicon.utf8))
    default: return nil
    }
  }

  /// The number as a condition names it.
  public var name: String {
    switch self {
    case .measure(let measure): measure.name
    case .fact(let name, _): text(name)
    case .strikes(let ladder): "history.\(text(ladder))"
    case .history(let history, _): history.name
    case .termCount(let lexicon): "text.count` for `\(text(lexicon))"
    case .score(let lexicon): "text.score` for `\(text(lexicon))"
    }
  }

  /// A value of it as an author writes it.
  public func written(_ number: Double) -> String {
    if case .fact(_, isDuration: true) = self { return lengthText(seconds: number) }
    return NumberPrinter.text(of: number)
  }

  func condition(_ test: NumberTest) -> Condition {
    switch self {
    case .measure(let measure): .measure(measure, test)
    case .fact(let name, let isDuration): .fact(text(name), isDuration ? .duration(test) : .number(test))
    case .strikes(let ladder): .strikes(text(ladder), test)
    case .history(let history, let length): .history(history, in: length, test)
    case .termCount(let lexicon): .termCount(text(lexicon), test)
    case .score(let lexicon): .score(text(lexicon), test)
    }
  }

  /// Whether it is counted in whole numbers, if all that is asked of it is whole.
  var isCounted: Bool {
    switch self {
    case .measure(let measure): measure != .capitals
    case .fact(_, let isDuration): !isDuration
    default: true
    }
  }

  /// Whether it is a scale with a middle, which may well be neither the one nor the other.
  var isScale: Bool { self == .fact(Array("post.rating".utf8), isDuration: false) }

  private func text(_ name: [UInt8]) -> String { String(decoding: name, as: UTF8.self) }
}

extension Condition {
  /// What it asks of a number.
  var numberTest: NumberTest? {
    switch self {
    case .measure(_, let test), .fact(_, .number(let test)), .fact(_, .duration(let test)), .strikes(_, let test),
      .history(_, _, let test), .termCount(_, let test), .score(_, let test):
      test
    default: nil
    }
  }
}
