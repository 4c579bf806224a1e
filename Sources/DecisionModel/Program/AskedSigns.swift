// The word lists and signals that decisions go by, and those that the review of drafts goes by: neither looks for what
// only the other needs.
extension DecisionProgram {
  /// The program without the word lists and signals by which only drafts are reviewed.
  public var withoutSignsOfReviews: DecisionProgram {
    let reviews = AskedSigns(by: conditionsOfReviews, in: self)
    // A signal for which nothing asks stays as it is, and with it what it is made of.
    let idle = signals.filter { !reviews.signals.contains(Array($0.name.utf8)) }.map { Condition.signal($0.name) }
    return removing(reviews.subtracting(AskedSigns(by: clauses.flatMap(\.sides) + idle, in: self)))
  }

  /// The program without the word lists and signals by which no draft is reviewed.
  public var withoutSignsOfDecisions: DecisionProgram {
    var asked = AskedSigns(by: conditionsOfReviews, in: self)
    asked.lexicons = Set(lexicons.map { Array($0.name.utf8) }).subtracting(asked.lexicons)
    asked.signals = Set(signals.map { Array($0.name.utf8) }).subtracting(asked.signals)
    return removing(asked)
  }

  private func removing(_ signs: AskedSigns) -> DecisionProgram {
    var program = self
    program.signals.removeAll { signs.signals.contains(Array($0.name.utf8)) }
    program.lexicons.removeAll { signs.lexicons.contains(Array($0.name.utf8)) }
    return program
  }

  private var clauses: [Clause] {
    let steps = plans.flatMap { plan in plan.steps.map(\.clause) + plan.followUps.map(\.clause) }
    return (categories.map(\.clause) + escalations.map(\.clause) + steps + shadows.map(\.clause)).compactMap { $0 }
  }

  private var conditionsOfReviews: [Condition] {
    standards.compactMap(\.avoid) + stepMarkers.compactMap { $0.lexicon.map { .uses($0) } }
  }
}

/// The names of what conditions ask for, in the end. It walks with a list of its own, since a program that somebody made
/// by hand may be of any depth.
private struct AskedSigns {
  var signals: Set<[UInt8]> = []
  var lexicons: Set<[UInt8]> = []

  init(by conditions: [Condition], in program: DecisionProgram) {
    let signals = program.signals.map { (Array($0.name.utf8), $0.clause) }
    let clauses = Dictionary(signals, uniquingKeysWith: { first, _ in first })
    var waiting = conditions
    while let condition = waiting.popLast() {
      waiting += condition.parts
      lexicons.formUnion(condition.lexicons.map { Array($0.utf8) })
      guard case .signal(let name) = condition, self.signals.insert(Array(name.utf8)).inserted else { continue }
      waiting += clauses[Array(name.utf8)]?.sides ?? []
    }
  }

  func subtracting(_ other: AskedSigns) -> AskedSigns {
    var rest = self
    rest.signals.subtract(other.signals)
    rest.lexicons.subtract(other.lexicons)
    return rest
  }
}

extension Clause {
  fileprivate var sides: [Condition] { [when] + [unless].compactMap { $0 } }
}
