import CommentText
import DecisionModel
import DecisionOracle
import PlaybookModel

/// What a playbook looks for in comments. What stands only under `unless`, `none` or `not` takes something away, and is
/// left out: nobody disguises an excuse.
struct ListsOfProgram {
  private let program: DecisionProgram
  private let matching: TextMatching
  private var visited: Set<Visit> = []
  private var lexicons: [(name: String, isGuard: Bool)] = []
  private var phrases: [(anchor: String, phrases: [String], isGuard: Bool)] = []

  private struct Visit: Hashable {
    let signal: String
    let isGuard: Bool
  }

  static func lists(of playbook: Playbook, _ program: DecisionProgram) -> [AuditedList] {
    var walk = ListsOfProgram(program)
    for rule in program.categories {
      let isConduct = playbook.categories.contains { $0.definition.name == rule.name && $0.houseRule != nil }
      let isGuard = isConduct || rule.ladder != nil || program.isHard(rule.must + rule.may)
      if let clause = rule.clause { walk.visit(clause.when, "category.\(rule.name)", isGuard) }
    }
    for rule in program.escalations {
      walk.visit(rule.clause.when, "escalation.\(rule.name)", program.isHard(rule.must + rule.may))
    }
    for rule in program.shadows { walk.visit(rule.clause.when, rule.place.anchor, false) }
    return walk.lists
  }

  private init(_ program: DecisionProgram) {
    self.program = program
    matching = program.textMatching
  }

  private mutating func visit(_ condition: Condition, _ anchor: String, _ isGuard: Bool) {
    switch condition {
    case .none, .not: break
    case .signal(let name):
      guard visited.insert(Visit(signal: name, isGuard: isGuard)).inserted,
        let signal = program.signals.first(where: { $0.name == name })
      else { return }
      visit(signal.clause.when, "signal.\(name)", isGuard)
    case .says(let said): add(said, anchor, isGuard)
    default:
      for lexicon in condition.lexicons { add(lexicon, isGuard) }
      for part in condition.parts { visit(part, anchor, isGuard) }
    }
  }

  private mutating func add(_ lexicon: String, _ isGuard: Bool) {
    guard let place = lexicons.firstIndex(where: { $0.name == lexicon }) else {
      return lexicons.append((lexicon, isGuard))
    }
    lexicons[place].isGuard = lexicons[place].isGuard || isGuard
  }

  private mutating func add(_ said: [String], _ anchor: String, _ isGuard: Bool) {
    guard let place = phrases.firstIndex(where: { $0.anchor == anchor && $0.phrases == said }) else {
      return phrases.append((anchor, said, isGuard))
    }
    phrases[place].isGuard = phrases[place].isGuard || isGuard
  }

  /// Those that guard first, then in the order in which the policy asks for them.
  private var lists: [AuditedList] {
    let ofLexicons = lexicons.compactMap { lexicon in
      program.lexicons.first { $0.name == lexicon.name }.map {
        AuditedList($0, isGuard: lexicon.isGuard, matching)
      }
    }
    let ofPhrases = phrases.map { site in
      AuditedList(
        site.anchor, .phrases(site.phrases), isGuard: site.isGuard, terms: site.phrases.map { WeightedTerm(term: $0) },
        matching)
    }
    let all = ofLexicons + ofPhrases
    return all.filter(\.isGuard) + all.filter { !$0.isGuard }
  }
}

extension AuditedList {
  init(_ lexicon: LexiconTable, isGuard: Bool, _ matching: TextMatching) {
    self.init(
      "lexicon.\(lexicon.name)", .lexicon(lexicon.name), isGuard: isGuard, terms: lexicon.terms, except: lexicon.except,
      disguises: lexicon.disguises, matching)
  }
}

extension DecisionProgram {
  /// Whether some of the actions are hard on a comment or its author.
  fileprivate func isHard(_ orders: [ActionOrder]) -> Bool {
    orders.contains { order in
      order.action == "warn" || actions.contains { $0.name == order.action && $0.kind == .enforce }
    }
  }
}
