import CommentText
public import DecisionEngine
public import DecisionModel
import DecisionOracle

/// What can be known of a policy before the first comment arrives: which of its clauses can hold together.
///
/// Conditions are formulas over what can be found in a text, measures of it, facts and histories parted at the bounds
/// that the policy names. What a formula rules out is proved; what it allows is written as a comment and judged by the
/// engine, so that nothing is said of a policy that is not so.
public struct PolicyProofs {
  public let program: DecisionProgram
  private(set) var formula: PolicyFormula
  private let judge: Oracle
  private let writer: CommentWriter

  /// So many conflicts are met for one question, and so many comments written, before it is left undecided.
  static let mostConflicts = 200_000
  static let mostRounds = 24

  /// - Throws: `EngineProblem` where the program contradicts itself, as none does that the compiler made.
  public init(_ program: DecisionProgram) throws(EngineProblem) {
    let needed = program.withoutSignsOfReviews
    self.program = needed
    judge = try Oracle(needed, digest: "sha256:proofs")
    formula = try PolicyFormula(needed)
    writer = CommentWriter(formula.space)
  }

  /// Whether there can be a comment for which some clauses hold and others do not.
  ///
  /// - Parameter explains: Whether of what is impossible only the clauses are named that are enough for it, which is
  ///   more work.
  public mutating func answer(_ question: PolicyQuestion, explains: Bool = true) -> PolicyAnswer {
    let parts = question.literals(in: formula)
    var seeking = Seeking(formula.space.circuit.variable(), asked: asked(parts.map(\.literal)))
    for _ in 0..<Self.mostRounds {
      switch solve([seeking.guardian] + parts.map(\.literal)) {
      case .notDecided: return .notDecided("there are too many ways for it to be")
      case .impossible(let core):
        if core.contains(seeking.guardian) { return .notDecided(seeking.trouble) }
        return .impossible(explains ? smallest(parts, core: core) : question)
      case .possible:
        if let witness = witness(for: question, &seeking) { return .possible(witness) }
      }
    }
    return .notDecided(seeking.trouble)
  }

  /// The clauses of a question that are enough to rule out any comment for it; nil where that is not proved. This is
  /// less work than an answer, since no comment is written.
  public mutating func refutation(of question: PolicyQuestion) -> PolicyQuestion? {
    let parts = question.literals(in: formula)
    guard case .impossible(let core) = solve(parts.map(\.literal)) else { return nil }
    return smallest(parts, core: core)
  }

  /// Whether it is proved that there is no comment for a question.
  public mutating func refutes(_ question: PolicyQuestion) -> Bool {
    if case .impossible = solve(question.literals(in: formula).map(\.literal)) { true } else { false }
  }

  /// What is the same for every comment: that a clause holds, or that it does not; nil where neither is proved.
  public mutating func constancy(of clause: PolicyClause) -> Constancy? { constancy(of: formula.literal(of: clause)) }

  /// The same of a signal, which surely holds for every comment, or surely for none.
  public mutating func constancy(ofSignal name: String) -> Constancy? {
    formula.signals[Array(name.utf8)].flatMap { constancy(of: $0.yes) }
  }

  public enum Constancy: Sendable {
    case never, always
  }

  private mutating func constancy(of literal: Literal) -> Constancy? {
    if case .impossible = solve([literal]) { return .never }
    if case .impossible = solve([!literal]) { return .always }
    return nil
  }

  private mutating func solve(_ assumptions: [Literal]) -> Solver.Verdict {
    formula.space.circuit.solve(assumptions, conflicts: Self.mostConflicts)
  }

  private mutating func asked(_ literals: [Literal]) -> Set<Int> { Set(formula.space.circuit.inputs(of: literals)) }
}

// Which clauses are enough.
extension PolicyProofs {
  /// Leaves out of what is impossible together whatever is not needed for that, one clause after the other.
  private mutating func smallest(_ parts: [QuestionPart], core: [Literal]) -> PolicyQuestion {
    var kept = parts.filter { core.contains($0.literal) }
    for part in kept.reversed() {
      let fewer = kept.filter { $0.clause != part.clause || $0.holds != part.holds }
      if case .impossible = solve(fewer.map(\.literal)) { kept = fewer }
    }
    return PolicyQuestion(
      holding: kept.filter(\.holds).map(\.clause), failing: kept.filter { !$0.holds }.map(\.clause))
  }
}

// From a model to a comment.
extension PolicyProofs {
  /// What is remembered while comments for one question are written.
  private struct Seeking {
    /// Holds for this question alone: what is learnt from comments that failed is no proof of anything else.
    let guardian: Literal
    let asked: Set<Int>
    var trouble = "no comment was found that shows it"

    init(_ guardian: Literal, asked: Set<Int>) {
      self.guardian = guardian
      self.asked = asked
    }
  }

  private mutating func witness(for question: PolicyQuestion, _ seeking: inout Seeking) -> Witness? {
    let model = formula.space.circuit.solver.model
    let drafts = writer.drafts(asking: seeking.asked, model.holds)
    for draft in drafts {
      let decision = judge.decide(draft.comment)
      if decision.shows(question, in: program) {
        let isTimed = formula.space.start.variables.contains(where: seeking.asked.contains)
        return shortened(Witness(comment: draft.comment, decision: decision, isTimed: isTimed), question)
      }
    }
    formula.space.circuit.require([!seeking.guardian] + lesson(of: drafts.first, model, seeking.asked))
    return nil
  }

  /// What the next comment must do otherwise.
  private func lesson(of draft: CommentWriter.Draft?, _ model: Model, _ asked: Set<Int>) -> [Literal] {
    for (fact, attempt) in draft?.attempts ?? [] {
      guard let atoms = fact.map({ formula.space.factTexts[$0] }) ?? formula.space.text, !attempt.wrongAtoms.isEmpty,
        let writer = writer.writer(of: fact)
      else { continue }
      let written = atoms.literals.indices.filter { place in
        asked.contains(atoms.literals[place].variable) && model.holds(atoms.literals[place])
      }
      for wrong in attempt.wrongAtoms {
        let literal = atoms.literals[wrong]
        if model.holds(literal) {
          // It cannot even be written alone.
          if !writer.found(in: atoms.list[wrong].sample(attempt.style))[wrong] { return [!literal] }
        } else if let cause = written.first(where: { writer.found(in: atoms.list[$0].sample(attempt.style))[wrong] }) {
          return [!atoms.literals[cause], literal]
        }
      }
    }
    // Nothing in particular: the next model differs in something.
    return asked.sorted().map { model.holds(Literal($0)) ? !Literal($0) : Literal($0) }
  }

  /// The witness without what it does not need.
  private func shortened(_ witness: Witness, _ question: PolicyQuestion) -> Witness {
    var best = witness
    func attempt(_ change: (inout Comment) -> Void) {
      var comment = best.comment
      change(&comment)
      let decision = judge.decide(comment)
      if decision.shows(question, in: program) {
        best = Witness(comment: comment, decision: decision, isTimed: best.isTimed)
      }
    }
    for fact in witness.comment.facts.keys.sorted() { attempt { $0.facts[fact] = nil } }
    for ladder in witness.comment.histories.keys.sorted() { attempt { $0.histories[ladder] = nil } }
    for history in AuthorHistory.allCases { attempt { $0.earlier[history] = nil } }
    for mode in witness.comment.modes.sorted() { attempt { $0.modes.remove(mode) } }
    return best
  }
}

/// A clause of a question, and what is asked of it.
private struct QuestionPart {
  let clause: PolicyClause
  let holds: Bool
  let literal: Literal
}

extension PolicyQuestion {
  fileprivate func literals(in formula: PolicyFormula) -> [QuestionPart] {
    holding.map { QuestionPart(clause: $0, holds: true, literal: formula.literal(of: $0)) }
      + failing.map { QuestionPart(clause: $0, holds: false, literal: !formula.literal(of: $0)) }
  }
}

extension PolicyFormula {
  func literal(of clause: PolicyClause) -> Literal {
    switch clause {
    case .category(let place): categoryHolds[place]
    case .chosen(let place): categoryIsChosen[place]
    case .escalation(let place): escalationHolds[place]
    case .shadow(let place): shadowHolds[place]
    }
  }
}

extension Decision {
  /// Whether the decision shows what a question asks for.
  func shows(_ question: PolicyQuestion, in program: DecisionProgram) -> Bool {
    question.holding.allSatisfy { holds($0, in: program) } && !question.failing.contains { holds($0, in: program) }
  }

  private func holds(_ clause: PolicyClause, in program: DecisionProgram) -> Bool {
    switch clause {
    case .category(let place):
      let rule = program.categories[place]
      return rule.clause == nil || category == rule.name || also.contains(rule.name)
    case .chosen(let place): return category == program.categories[place].name
    case .escalation(let place): return escalations.contains(program.escalations[place].name)
    case .shadow(let place):
      let anchor = program.shadows[place].place.anchor
      return shadow.contains { $0.place.anchor.utf8.elementsEqual(anchor.utf8) }
    }
  }
}
