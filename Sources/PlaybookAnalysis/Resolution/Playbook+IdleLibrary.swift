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
    let named = Set(responses.flatMap(\.standards) + tests.flatMap(\.brokenStandards))
    rest.steps.removeAll { !isOwn($0.definition) && !steps.contains($0.definition.name) }
    rest.standards.removeAll {
      !isOwn($0.definition) && !$0.holdsForEveryPlan && !named.contains($0.definition.name)
    }
    var signs = UsedSigns(of: self)
    signs.use(rest.conditionsOfOrders + rest.standards.compactMap(\.avoid))
    for signal in signals where isOwn(signal.definition) { signs.use(signal.definition.name) }
    signs.lexicons.formUnion(rest.steps.compactMap(\.shownBy) + tests.flatMap(\.foundLexicons))
    rest.signals.removeAll { !isOwn($0.definition) && !signs.signals.contains($0.definition.name) }
    rest.lexicons.removeAll { !isOwn($0.definition) && !signs.lexicons.contains($0.definition.name) }
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

/// The signals and word lists that conditions ask for, also by way of other signals. Names are kebab-case.
private struct UsedSigns {
  private(set) var signals: Set<String> = []
  var lexicons: Set<String> = []
  private let clauses: [String: Clause]

  init(of playbook: Playbook) {
    clauses = Dictionary(
      playbook.signals.map { ($0.definition.name, $0.clause) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func use(_ conditions: [Condition]) {
    var open: [String] = []
    for condition in conditions.flatMap(\.withParts) { open += take(condition) }
    while let signal = open.popLast() {
      guard signals.insert(signal).inserted else { continue }
      for condition in clauses[signal]?.conditions ?? [] { open += take(condition) }
    }
  }

  mutating func use(_ signal: String) { use([.signal(signal)]) }

  /// Notes the word lists of a condition, and returns the signal that it asks for.
  private mutating func take(_ condition: Condition) -> [String] {
    lexicons.formUnion(condition.lexicons)
    if case .signal(let name) = condition { return [name] }
    return []
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
