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
  /// The policy's; clauses that were added stand behind those on trial.
  public private(set) var program: DecisionProgram
  var formula: PolicyFormula
  /// What judges comments, and what writes them: made when the first comment is asked for.
  private var judge: Oracle?
  private var writer: CommentWriter?
  /// The instants from which one team takes longer than another, as far as they were looked for.
  var late: [Race: [Instant]] = [:]

  /// So many conflicts are met for one question, and so many comments written, before it is left undecided.
  static let mostConflicts = 200_000
  static let mostRounds = 24

  /// - Throws: `EngineProblem` where the program contradicts itself, as none does that the compiler made.
  public init(_ program: DecisionProgram) throws(EngineProblem) { try self.init(program, telling: []) { _ in } }

  /// - Parameters:
  ///   - answers: Instants are told apart by whether these are late.
  ///   - extend: Adds to the formula what is asked of it beside the clauses.
  init(
    _ program: DecisionProgram, telling answers: [AnswerTime], _ extend: (inout PolicyFormula) -> Void
  ) throws(EngineProblem) {
    self.program = program.withoutSignsOfReviews
    var formula = try PolicyFormula(self.program, telling: answers)
    extend(&formula)
    self.formula = formula
  }

  /// Adds a clause that is none of the policy's, so that it can be asked about. It is made of conditions of the policy.
  ///
  /// - Parameter afterCategories: Whether the comment has its category when the clause is judged.
  public mutating func add(_ clause: Clause, afterCategories: Bool = false) -> PolicyClause {
    let place = ClausePlace(anchor: "asked.\(program.shadows.count)", section: "", at: "")
    let clause = clause.asCompiled(in: program)
    program.shadows.append(ShadowRule(place: place, clause: clause, isEscalation: afterCategories))
    formula.add(clause, afterCategories: afterCategories)
    judge = nil
    return .shadow(program.shadows.count - 1)
  }

  /// Whether there can be a comment for which some clauses hold and others do not.
  ///
  /// - Parameter explains: Whether of what is impossible only the clauses are named that are enough for it, which is
  ///   more work.
  public mutating func answer(_ question: PolicyQuestion, explains: Bool = true) -> PolicyAnswer {
    let parts = question.literals(in: formula)
    let program = program
    switch search(parts.map(\.literal), { $1.shows(question, in: program) }) {
    case .possible(let witness): return .possible(witness)
    case .impossible(let core): return .impossible(explains ? smallest(parts, core: core) : question)
    case .notDecided(let trouble): return .notDecided(trouble)
    }
  }

  /// What came of the search for a comment.
  enum SearchResult {
    case possible(Witness)
    /// There is none: these of the literals are enough for that.
    case impossible([Literal])
    case notDecided(String)
  }

  /// Searches for a comment for which some literals hold, and whose decision shows what is sought.
  mutating func search(_ literals: [Literal], _ shows: (Comment, Decision) -> Bool) -> SearchResult {
    var seeking = Seeking(formula.space.circuit.variable(), asked: asked(literals))
    for _ in 0..<Self.mostRounds {
      switch solve([seeking.guardian] + literals, settling: seeking.asked) {
      case .notDecided: return .notDecided("there are too many ways for it to be")
      case .impossible(let core):
        return core.contains(seeking.guardian) ? .notDecided(seeking.trouble) : .impossible(core)
      case .possible:
        if let witness = witness(&seeking, shows) { return .possible(witness) }
      }
    }
    return .notDecided(seeking.trouble)
  }

  /// A comment with the decision about it.
  mutating func judged(_ comment: Comment, isTimed: Bool) -> Witness {
    if judge == nil { judge = try? Oracle(program, digest: "sha256:proofs") }
    // The program contradicts itself, as none does that the compiler made.
    let unjudged = PlaybookVersion(name: program.playbook, version: program.version, digest: "sha256:proofs")
    let decision = judge?.decide(comment) ?? .trouble("The policy cannot be judged.", playbook: unjudged)
    return Witness(comment: comment, decision: decision, isTimed: isTimed)
  }

  /// The clauses of a question that are enough to rule out any comment for it; nil where that is not proved. This is
  /// less work than an answer, since no comment is written.
  public mutating func refutation(of question: PolicyQuestion) -> PolicyQuestion? {
    refutations(of: [question])[0]
  }

  /// What `refutation` says of each of several questions, which is less work than one after the other.
  public mutating func refutations(of questions: [PolicyQuestion]) -> [PolicyQuestion?] {
    let parts = questions.map { $0.literals(in: formula) }
    let isShown = showPossible(
      parts.map { ($0.filter(\.holds).map(\.literal), $0.filter { !$0.holds }.map(\.literal)) })
    return zip(parts, isShown).map { parts, isShown in
      guard !isShown, case .impossible(let core) = solve(parts.map(\.literal)) else { return nil }
      return smallest(parts, core: core)
    }
  }

  /// Whether it is proved that there is no comment for a question.
  public mutating func refutes(_ question: PolicyQuestion) -> Bool {
    if case .impossible = solve(question.literals(in: formula).map(\.literal)) { true } else { false }
  }

  /// Whether decisions depend on a signal: of others nothing is known.
  public func asks(signal name: String) -> Bool { formula.signals[Array(name.utf8)] != nil }

  /// What is the same for every comment: that a clause holds, or that it does not; nil where neither is proved.
  public mutating func constancy(of clause: PolicyClause) -> Constancy? { constancy(of: formula.literal(of: clause)) }

  /// The same of a signal, which surely holds for every comment, or surely for none.
  public mutating func constancy(ofSignal name: String) -> Constancy? {
    formula.signals[Array(name.utf8)].flatMap { constancy(of: $0.yes) }
  }

  public enum Constancy: Sendable {
    case never, always
  }

  mutating func constancy(of literal: Literal) -> Constancy? {
    if case .impossible = solve([literal]) { return .never }
    if case .impossible = solve([!literal]) { return .always }
    return nil
  }

  mutating func solve(_ assumptions: [Literal], settling more: Set<Int> = []) -> Solver.Verdict {
    formula.space.circuit.solve(assumptions, asking: more.sorted(), conflicts: Self.mostConflicts)
  }

  /// What a comment must settle for some literals to be as they are.
  private mutating func asked(_ literals: [Literal]) -> Set<Int> {
    let inputs = Set(formula.space.circuit.inputs(of: literals))
    return inputs.union(formula.space.exceptions(of: inputs))
  }
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

  private mutating func witness(_ seeking: inout Seeking, _ shows: (Comment, Decision) -> Bool) -> Witness? {
    let model = formula.space.circuit.solver.model
    let writer = writer ?? CommentWriter(formula.space)
    self.writer = writer
    let drafts = writer.drafts(asking: seeking.asked, model.holds)
    let isTimed = formula.space.start.variables.contains(where: seeking.asked.contains)
    for draft in drafts {
      let witness = judged(draft.comment, isTimed: isTimed)
      if shows(witness.comment, witness.decision) { return shortened(witness, shows) }
    }
    let lesson = lesson(of: drafts.first, by: writer, model, seeking.asked)
    formula.space.circuit.require([!seeking.guardian] + lesson)
    return nil
  }

  /// What the next comment must do otherwise.
  private func lesson(
    of draft: CommentWriter.Draft?, by comments: CommentWriter, _ model: Model, _ asked: Set<Int>
  ) -> [Literal] {
    for (fact, attempt) in draft?.attempts ?? [] where !attempt.isAsWished {
      guard let atoms = fact.map({ formula.space.factTexts[$0] }) ?? formula.space.text,
        let obstacle = comments.writer(of: fact)?.obstacle(to: attempt.wish)
      else { continue }
      let others = obstacle.company.flatMap { atom in
        [atoms.literals[atom]] + atoms.withExceptions[atom, default: []].map { model.holds($0) ? !$0 : $0 }
      }
      return [!atoms.literals[obstacle.atom]] + others
    }
    // Nothing in particular: the next model differs in something.
    return asked.sorted().map { model.holds(Literal($0)) ? !Literal($0) : Literal($0) }
  }

  /// The witness without what it does not need.
  private mutating func shortened(_ witness: Witness, _ shows: (Comment, Decision) -> Bool) -> Witness {
    var best = witness
    func attempt(_ change: (inout Comment) -> Void) {
      var comment = best.comment
      change(&comment)
      let shorter = judged(comment, isTimed: best.isTimed)
      if shows(shorter.comment, shorter.decision) { best = shorter }
    }
    for fact in witness.comment.facts.keys.sorted() { attempt { $0.facts[fact] = nil } }
    for ladder in witness.comment.histories.keys.sorted() { attempt { $0.histories[ladder] = nil } }
    for history in AuthorHistory.allCases { attempt { $0.earlier[history] = nil } }
    for mode in witness.comment.modes.sorted() { attempt { $0.modes.remove(mode) } }
    return best
  }
}

extension Clause {
  /// The clause where nothing takes part that is not in force, as the compiler makes it.
  fileprivate func asCompiled(in program: DecisionProgram) -> Clause {
    let (ladders, categories) = (program.ladders.map(\.name), program.categories.map(\.name))
    let sides = [when, unless].map { $0?.taking(ladders: ladders, categories: categories) }
    return Clause(when: sides[0] ?? when, unless: sides[1])
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
