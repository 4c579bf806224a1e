import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PlaybookTesting

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
    let conditions = standards.compactMap { standard in standard.avoid.map { (standard.label, $0) } }
    guard !conditions.isEmpty, playbook.canJudge(wordings),
      let bench = try? ConditionBench(conditions, program: playbook.judge)
    else { return }
    for plan in plans {
      let named = Set(plan.standards)
      let held = standards.filter { $0.holdsForEveryPlan || named.contains($0.definition.name) }
      check(plan, held, bench, report)
    }
  }

  private func check(
    _ plan: Response, _ standards: [Standard], _ bench: ConditionBench,
    _ report: (Diagnostic) -> Void
  ) {
    let wholePlan = bench.broken(by: plan.steps.flatMap(\.wordings).map(\.spoken).joined(separator: " "))
    for (wording, span) in plan.steps.flatMap({ zip($0.wordings, $0.wordingSpans) }) {
      let broken = bench.broken(by: wording.spoken)
      for standard in standards where broken.contains(standard.label) {
        let isMendable = standard.avoid.map { !$0.growsWithText } ?? false
        if isMendable, !wholePlan.contains(standard.label) || wording.hasBlank || !wording.facts.isEmpty { continue }
        report(.brokenStandard(standard, at: span))
      }
    }
  }
}

extension ConditionBench {
  fileprivate func broken(by text: String) -> Set<String> {
    holding(of: TestComment(json: .object([JSONMember("text", .text(text))])))
  }
}

extension Standard {
  /// A name that no author can have given to a category.
  fileprivate var label: String { "standard \(definition.name)" }
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
