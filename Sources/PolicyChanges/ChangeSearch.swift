import DecisionEngine
public import DecisionModel
import DecisionOracle
import PolicyImpact
import PolicyProofs

extension PolicyChanges {
  /// Looks for every way in which two versions of a policy decide differently.
  ///
  /// - Throws: `Incomparable` where the two read the same comment in different ways; `EngineProblem` where one of them
  ///   contradicts itself, as none does that the compiler made.
  public init(from earlier: DecisionProgram, to later: DecisionProgram) throws {
    var search = try ChangeSearch(earlier, later)
    moves = search.moves()
    escalations = search.escalationMoves()
    undecided = search.undecided
    orders = OrderChange.all(from: earlier, to: later)
  }
}

/// The questions whose answers are the changes of a policy.
private struct ChangeSearch {
  private let earlier: DecisionProgram
  private let later: DecisionProgram
  private let joint: JointProgram
  private let judges: (before: Oracle, after: Oracle)
  private var proofs: PolicyProofs
  private(set) var undecided: [String] = []

  init(_ earlier: DecisionProgram, _ later: DecisionProgram) throws {
    (self.earlier, self.later) = (earlier, later)
    joint = try JointProgram(earlier, later)
    judges = (try Oracle(earlier, digest: "sha256:earlier"), try Oracle(later, digest: "sha256:later"))
    proofs = try PolicyProofs(joint.program)
  }

  /// For each pair of categories of different names, whether a comment goes from one to the other.
  mutating func moves() -> [ShownMove] {
    earlier.categories.indices.filter { !staysPut($0) }.flatMap { moves(from: $0) }
  }

  /// Whether it is proved that every comment of a category stays in the one of the same name: mostly nothing moves.
  private mutating func staysPut(_ place: Int) -> Bool {
    let name = earlier.categories[place].name
    guard let same = later.categories.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) else { return false }
    return proofs.refutes(question(old: place, failing: [.chosen(same)]))
  }

  private mutating func moves(from place: Int) -> [ShownMove] {
    let old = earlier.categories[place].name
    var moves: [ShownMove] = []
    for (other, category) in later.categories.enumerated() where !category.name.utf8.elementsEqual(old.utf8) {
      let (new, name) = (category.name, "whether a comment goes from `\(old)` to `\(category.name)`")
      let question = question(old: place, holding: [.chosen(other)])
      if let witness = witness(question, name, shows: { $0.category == old && $1.category == new }) {
        moves.append(ShownMove(from: old, to: new, witness: witness))
      }
    }
    return moves
  }

  mutating func escalationMoves() -> [EscalationMove] {
    var moves: [EscalationMove] = []
    for (place, rule) in later.escalations.enumerated() {
      let old = earlier.escalations.firstIndex { $0.name.utf8.elementsEqual(rule.name.utf8) }
      if let witness = begins(rule.name, place, old) {
        moves.append(EscalationMove(escalation: rule.name, begins: true, witness: witness))
      }
    }
    for (place, rule) in earlier.escalations.enumerated() {
      let new = later.escalations.firstIndex { $0.name.utf8.elementsEqual(rule.name.utf8) }
      if let witness = ends(rule.name, place, new) {
        moves.append(EscalationMove(escalation: rule.name, begins: false, witness: witness))
      }
    }
    return moves
  }

  private mutating func begins(_ name: String, _ place: Int, _ old: Int?) -> ChangeWitness? {
    let said = "whether `\(name)` begins to hold for a comment"
    return firstWitness(old, holding: [.escalation(place)], isOldHeld: false, said) { before, after in
      after.escalations.contains(name) && !before.escalations.contains(name)
    }
  }

  private mutating func ends(_ name: String, _ place: Int, _ new: Int?) -> ChangeWitness? {
    let said = "whether `\(name)` ends to hold for a comment"
    return firstWitness(place, failing: new.map { [.escalation($0)] } ?? [], isOldHeld: true, said) { before, after in
      before.escalations.contains(name) && !after.escalations.contains(name)
    }
  }

  /// A witness, for whatever category of the earlier version the escalation of that version asks.
  private mutating func firstWitness(
    _ old: Int?, holding: [PolicyClause] = [], failing: [PolicyClause] = [], isOldHeld: Bool, _ name: String,
    shows: (Decision, Decision) -> Bool
  ) -> ChangeWitness? {
    guard let old else { return witness(PolicyQuestion(holding: holding, failing: failing), name, shows: shows) }
    func with(_ shadow: Int, _ more: (holding: [Int], failing: [Int]) = ([], [])) -> PolicyQuestion {
      PolicyQuestion(
        holding: holding + (more.holding + (isOldHeld ? [shadow] : [])).map { .shadow($0) },
        failing: failing + (more.failing + (isOldHeld ? [] : [shadow])).map { .shadow($0) })
    }
    switch joint.escalations[old] {
    case .always(let shadow): return witness(with(shadow), name, shows: shows)
    case .byCategory(let shadows):
      for (category, shadow) in shadows.enumerated() {
        if let found = witness(with(shadow, joint.chosen(category)), name, shows: shows) { return found }
      }
      return nil
    }
  }

  private func question(old: Int, holding: [PolicyClause] = [], failing: [PolicyClause] = []) -> PolicyQuestion {
    let chosen = joint.chosen(old)
    return PolicyQuestion(
      holding: holding + chosen.holding.map { .shadow($0) }, failing: failing + chosen.failing.map { .shadow($0) })
  }

  private mutating func witness(
    _ question: PolicyQuestion, _ name: String, shows: (Decision, Decision) -> Bool
  ) -> ChangeWitness? {
    switch proofs.answer(question, explains: false) {
    case .impossible: return nil
    case .notDecided(let why):
      undecided.append("\(name) is not decided: \(why)")
      return nil
    case .possible(let witness):
      let before = judges.before.decide(witness.comment.moved(from: joint.program, to: earlier))
      let after = judges.after.decide(witness.comment.moved(from: joint.program, to: later))
      guard shows(before, after) else {
        undecided.append("\(name) is not decided: the comment that was to show it does not")
        return nil
      }
      let changes = ComparedDecisions(before, after, ActionKinds(earlier, later), in: later.zone).changes
      return ChangeWitness(
        comment: witness.written(in: joint.program), before: before, after: after, changes: changes)
    }
  }
}

extension Comment {
  /// The comment as another program counts facts, ladders and modes; what that does not know is left out.
  func moved(from program: DecisionProgram, to other: DecisionProgram) -> Comment {
    var moved = self
    moved.facts = replaced(facts, program.facts.map(\.name), other.facts.map(\.name))
    moved.histories = replaced(histories, program.ladders.map(\.name), other.ladders.map(\.name))
    moved.modes = Set(modes.compactMap { mode in other.modes.firstIndex(of: program.modes[mode]) })
    return moved
  }
}

private func replaced<Value>(_ values: [Int: Value], _ names: [String], _ others: [String]) -> [Int: Value] {
  Dictionary(
    values.compactMap { place, value in others.firstIndex(of: names[place]).map { ($0, value) } },
    uniquingKeysWith: { one, _ in one })
}
