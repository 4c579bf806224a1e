import DecisionEngine
import DecisionModel

/// Turns conditions into checks: names into places, phrases into searches.
struct ConditionResolver {
  /// How deep conditions may stand in each other, those of signals included, so that walking them never runs out of
  /// stack.
  static let greatestDepth = 256

  let program: DecisionProgram
  let names: Names
  private(set) var searches: [TextSearch] = []
  /// Signals in such an order that each stands after those it is made of.
  private(set) var order: [Int] = []
  /// Facts whose text is searched.
  private(set) var searchedFacts: Set<Int> = []
  private var signals: [Resolution]

  private enum Resolution {
    case open, underWay
    case done(CheckedClause, depth: Int)
  }

  init(_ program: DecisionProgram, _ names: Names) throws(EngineProblem) {
    self.program = program
    self.names = names
    signals = Array(repeating: .open, count: program.signals.count)
    for lexicon in program.lexicons { searches.append(try TextSearch(lexicon, program.textMatching)) }
    for signal in program.signals.indices { _ = try depth(ofSignal: signal, at: 0) }
  }

  /// The clauses of all signals, by their place.
  var signalClauses: [CheckedClause] {
    signals.compactMap { if case .done(let clause, _) = $0 { clause } else { nil } }
  }

  mutating func resolve(_ clause: Clause) throws(EngineProblem) -> CheckedClause {
    try resolve(clause, at: 0)
  }

  private mutating func resolve(_ clause: Clause, at depth: Int) throws(EngineProblem) -> CheckedClause {
    let when = try resolve(clause.when, at: depth)
    guard let unless = clause.unless else { return CheckedClause(when: when, unless: nil) }
    return CheckedClause(when: when, unless: try resolve(unless, at: depth))
  }

  private mutating func resolve(_ conditions: [Condition], at depth: Int) throws(EngineProblem) -> [Check] {
    var checks: [Check] = []
    for condition in conditions { checks.append(try resolve(condition, at: depth + 1)) }
    return checks
  }

  private mutating func resolve(_ condition: Condition, at depth: Int) throws(EngineProblem) -> Check {
    try refuse(depth: depth)
    switch condition {
    case .all(let parts): return .all(try resolve(parts, at: depth))
    case .any(let parts): return .any(try resolve(parts, at: depth))
    case .none(let parts): return .none(try resolve(parts, at: depth))
    case .not(let part): return .not(try resolve(part, at: depth + 1))
    case .count(let parts, let test): return .count(try resolve(parts, at: depth), test)
    case .signal(let name): return .signal(try signal(name, at: depth))
    case .says(let phrases): return .text(search: add(try TextSearch(phrases: phrases, program.textMatching)), .found)
    case .uses(let name): return .text(search: try lexicon(name), .found)
    case .matches(let expressions): return .text(search: add(try TextSearch(expressions: expressions)), .found)
    case .linksTo(let hosts): return .text(search: add(try TextSearch(hosts: hosts)), .found)
    case .termCount(let name, let test): return .text(search: try lexicon(name), .count(test))
    case .score(let name, let test): return .text(search: try lexicon(name), .score(test))
    case .measure(let measure, let test): return .measure(measure, test)
    case .fact(let name, let test): return try fact(name, test)
    case .strikes(let name, let test): return .strikes(ladder: try names.ladders.place(of: name), test)
    case .timeOpen(let name): return .timeOpen(team: try names.teams.place(of: name))
    case .history(let history, let length, let test): return .history(history, in: length, test)
    case .mode(let wanted): return .mode(try modes(wanted))
    case .category(let wanted): return .category(try categories(wanted))
    case .escalation(let wanted): return .escalation(wanted)
    case .withoutEffect(let key): return .withoutEffect(key)
    }
  }

  private func refuse(depth: Int) throws(EngineProblem) {
    guard depth <= Self.greatestDepth else {
      throw EngineProblem("The conditions of the program stand more than \(Self.greatestDepth) deep in each other.")
    }
  }
}

// Names.
extension ConditionResolver {
  private mutating func signal(_ name: String, at depth: Int) throws(EngineProblem) -> Int {
    let place = try names.signals.place(of: name)
    try refuse(depth: depth + (try self.depth(ofSignal: place, at: depth + 1)))
    return place
  }

  /// How deep the conditions of a signal stand in each other. It is resolved first where it is not yet.
  private mutating func depth(ofSignal place: Int, at depth: Int) throws(EngineProblem) -> Int {
    switch signals[place] {
    case .done(_, let known): return known
    case .underWay: throw EngineProblem("The signal `\(program.signals[place].name)` is made of itself.")
    case .open:
      signals[place] = .underWay
      let clause = try resolve(program.signals[place].clause, at: depth)
      let own = max(self.depth(of: clause.when), clause.unless.map { self.depth(of: $0) } ?? 0)
      signals[place] = .done(clause, depth: own)
      order.append(place)
      return own
    }
  }

  private func depth(of check: Check) -> Int {
    if case .signal(let place) = check, case .done(_, let depth) = signals[place] { return depth + 1 }
    return 1 + (check.parts.map { self.depth(of: $0) }.max() ?? 0)
  }

  private func lexicon(_ name: String) throws(EngineProblem) -> Int {
    try names.lexicons.place(of: name)
  }

  private func categories(_ wanted: [String]) throws(EngineProblem) -> [Int] {
    var places: [Int] = []
    for name in wanted { places.append(try names.categories.place(of: name)) }
    return places
  }

  private func modes(_ wanted: [String]) throws(EngineProblem) -> [Int] {
    var places: [Int] = []
    for name in wanted { places.append(try names.modes.place(of: name)) }
    return places
  }

  private mutating func add(_ search: TextSearch) -> Int {
    searches.append(search)
    return searches.count - 1
  }

  private mutating func fact(_ name: String, _ test: FactTest) throws(EngineProblem) -> Check {
    let place = try names.facts.place(of: name)
    guard test.fits(program.facts[place].type) else {
      throw EngineProblem("The program asks of the fact `\(name)` what its type does not have.")
    }
    switch test {
    case .says(let phrases):
      return factText(place, searches: [add(try TextSearch(phrases: phrases, program.textMatching))], test)
    case .matches(let expressions):
      return factText(place, searches: [add(try TextSearch(expressions: expressions))], test)
    case .uses(let lexicons):
      var searches: [Int] = []
      for name in lexicons { searches.append(try lexicon(name)) }
      return factText(place, searches: searches, test)
    default: return .fact(place, test)
    }
  }

  private mutating func factText(_ place: Int, searches: [Int], _ test: FactTest) -> Check {
    searchedFacts.insert(place)
    return .factText(place, searches: searches, test)
  }
}

extension FactTest {
  fileprivate func fits(_ type: FactType) -> Bool {
    switch self {
    case .known: true
    case .number: type == .number
    case .duration: type == .duration
    case .yesNo: type == .yesNo
    case .instant: type == .instant
    case .words: type == .word || type == .words || type == .text
    case .identities: type == .identity
    case .says, .uses, .matches: type == .text
    }
  }
}
