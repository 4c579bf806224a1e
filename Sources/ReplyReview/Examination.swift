import CommentText
import DecisionModel
import DecisionOracle

/// All that is known of a draft before anything is held against it.
struct Examination {
  let draft: Draft
  let reviewer: Reviewer
  let text: WrittenText
  /// What is to be done about the comment, where there is one.
  let decision: Decision?
  let answer: PlannedAnswer?
  let isPrivate: Bool
  /// What was found in the draft, by the anchor of what asks for it.
  let found: [String: [Found]]
  private(set) var steps: [ExaminedStep] = []
  private(set) var brokenStandards: [ReviewFinding] = []

  var program: DecisionProgram { reviewer.program }

  init(of draft: Draft, by reviewer: Reviewer) {
    let engine = reviewer.engine
    let decision = draft.comment.map(engine.decide)
    let answer = (draft.plan ?? decision?.reply?.plan).flatMap { engine.plannedAnswer(by: $0, to: draft.comment) }
    var judged = draft.comment ?? Comment(text: [], now: Instant(seconds: 0))
    judged.text = draft.text
    self.draft = draft
    self.reviewer = reviewer
    self.decision = decision
    self.answer = answer
    isPrivate = answer?.isPrivate ?? false
    text = WrittenText(utf8: draft.text)
    found = reviewer.examiner.examine(judged, isPrivate: isPrivate)
    steps = examinedSteps
    brokenStandards = findingsOfStandards
  }

  /// The standards that the draft is held to: those of the plan and those of every plan.
  var standards: [StandardRule] {
    let named = answer?.plan.standards ?? []
    return program.standards.filter { standard in standard.holdsForEveryPlan || named.contains(standard.name) }
  }

  /// What only a person can tell: questions of standards, and steps that nothing in a text could show.
  var questions: [String] {
    standards.compactMap(\.question)
      + steps.filter { $0.isUntold }.map { "Does the reply show the step “\($0.marker.title)”?" }
  }
}
