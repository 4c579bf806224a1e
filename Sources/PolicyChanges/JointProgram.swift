import DecisionModel

/// Two versions of a policy in one program, so that both judge the same comment: the later one decides, and beside it
/// each clause of the earlier one stands as one on trial.
struct JointProgram {
  let program: DecisionProgram
  /// By category of the earlier version: its clause among the program's shadows; nil for the last one.
  private(set) var categories: [Int?] = []
  /// By escalation of the earlier version: its clause among the program's shadows. One that asks for the category has a
  /// clause for each category of the earlier version.
  private(set) var escalations: [ShadowedEscalation] = []

  enum ShadowedEscalation {
    case always(Int)
    case byCategory([Int])
  }

  /// - Throws: `Incomparable` where the two read the same comment in different ways.
  init(_ earlier: DecisionProgram, _ later: DecisionProgram) throws(Incomparable) {
    try Incomparable.refuse(earlier, later)
    var joint = later
    joint.shadows = []
    let names = EarlierNames(earlier, later)
    joint.facts += earlier.facts.filter { fact in !later.facts.contains { $0.name == fact.name } }
    joint.modes += earlier.modes.filter { !later.modes.contains($0) }
    joint.ladders += earlier.ladders.filter { ladder in !later.ladders.contains { $0.name == ladder.name } }
    joint.teams += names.teams
    joint.lexicons += names.lexicons
    joint.signals += earlier.signals.map { SignalRule(name: names.signal($0.name), clause: names.clause($0.clause)) }
    var shadows: [ShadowRule] = []
    func add(_ clause: Clause, isEscalation: Bool) -> Int {
      let place = ClausePlace(anchor: "earlier.\(shadows.count)", section: "", at: "")
      shadows.append(ShadowRule(place: place, clause: names.clause(clause), isEscalation: isEscalation))
      return shadows.count - 1
    }
    categories = earlier.categories.map { $0.clause.map { add($0, isEscalation: false) } }
    escalations = earlier.escalations.map { rule in
      guard rule.clause.asksForCategory else { return .always(add(rule.clause, isEscalation: true)) }
      return .byCategory(earlier.categories.map { add(rule.clause.settled(in: $0.name), isEscalation: true) })
    }
    joint.shadows = shadows
    program = joint
  }

  /// The clauses that hold and those that fail where a comment is in a category of the earlier version.
  func chosen(_ category: Int) -> (holding: [Int], failing: [Int]) {
    (categories[category].map { [$0] } ?? [], categories[..<category].compactMap { $0 })
  }
}

/// Why two policies cannot be held against each other for all comments.
public struct Incomparable: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  fileprivate static func refuse(_ earlier: DecisionProgram, _ later: DecisionProgram) throws(Incomparable) {
    if earlier.matching != later.matching {
      throw Incomparable(description: "text is matched otherwise (`matching`), so that the two read different words")
    }
    if earlier.zone != later.zone {
      throw Incomparable(description: "the time zone is another one, so that the two read different hours")
    }
    for fact in earlier.facts {
      if let other = later.facts.first(where: { $0.name == fact.name }), other.type != fact.type {
        throw Incomparable(description: "the fact `\(fact.name)` is of another type")
      }
    }
  }
}
