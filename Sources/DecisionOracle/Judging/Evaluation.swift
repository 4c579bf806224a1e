import CommentText
import DecisionEngine
import DecisionModel

/// What holds of a comment, in three values.
struct Evaluation {
  /// What an exception does of which nobody knows whether it holds.
  enum UnknownException {
    /// It does not apply: so a decision is made.
    case doesNotApply
    /// It leaves the clause unknown: so it shows what a decision assumes.
    case leavesUnknown
  }

  let reading: ReadComment
  /// The comment's category, once it has one.
  let category: Int?
  let unknownException: UnknownException
  /// The names of the escalations that hold, once they are settled.
  private var escalations: [String] = []
  private var signals: [Truth]

  init(_ reading: ReadComment, category: Int?, unknownException: UnknownException) {
    self.reading = reading
    self.category = category
    self.unknownException = unknownException
    signals = Array(repeating: .unknown, count: reading.prepared.signals.count)
    for signal in reading.prepared.signalOrder {
      signals[signal] = value(of: reading.prepared.signals[signal])
    }
  }

  /// What holds when the escalations are settled, too.
  func knowing(escalations: [String]) -> Evaluation {
    var evaluation = self
    evaluation.escalations = escalations
    return evaluation
  }

  func holds(_ clause: CheckedClause) -> Bool { value(of: clause) == .yes }

  func value(of clause: CheckedClause) -> Truth {
    let when = value(of: clause.when)
    guard let unless = clause.unless else { return when }
    let exception = value(of: unless)
    return switch unknownException {
    case .doesNotApply: exception == .yes ? .no : when
    case .leavesUnknown: min(when, !exception)
    }
  }

  func value(of check: Check) -> Truth {
    switch check {
    case .all(let parts): .all(parts.map(value))
    case .any(let parts): .any(parts.map(value))
    case .none(let parts): !.any(parts.map(value))
    case .not(let part): !value(of: part)
    case .count(let parts, let test): .count(parts.map(value), passes: test)
    case .signal(let signal): signals[signal]
    case .text(let search, let test): Truth(passes(test, search))
    case .measure(let measure, let test): Truth(test.passes(reading.text.measures.value(of: measure)))
    case .fact(let place, let test): value(of: test, fact: reading.comment.facts[place])
    case .factText(let place, let searches, _): value(of: searches, inFact: place)
    case .strikes(let ladder, let test): value(of: test, strikesOn: ladder)
    case .timeOpen(let team): Truth(reading.situation.isOpen(team: team))
    case .history(let history, let length, let test): value(of: test, history, in: length)
    case .mode(let wanted): Truth(!reading.comment.modes.isDisjoint(with: wanted))
    case .category(let wanted): Truth(category.map(wanted.contains) ?? false)
    // Only promises ask this, and they are about decisions that were made.
    case .escalation(let wanted): Truth(wanted.contains { escalations.contains(bytes: Array($0.utf8)) })
    case .withoutEffect: .unknown
    }
  }
}

extension Evaluation {
  private func passes(_ test: TextTest, _ search: Int) -> Bool {
    switch test {
    case .found: !reading.hits[search].isEmpty
    case .count(let test): test.passes(Double(reading.hits[search].count))
    case .score(let test): test.passes(reading.score(of: search))
    }
  }

  private func value(of test: NumberTest, strikesOn ladder: Int) -> Truth {
    guard let history = reading.comment.histories[ladder] else { return .unknown }
    return Truth(test.passes(Double(history.strikes)))
  }

  private func value(of test: NumberTest, _ history: AuthorHistory, in length: Length) -> Truth {
    reading.situation.count(of: history, in: length).map { Truth(test.passes(Double($0))) } ?? .unknown
  }

  private func value(of searches: [Int], inFact place: Int) -> Truth {
    .any(searches.map { search in reading.finds(search, inFact: place).map(Truth.init) ?? .unknown })
  }

  /// A value that is not of the test's type is as good as none.
  private func value(of test: FactTest, fact: FactValue?) -> Truth {
    switch (test, fact) {
    case (.known(let wanted), _): Truth((fact != nil) == wanted)
    case (.number(let test), .number(let value)), (.duration(let test), .duration(let value)): Truth(test.passes(value))
    case (.yesNo(let wanted), .yesNo(let value)): Truth(wanted == value)
    case (.instant(let test), .instant(let value)): Truth(test.passes(value))
    case (.words(let wanted), .words(let given)): Truth(given.contains { isAny(of: wanted, $0.normal) })
    case (.words(let wanted), .bytes(let text)): Truth(isAny(of: wanted, normalised(text)))
    case (.identities(let wanted), .bytes(let value)): Truth(wanted.contains(bytes: value))
    default: .unknown
    }
  }
}

extension Evaluation {
  /// Whether a word, in its normal form, is one of those that a condition names in theirs.
  private func isAny(of wanted: [String], _ word: [UInt8]) -> Bool {
    let matching = reading.program.textMatching
    guard matching.ignoresAccents else { return wanted.contains(bytes: word) }
    let plain = normalised(word, matching)
    return wanted.contains { normalised(Array($0.utf8), matching) == plain }
  }
}

extension [String] {
  /// Whether one of the texts has just these bytes.
  fileprivate func contains(bytes: [UInt8]) -> Bool {
    contains { $0.utf8.elementsEqual(bytes) }
  }
}
