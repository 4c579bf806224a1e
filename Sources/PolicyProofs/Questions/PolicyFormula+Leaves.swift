import CommentText
import DecisionEngine
import DecisionModel
import DecisionOracle

// Conditions that are made of no others.
extension PolicyFormula {
  mutating func leaf(_ condition: Condition) -> Certainty {
    switch condition {
    case .says(let phrases): Certainty(found(phrases.compactMap { phrase($0) }, in: nil))
    case .uses(let lexicon): Certainty(found(terms(of: lexicon, in: nil).map(\.literal), in: nil))
    case .matches(let expressions): Certainty(found(expressions.map { .expression(Array($0.utf8)) }, in: nil))
    case .linksTo(let hosts): Certainty(found(hosts.map { .host(Array($0.utf8)) }, in: nil))
    case .termCount(let lexicon, let test):
      sum(terms(of: lexicon, in: nil).map { Summand(literal: $0.literal, weight: 1) }, test)
    case .score(let lexicon, let test):
      sum(terms(of: lexicon, in: nil).map { Summand(literal: $0.literal, weight: $0.weight) }, test)
    case .measure(let measure, let test): Certainty(isOne(space.measures[measure], passing: test))
    case .strikes(let ladder, let test): strikes(on: ladder, test)
    case .timeOpen(let team): isOpen(team)
    case .history(let history, let length, let test): self.history(history, length, test)
    case .mode(let wanted):
      Certainty(space.circuit.any(wanted.compactMap { name in space.names.modes[name].map { space.modes[$0] } }))
    case .fact(let name, let test): space.names.facts[name].map { self.fact($0, test) } ?? .unknown
    default: .unknown
    }
  }

  private mutating func isOne(_ choice: Choice<Double>?, passing test: NumberTest) -> Literal {
    choice?.isOne(&space.circuit) { test.passes($0) } ?? .no
  }

  private mutating func strikes(on ladder: String, _ test: NumberTest) -> Certainty {
    guard let (known, count) = space.names.ladders[ladder].flatMap({ space.strikes[$0] }) else { return .unknown }
    return Certainty(isOne(count, passing: test), ifKnown: known, in: &space.circuit)
  }

  private mutating func history(_ history: AuthorHistory, _ length: Length, _ test: NumberTest) -> Certainty {
    let count = space.historyCounts[CommentSpace.HistoryWindow(history: history, length: length)]
    guard let known = space.historyGiven[history] else { return .unknown }
    return Certainty(isOne(count, passing: test), ifKnown: known, in: &space.circuit)
  }

  private mutating func isOpen(_ team: String) -> Certainty {
    guard let hours = space.names.teams[team].map({ space.program.teams[$0].hours }) else { return .unknown }
    let zone = space.program.zone
    return Certainty(space.start.isOne(&space.circuit) { hours.isOpen(at: $0, in: zone) })
  }
}

// What is found in texts.
extension PolicyFormula {
  /// - Parameter fact: The place of the fact whose text is looked at; nil for the comment's.
  private mutating func found(_ atoms: [TextAtom], in fact: Int?) -> Literal {
    found(atoms.map { atom in text(fact) { $0.literal(of: atom, in: &$1) } }, in: fact)
  }

  private mutating func found(_ literals: [Literal], in fact: Int?) -> Literal { space.circuit.any(literals) }

  private mutating func text<Result>(_ fact: Int?, _ use: (inout TextAtoms, inout Circuit) -> Result) -> Result {
    guard let fact else { return use(&space.text, &space.circuit) }
    return use(&space.factTexts[fact, default: TextAtoms(space.program.textMatching)], &space.circuit)
  }

  private func phrase(_ written: String) -> TextAtom? {
    (try? Phrase(written, space.program.textMatching)).map { .phrase($0, .plain) }
  }

  private mutating func terms(of lexicon: String, in fact: Int?) -> [(literal: Literal, weight: Int)] {
    guard let table = space.names.lexicons[lexicon].map({ space.program.lexicons[$0] }) else { return [] }
    return text(fact) { $0.terms(of: table, in: &$1) }.map { ($0.literal, table.terms[$0.place].weight) }
  }

  private mutating func sum(_ summands: [Summand], _ test: NumberTest) -> Certainty {
    let weights = summands.map { max(-(1 << 40), min(1 << 40, $0.weight)) }
    let least = weights.reduce(0) { $0 + min($1, 0) }, most = weights.reduce(0) { $0 + max($1, 0) }
    let steps = NumberSteps.whole([test], in: least...most).map { Int($0) }
    var runs: [Literal] = []
    for (place, step) in steps.enumerated() where test.passes(Double(step)) {
      let next = place + 1 < steps.count ? steps[place + 1] : most + 1
      guard let reached = space.circuit.sum(of: summands, isAtLeast: step),
        let beyond = space.circuit.sum(of: summands, isAtLeast: next)
      else { return open() }
      runs.append(space.circuit.all([reached, !beyond]))
    }
    return Certainty(space.circuit.any(runs))
  }
}

// What is asked of facts.
extension PolicyFormula {
  private mutating func fact(_ place: Int, _ test: FactTest) -> Certainty {
    guard let given = space.given[place] else { return .unknown }
    if case .known(let wanted) = test { return Certainty(wanted ? given : !given) }
    return passes(place, test).map { Certainty($0, ifKnown: given, in: &space.circuit) } ?? .unknown
  }

  /// Whether a fact that is given passes a test; nil where its type has no such test.
  private mutating func passes(_ place: Int, _ test: FactTest) -> Literal? {
    switch (test, space.values[place]) {
    case (.number(let test), .number(let choice)), (.duration(let test), .number(let choice)):
      return isOne(choice, passing: test)
    case (.yesNo(let wanted), .yesNo(let isYes)): return wanted ? isYes : !isYes
    case (.instant(let test), .instant(let choice)): return choice.isOne(&space.circuit) { test.passes($0) }
    case (.identities(let wanted), .word(let choice)):
      let names = wanted.map { Array($0.utf8) }
      return choice.isOne(&space.circuit) { $0.map(names.contains) ?? false }
    case (.words(let wanted), .word(let choice)):
      let words = normal(wanted)
      return choice.isOne(&space.circuit) { $0.map(words.contains) ?? false }
    case (.words(let wanted), .words(let literals)):
      return space.circuit.any(normal(wanted).compactMap { literals[$0] })
    case (.words(let wanted), .text): return found(normal(wanted).map { .whole($0) }, in: place)
    case (.says(let phrases), .text): return found(phrases.compactMap { phrase($0) }, in: place)
    case (.matches(let expressions), .text): return found(expressions.map { .expression(Array($0.utf8)) }, in: place)
    case (.uses(let lexicons), .text):
      return found(lexicons.flatMap { terms(of: $0, in: place) }.map(\.literal), in: place)
    default: return nil
    }
  }

  private func normal(_ words: [String]) -> [[UInt8]] {
    words.map { normalised(Array($0.utf8), space.program.textMatching) }
  }
}
