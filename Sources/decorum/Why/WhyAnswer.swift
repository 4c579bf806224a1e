import DecisionEngine
import DecisionModel
import DecisionOracle
import PlaybookPipeline
import PlaybookTesting
import PolicyProofs

/// Why a comment is decided as it is, and what leads to another decision.
struct WhyAnswer {
  struct Question {
    /// As tests write comments.
    let comment: JSONValue
    let now: Instant
    /// Where somebody expected it to be.
    let wanted: WantedClause?
  }

  let question: Question
  let program: DecisionProgram
  let comment: Comment
  let decision: Decision
  /// Every clause with its conditions, those of categories first.
  let clauses: [ClauseTrace]
  /// Nil where nobody asked for another decision, or it is that one.
  private(set) var found: WaysFound?
  /// Where no way was found: what is known of all comments.
  private(set) var proof: PolicyAnswer?

  init(_ question: Question, _ compiled: CompiledPlaybook) throws {
    let (oracle, decider) = (try compiled.oracle(), Decider(try compiled.engine()))
    self.question = question
    program = compiled.program
    comment = try decider.read(question.comment, at: question.now)
    decision = decider.decide(comment)
    clauses = oracle.explain(comment)
    guard let wanted = question.wanted, !isThere else { return }
    let found = WaySearch(program, by: decider, now: question.now).ways(from: question.comment, to: wanted)
    self.found = found
    if found.ways.isEmpty {
      var proofs = try PolicyProofs(program)
      proof = proofs.answer(wanted.question)
    }
  }

  /// Whether the comment already is where it was expected.
  var isThere: Bool { question.wanted?.isReached(by: decision, in: program) ?? false }

  /// The category that takes the comment before the one that was expected could.
  var taker: String? {
    guard case .category(let place) = question.wanted else { return nil }
    return program.categories.prefix(place).first { $0.name == decision.category }?.name
  }

  func trace(of anchor: String) -> ClauseTrace? { clauses.first { $0.anchor.utf8.elementsEqual(anchor.utf8) } }
}

extension WantedClause {
  /// Whether any comment at all is there.
  fileprivate var question: PolicyQuestion {
    switch self {
    case .category(let place): .category(place)
    case .escalation(let place): PolicyQuestion(holding: [.escalation(place)])
    }
  }

  func name(in program: DecisionProgram) -> String {
    switch self {
    case .category(let place): program.categories[place].name
    case .escalation(let place): program.escalations[place].name
    }
  }

  func anchor(in program: DecisionProgram) -> String {
    switch self {
    case .category(let place): program.categories[place].place.anchor
    case .escalation(let place): program.escalations[place].place.anchor
    }
  }
}
