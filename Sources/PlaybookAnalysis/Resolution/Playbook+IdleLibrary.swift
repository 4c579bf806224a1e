import DecisionModel
import PlaybookModel

extension Playbook {
  /// The playbook without what the standard library brings and nothing of it uses: standards to which no plan holds its
  /// drafts, markers of steps that no plan has, word lists and signals that nothing asks for. Nor are the library's
  /// examples the playbook's: the library's own tests run them.
  var withoutIdleLibrary: Playbook {
    var rest = self
    func isOwn(_ definition: Definition) -> Bool { !takesFromLibrary(definition) }
    let steps = Set(responses.flatMap(\.steps).map(\.name))
    let held = Set(responses.flatMap(\.standards) + tests.flatMap(\.brokenStandards))
    rest.steps.removeAll { !isOwn($0.definition) && !steps.contains($0.definition.name) }
    rest.standards.removeAll {
      !isOwn($0.definition) && !$0.holdsForEveryPlan && !held.contains($0.definition.name)
    }
    let ownSignals = signals.map(\.definition).filter(isOwn).map { Condition.signal($0.name) }
    let named = (rest.steps.compactMap(\.shownBy) + tests.flatMap(\.foundLexicons)).map { Condition.uses($0) }
    let signs = AskedSigns(
      by: rest.conditionsOfOrders + rest.standards.compactMap(\.avoid) + ownSignals + named,
      among: signals.map { ($0.definition.name, $0.clause) })
    rest.signals.removeAll { !isOwn($0.definition) && !signs.ask(signal: $0.definition.name) }
    rest.lexicons.removeAll { !isOwn($0.definition) && !signs.ask(lexicon: $0.definition.name) }
    for place in rest.lexicons.indices where !isOwn(rest.lexicons[place].definition) {
      rest.lexicons[place].examples = .none
    }
    for place in rest.signals.indices where !isOwn(rest.signals[place].definition) {
      rest.signals[place].examples = .none
    }
    for place in rest.standards.indices where !isOwn(rest.standards[place].definition) {
      rest.standards[place].examples = .none
    }
    return rest
  }

  /// The conditions on which something is done.
  private var conditionsOfOrders: [Condition] {
    let clauses =
      categories.compactMap(\.clause) + escalations.map(\.clause) + responses.flatMap(\.steps).compactMap(\.clause)
    let sides = clauses.flatMap { [$0.when, $0.unless] } + promises.flatMap { [$0.when, $0.unless] }
    return sides.compactMap { $0 }
  }
}

extension PlaybookTest {
  fileprivate var foundLexicons: [String] { expectations.flatMap { ($0.found ?? [:]).keys } }
  fileprivate var brokenStandards: [String] { expectations.flatMap { $0.breaks ?? [] } }

  private var expectations: [Expectation] {
    switch subject {
    case .comment(_, let expected), .draft(_, let expected), .entry(_, let expected): [expected]
    case .story(let steps): steps.compactMap(\.expectation)
    }
  }
}
