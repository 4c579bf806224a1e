// The word lists and signals that decisions go by, and those that the review of drafts goes by: neither looks for what
// only the other needs.
extension DecisionProgram {
  /// The program without the word lists and signals by which only drafts are reviewed.
  public var withoutSignsOfReviews: DecisionProgram {
    let reviews = signs(askedBy: conditionsOfReviews)
    // A signal for which nothing asks stays as it is, and with it what it is made of.
    let idle = signals.filter { !reviews.ask(signal: $0.name) }.map { Condition.signal($0.name) }
    let others = signs(askedBy: clauses.flatMap(\.sides) + idle)
    return keeping(
      signals: { !reviews.ask(signal: $0) || others.ask(signal: $0) },
      lexicons: { !reviews.ask(lexicon: $0) || others.ask(lexicon: $0) })
  }

  /// The program without the word lists and signals by which no draft is reviewed.
  public var withoutSignsOfDecisions: DecisionProgram {
    let reviews = signs(askedBy: conditionsOfReviews)
    return keeping(signals: reviews.ask(signal:), lexicons: reviews.ask(lexicon:))
  }

  private func keeping(signals isSignal: (String) -> Bool, lexicons isLexicon: (String) -> Bool) -> DecisionProgram {
    var program = self
    program.signals.removeAll { !isSignal($0.name) }
    program.lexicons.removeAll { !isLexicon($0.name) }
    return program
  }

  private func signs(askedBy conditions: [Condition]) -> AskedSigns {
    AskedSigns(by: conditions, among: signals.map { ($0.name, $0.clause) })
  }

  private var clauses: [Clause] {
    let steps = plans.flatMap { plan in plan.steps.map(\.clause) + plan.followUps.map(\.clause) }
    return (categories.map(\.clause) + escalations.map(\.clause) + steps + shadows.map(\.clause)).compactMap { $0 }
  }

  private var conditionsOfReviews: [Condition] {
    standards.compactMap(\.avoid) + stepMarkers.compactMap { $0.lexicon.map { .uses($0) } }
  }
}

/// The signals and word lists that conditions ask for, also by way of other signals. It walks with a list of its own,
/// since a program that somebody made by hand may be of any depth.
public struct AskedSigns: Sendable {
  private var signals: Set<[UInt8]> = []
  private var lexicons: Set<[UInt8]> = []

  /// - Parameter all: every signal there is; of two of one name the first counts.
  public init(by conditions: [Condition], among all: [(name: String, clause: Clause)]) {
    let clauses = Dictionary(all.map { (Array($0.name.utf8), $0.clause) }, uniquingKeysWith: { first, _ in first })
    var waiting = conditions
    while let condition = waiting.popLast() {
      waiting += condition.parts
      lexicons.formUnion(condition.lexicons.map { Array($0.utf8) })
      guard case .signal(let name) = condition, signals.insert(Array(name.utf8)).inserted else { continue }
      waiting += clauses[Array(name.utf8)]?.sides ?? []
    }
  }

  public func ask(signal name: String) -> Bool { signals.contains(Array(name.utf8)) }
  public func ask(lexicon name: String) -> Bool { lexicons.contains(Array(name.utf8)) }
}

extension Clause {
  fileprivate var sides: [Condition] { [when] + [unless].compactMap { $0 } }
}
