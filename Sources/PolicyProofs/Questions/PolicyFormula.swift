import CommentText
import DecisionEngine
import DecisionModel

/// A policy as a formula: for each of its clauses, what a comment must be that it holds.
struct PolicyFormula {
  var space: CommentSpace
  /// By category: whether its clause holds, and whether it is the first that does. The last one's clause always holds.
  private(set) var categoryHolds: [Literal] = []
  private(set) var categoryIsChosen: [Literal] = []
  private(set) var escalationHolds: [Literal] = []
  /// By clause on trial.
  private(set) var shadowHolds: [Literal] = []
  private(set) var signals: [[UInt8]: Certainty] = [:]
  /// Conditions that were too large to be taken apart: they stand for themselves, as if nothing were known of them.
  private(set) var openConditions = 0

  /// - Parameter answers: Instants are told apart by whether these are late.
  /// - Throws: `EngineProblem` where the program contradicts itself, as none does that the compiler made.
  init(_ program: DecisionProgram, telling answers: [AnswerTime] = []) throws(EngineProblem) {
    space = try CommentSpace(of: program, telling: answers)
    for name in try signalOrder(of: program) {
      guard let place = space.names.signals[name] else { continue }
      signals[name] = certainty(of: program.signals[place].clause)
    }
    var taken = Literal.no
    for category in program.categories {
      let holds = category.clause.map { self.holds($0) } ?? .yes
      categoryHolds.append(holds)
      categoryIsChosen.append(space.circuit.all([holds, !taken]))
      taken = space.circuit.any([taken, holds])
    }
    escalationHolds = program.escalations.map { holds($0.clause, afterCategories: true) }
    shadowHolds = program.shadows.map { holds($0.clause, afterCategories: $0.isEscalation) }
    relate()
  }

  /// Adds a clause that is none of the policy's, behind those on trial.
  mutating func add(_ clause: Clause, afterCategories: Bool) {
    shadowHolds.append(holds(clause, afterCategories: afterCategories))
  }

  /// Whether a clause holds: its `when` surely does, and its `unless` does not surely.
  ///
  /// - Parameter afterCategories: Whether the comment has its category when the clause is judged.
  mutating func holds(_ clause: Clause, afterCategories: Bool = false) -> Literal {
    let when = certainty(of: clause.when, afterCategories: afterCategories).yes
    let unless = clause.unless.map { certainty(of: $0, afterCategories: afterCategories).yes } ?? .no
    return space.circuit.all([when, !unless])
  }

  /// What is known of a clause that has a name: its exception takes it away where that surely holds.
  mutating func certainty(of clause: Clause) -> Certainty {
    let when = certainty(of: clause.when)
    guard let unless = clause.unless.map({ certainty(of: $0) }) else { return when }
    return Certainty(
      yes: space.circuit.all([when.yes, !unless.yes]), no: space.circuit.any([when.no, unless.yes]))
  }

  mutating func certainty(of condition: Condition, afterCategories: Bool = false) -> Certainty {
    switch condition {
    case .all(let parts): return space.circuit.all(parts.map { certainty(of: $0, afterCategories: afterCategories) })
    case .any(let parts): return space.circuit.any(parts.map { certainty(of: $0, afterCategories: afterCategories) })
    case .none(let parts): return !space.circuit.any(parts.map { certainty(of: $0, afterCategories: afterCategories) })
    case .not(let part): return !certainty(of: part, afterCategories: afterCategories)
    case .count(let parts, let test):
      return count(parts.map { certainty(of: $0, afterCategories: afterCategories) }, test)
    case .signal(let name): return signals[Array(name.utf8)] ?? .unknown
    case .category(let wanted):
      guard afterCategories else { return Certainty(.no) }
      return Certainty(
        space.circuit.any(wanted.compactMap { name in space.names.categories[name].map { categoryIsChosen[$0] } }))
    // Only promises ask this, and they are judged when the escalations are settled.
    case .escalation(let wanted):
      let held = zip(space.program.escalations, escalationHolds).filter { rule, _ in
        wanted.contains(where: rule.name.isSame)
      }
      return Certainty(space.circuit.any(held.map(\.1)))
    case .withoutEffect: return .unknown
    default: return leaf(condition)
    }
  }

  /// How many conditions surely hold, and how many may: the test is settled where it says the same of all between.
  private mutating func count(_ parts: [Certainty], _ test: NumberTest) -> Certainty {
    let certain = parts.map { Summand(literal: $0.yes, weight: 1) }
    let possible = parts.map { Summand(literal: !$0.no, weight: 1) }
    let steps = NumberSteps.whole([test], in: 0...parts.count).map { Int($0) }
    var (fails, passes): ([Literal], [Literal]) = ([], [])
    for (place, step) in steps.enumerated() {
      let next = place + 1 < steps.count ? steps[place + 1] : parts.count + 1
      guard let beyond = space.circuit.sum(of: certain, isAtLeast: next),
        let reached = space.circuit.sum(of: possible, isAtLeast: step)
      else { return open() }
      let isElsewhere = space.circuit.any([beyond, !reached])
      if test.passes(Double(step)) { passes.append(isElsewhere) } else { fails.append(isElsewhere) }
    }
    return Certainty(yes: space.circuit.all(fails), no: space.circuit.all(passes))
  }

  /// A condition that is left to the engine: anything can be true of it.
  mutating func open() -> Certainty {
    openConditions += 1
    return Certainty(space.circuit.variable())
  }

  /// The signals in such an order that each stands after those it is made of.
  private func signalOrder(of program: DecisionProgram) throws(EngineProblem) -> [[UInt8]] {
    // What the compiler made has no circles; a program that is none of its is refused by who prepares it.
    var order: [[UInt8]] = []
    var state: [[UInt8]: Bool] = [:]
    var waiting = program.signals.map { (name: Array($0.name.utf8), isLeft: false) }
    while let (name, isLeft) = waiting.popLast() {
      if isLeft {
        state[name] = true
        order.append(name)
        continue
      }
      if let isDone = state[name] {
        if !isDone { throw EngineProblem("A signal is made of itself.") }
        continue
      }
      guard let place = space.names.signals[name] else { continue }
      state[name] = false
      waiting.append((name: name, isLeft: true))
      for case .signal(let part) in program.signals[place].clause.conditions
      where state[Array(part.utf8)] != true { waiting.append((name: Array(part.utf8), isLeft: false)) }
    }
    return order
  }
}
