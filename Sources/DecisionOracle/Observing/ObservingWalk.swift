import CommentText
import DecisionEngine
import DecisionModel

/// Goes through clauses with one comment, and finds the conditions that decide.
struct ObservingWalk {
  /// A term without which its condition would come out otherwise.
  struct DecidedTerm: Hashable {
    let leaf: Int
    let search: Int
    let term: Int
  }

  /// The conditions that decided, each with what it was; once each, however often a signal is asked for.
  private(set) var decided: [Int: Bool] = [:]
  private(set) var termsDecided: Set<DecidedTerm> = []

  private let evaluation: Evaluation
  private let numbered: NumberedClauses
  /// By signal: what it does wherever it is asked for.
  private var effects: [Int: Set<Effect>] = [:]

  init(_ evaluation: Evaluation, _ numbered: NumberedClauses) {
    self.evaluation = evaluation
    self.numbered = numbered
  }

  mutating func walk(_ numbered: NumberedClauses.Numbered, _ effect: Effect) {
    let clause = numbered.clause
    var next = numbered.first
    let exception = clause.unless.map(evaluation.value) ?? .no
    let when = evaluation.value(of: clause.when)
    walk(clause.when, effect.part { exception == .yes ? .no : $0 }, &next)
    if let unless = clause.unless { walk(unless, effect.part { $0 == .yes ? .no : when }, &next) }
  }

  /// Goes through the signals that were met.
  ///
  /// - Parameter order: Each signal before those that it is made of.
  mutating func walkSignals(in order: some Sequence<Int>) {
    for signal in order {
      for effect in effects[signal] ?? [] { walk(numbered.signals[signal], effect) }
    }
  }

  private mutating func walk(_ check: Check, _ effect: Effect, _ next: inout Int) {
    let parts = check.parts
    if parts.isEmpty {
      // A condition of no parts at all is none.
      if !check.leaves.isEmpty { settle(check, effect, &next) }
      return
    }
    let values = parts.map(evaluation.value)
    for (place, part) in parts.enumerated() {
      walk(part, effect.part { check.value(of: values, with: $0, at: place) }, &next)
    }
  }

  private mutating func settle(_ leaf: Check, _ effect: Effect, _ next: inout Int) {
    defer { next += 1 }
    if case .signal(let signal) = leaf { effects[signal, default: []].insert(effect) }
    guard effect.decides else { return }
    let value = evaluation.value(of: leaf)
    guard value != .unknown else { return }
    decided[next] = value == .yes
    settleTerms(of: leaf, next)
  }

  /// A term that was found decides where its condition would come out otherwise without it.
  private mutating func settleTerms(of leaf: Check, _ number: Int) {
    guard case .text(let search, let test) = leaf else { return }
    let reading = evaluation.reading
    let hits = reading.hits[search]
    for hit in hits {
      let weight = Double(reading.prepared.searches[search].terms[hit.term].weight)
      let changes =
        switch test {
        case .found: hits.count == 1
        case .count(let test): test.passes(Double(hits.count)) != test.passes(Double(hits.count - 1))
        case .score(let test): test.passes(reading.score(of: search)) != test.passes(reading.score(of: search) - weight)
        }
      if changes { termsDecided.insert(DecidedTerm(leaf: number, search: search, term: hit.term)) }
    }
  }
}

extension Check {
  /// What a condition is that is made of others, were one of these another.
  fileprivate func value(of parts: [Truth], with truth: Truth, at place: Int) -> Truth {
    var parts = parts
    parts[place] = truth
    return switch self {
    case .all: .all(parts)
    case .any: .any(parts)
    case .none: !.any(parts)
    case .not: !truth
    case .count(_, let test): .count(parts, passes: test)
    default: truth
    }
  }
}
