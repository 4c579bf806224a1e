public import DecisionEngine
public import DecisionModel
public import DecisionOracle

/// Holds drafted replies to a playbook: to the steps of the plan that it orders, and to its standards.
///
/// A draft is judged by the engine itself, as a comment of which each standard and each step's marker asks whether it
/// holds. What a condition on a draft says of the text is about the draft; `post.visibility` says where the reply will
/// stand; all other facts are those of the comment that is answered.
public struct Reviewer: Sendable {
  /// Decides about the comment that is answered.
  public let engine: Oracle
  /// Judges drafts.
  let examiner: Oracle

  public var program: DecisionProgram { engine.program }

  /// - Throws: `EngineProblem` where the program contradicts itself, as none does that the compiler made.
  public init(_ engine: Oracle) throws(EngineProblem) {
    self.engine = engine
    examiner = try Oracle(engine.program.examiningDrafts, digest: engine.playbook.digest)
  }

  /// What stands against a draft.
  public func review(_ draft: Draft) -> Review {
    let examination = Examination(of: draft, by: self)
    var review = Review(playbook: engine.playbook)
    review.comment = draft.comment?.id
    review.plan = examination.answer?.plan.name
    review.reply = examination.decision?.reply
    review.isPrivate = examination.isPrivate
    review.shown = examination.shownSteps
    review.questions = examination.questions
    review.findings =
      examination.permission + examination.emptiness + examination.missingSteps + examination.missingName
      + examination.brokenStandards + examination.unfilledBlanks + examination.excessLength
      + examination.repeatedWording
    return review
  }

  /// The standards of the playbook that a text breaks, whether a plan names them or not, by their names.
  public func standardsBroken(by comment: Comment, isPrivate: Bool) -> [String] {
    let found = examiner.examine(comment, isPrivate: isPrivate)
    return program.standards.filter { found[$0.place.anchor] != nil }.map(\.name)
  }
}

extension Oracle {
  /// What was found in a draft, by the anchor of the standard or step that asks for it.
  func examine(_ draft: Comment, isPrivate: Bool) -> [String: [Found]] {
    var draft = draft
    if let place = program.facts.firstIndex(where: { $0.name == "post.visibility" }) {
      let word = Array((isPrivate ? "private" : "public").utf8)
      draft.facts[place] = .words([GivenWord(written: word, normal: word)])
    }
    let reasons = decide(draft).shadow.map { ($0.place.anchor, $0.found) }
    return Dictionary(reasons, uniquingKeysWith: { first, _ in first })
  }
}

extension DecisionProgram {
  /// The program in which each standard and each marker is on trial, and nothing else is decided.
  fileprivate var examiningDrafts: DecisionProgram {
    var program = withoutSignsOfDecisions
    program.plans = []
    let last = CategoryRule(
      name: "draft", title: "Draft", place: ClausePlace(anchor: "draft", section: "", at: ""), clause: nil, plan: nil,
      must: [], may: [], ladder: nil)
    program.categories = [last]
    program.escalations = []
    program.brakes = []
    let standards = standards.compactMap { standard in
      standard.avoid.map { ShadowRule(place: standard.place, clause: Clause(when: $0), isEscalation: false) }
    }
    let markers = stepMarkers.compactMap { marker in
      marker.lexicon.map { ShadowRule(place: marker.place, clause: Clause(when: .uses($0)), isEscalation: false) }
    }
    program.shadows = standards + markers
    return program
  }
}

extension StepMarker {
  /// No author can have given this anchor to a standard.
  var place: ClausePlace { ClausePlace(anchor: "step.\(step)", section: "", at: "") }
}
