public import DecisionModel

/// Where somebody wants a comment to be.
public enum WantedClause: Hashable, Sendable {
  /// The comment is in the category, by its place in the program.
  case category(Int)
  case escalation(Int)

  /// Whether a decision is such.
  public func isReached(by decision: Decision, in program: DecisionProgram) -> Bool {
    switch self {
    case .category(let place): decision.category == program.categories[place].name
    case .escalation(let place): decision.escalations.contains(program.escalations[place].name)
    }
  }
}

/// The changes of a comment that have to do with why it is not where somebody wants it.
///
/// A comment is not in a category because one above it takes the comment, or because its own condition does not hold. To
/// get there, something must change that this one clause asks for: so only such changes are tried, and no way is missed.
struct RelevantChanges {
  let program: DecisionProgram
  let leading: LeadingComments
  private let leavingOut: LeavingOut

  /// So deep signals are followed.
  private static let depth = 8

  init(_ program: DecisionProgram, now: Instant) {
    self.program = program
    leading = LeadingComments(program: program, now: now)
    leavingOut = LeavingOut(program: program)
  }

  func changes(of comment: JSONValue, decided decision: Decision, toward wanted: WantedClause) -> [CommentChange] {
    var seen: Set<CommentChange> = []
    return clauses(between: decision, and: wanted).flatMap { changes(of: comment, by: $0) }.filter {
      seen.insert($0).inserted
    }
  }

  /// The clauses that stand between a comment and where it is wanted.
  private func clauses(between decision: Decision, and wanted: WantedClause) -> [Clause] {
    switch wanted {
    case .category(let place):
      let taker = program.categories.prefix(place).first { $0.name == decision.category }
      return [(taker ?? program.categories[place]).clause].compactMap { $0 }
    case .escalation(let place):
      let clause = program.escalations[place].clause
      let categories = clause.conditions.flatMap { condition -> [String] in
        if case .category(let names) = condition { names } else { [] }
      }
      let others = program.categories.indices.filter { place in
        let name = program.categories[place].name
        return categories.contains(name) && name != decision.category
      }
      // Out of the category that it has, where the escalation wants it elsewhere, or to none of some.
      let own = program.categories.first { $0.name == decision.category }?.clause
      return [clause] + others.flatMap { clauses(between: decision, and: .category($0)) }
        + (categories.isEmpty ? [] : [own].compactMap { $0 })
    }
  }

  private func changes(of comment: JSONValue, by clause: Clause) -> [CommentChange] {
    leaves(of: clause, depth: Self.depth).flatMap { leaf in
      leading.steps(around: leaf).flatMap { $0 }.filter { !$0.isAnotherText }
        + leavingOut.changes(of: comment, against: leaf) + withholding(leaf, from: comment)
    }
  }

  /// What is given and need not be.
  private func withholding(_ condition: Condition, from comment: JSONValue) -> [CommentChange] {
    switch condition {
    case .fact(let fact, let test):
      let other: [CommentChange] = test.isAboutWords ? [.give(fact: fact, .text("other"))] : []
      return other + (comment.removing(fact: fact) == comment ? [] : [.withhold(fact: fact)])
    case .mode: return comment["modes"] == nil ? [] : [.noMode]
    default: return []
    }
  }

  /// The conditions of a clause that are made of no others, those of its signals too.
  private func leaves(of clause: Clause, depth: Int) -> [Condition] {
    clause.conditions.filter(\.parts.isEmpty).flatMap { condition -> [Condition] in
      guard case .signal(let name) = condition else { return [condition] }
      guard depth > 0, let signal = program.signals.first(where: { $0.name == name }) else { return [] }
      return leaves(of: signal.clause, depth: depth - 1)
    }
  }
}

extension FactTest {
  fileprivate var isAboutWords: Bool {
    switch self {
    case .words, .identities, .says, .uses, .matches, .known: true
    case .number, .duration, .yesNo, .instant: false
    }
  }
}
