import DecisionModel
import DecisionOracle
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import ReplyReview

/// Words of a plan that break a standard to which the plan holds its drafts.
///
/// A standard that avoids something found in the text is judged on each wording alone. One that more text could mend
/// is judged on wordings without facts and blanks, and holds against one only if all words of the plan together break
/// it too.
struct BrokenStandard: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    let standards = playbook.standards.filter { $0.avoid != nil }
    let plans = playbook.responses.filter { plan in plan.steps.contains { !$0.wordings.isEmpty } }
    let wordings = plans.flatMap(\.steps).reduce(0) { $0 + $1.wordings.count }
    guard !standards.isEmpty, playbook.canJudge(wordings),
      let reviewer = try? Reviewer(try Oracle(playbook.judge, digest: ""))
    else { return }
    for plan in plans {
      let named = Set(plan.standards)
      let held = standards.filter { $0.holdsForEveryPlan || named.contains($0.definition.name) }
      check(plan, held, reviewer, report)
    }
  }

  private func check(
    _ plan: Response, _ standards: [Standard], _ reviewer: Reviewer,
    _ report: (Diagnostic) -> Void
  ) {
    let isPrivate = plan.reply?.place == .privately
    let words = plan.steps.flatMap(\.wordings).map(\.spoken).joined(separator: " ")
    let wholePlan = reviewer.broken(by: words, isPrivate: isPrivate)
    for (wording, span) in plan.steps.flatMap({ zip($0.wordings, $0.wordingSpans) }) {
      let broken = reviewer.broken(by: wording.spoken, isPrivate: isPrivate)
      for standard in standards where broken.contains(standard.definition.name) {
        let isMendable = standard.avoid.map { !$0.growsWithText } ?? false
        if isMendable, !wholePlan.contains(standard.definition.name) || wording.hasBlank || !wording.facts.isEmpty {
          continue
        }
        report(.brokenStandard(standard, at: span))
      }
    }
  }
}

extension Reviewer {
  fileprivate func broken(by text: String, isPrivate: Bool) -> [String] {
    standardsBroken(by: Comment(text: Array(text.utf8), now: Instant(seconds: 0)), isPrivate: isPrivate)
  }
}

extension Wording {
  /// The words as they are said, with a word that means nothing for every fact and blank.
  fileprivate var spoken: String {
    pieces.map { piece in
      if case .text(let text) = piece { text } else { "x" }
    }.joined()
  }
}

extension Condition {
  /// Whether more text never makes the condition stop to hold.
  fileprivate var growsWithText: Bool {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.allSatisfy(\.growsWithText)
    case .says, .uses: true
    case .termCount(_, let test), .score(_, let test): test.isAtLeast
    case .measure(let measure, let test): measure != .capitals && test.isAtLeast
    default: false
    }
  }
}

extension NumberTest {
  fileprivate var isAtLeast: Bool {
    switch self {
    case .atLeast, .moreThan: true
    default: false
    }
  }
}

extension Diagnostic {
  fileprivate static func brokenStandard(_ standard: Standard, at span: Span) -> Diagnostic {
    Diagnostic(
      "broken-standard", standard.severity == .note ? .note : .warning,
      "these words break the standard `\(standard.definition.name.shown)`", at: span,
      related: [.init(span: standard.definition.nameSpan, label: "to which the plan is held")],
      help: "say it in other words, or take the standard away from the plan")
  }
}
