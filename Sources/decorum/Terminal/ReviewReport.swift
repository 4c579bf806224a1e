import DecisionModel
import Diagnostics
import ReplyReview

/// What a person reads of a review: whether the draft passes, the steps of the answer, what stands against it and what
/// to write instead, with the words marked in the draft.
struct ReviewReport {
  let review: Review
  let draft: Draft
  let program: DecisionProgram
  let style: ReportStyle

  init(_ review: Review, of draft: Draft, by program: DecisionProgram, colours: Bool) {
    self.review = review
    self.draft = draft
    self.program = program
    style = ReportStyle(hasColours: colours)
  }

  var text: String {
    ([verdict, marked] + [answer, findings, questions].filter { !$0.isEmpty }).joined(separator: "\n\n")
  }

  private var verdict: String {
    let counts = ReviewSeverity.allCases.compactMap { severity -> String? in
      let count = review.findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let word = style.strong(review.passes ? "PASSES" : "DOES NOT PASS", !review.passes)
    return counts.isEmpty ? word : "\(word)  \(counts.joined(separator: ", "))"
  }

  private var marked: String {
    let found = review.findings.flatMap { $0.found.compactMap(\.hit) + $0.places }
    return MarkedText(draft.text, found, style).text
  }

  // MARK: Sections

  /// The steps of the plan, in its order: those that the draft shows with the words that show them, and those it lacks.
  private var answer: String {
    guard let name = review.plan, let plan = program.plans.first(where: { $0.name == name }) else { return "" }
    var head = "\(visible(plan.title)), in \(review.isPrivate ? "private" : "public")"
    if let start = review.reply?.notBefore { head += ", not before \(program.zone.clock(start))" }
    if let due = review.reply?.due { head += ", until \(program.zone.clock(due))" }
    return style.section("The answer", [head] + plan.steps.map(\.name).distinct.compactMap(line))
  }

  private func line(of step: String) -> String? {
    let name = step.split(separator: "_").joined(separator: " ")
    let label = name + String(repeating: " ", count: max(1, 15 - name.count))
    if let shown = review.shown.first(where: { $0.step == step }) {
      let words = shown.found.compactMap(\.hit).prefix(3).map { "“\(text($0))”" }
      return "✓ \(label)\(style.faint(words.isEmpty ? "in the playbook's own words" : words.joined(separator: ", ")))"
    }
    return review.missingSteps.contains(step) ? "✗ \(label)missing" : nil
  }

  private var findings: String {
    style.section("Findings", review.findings.flatMap(lines))
  }

  private func lines(_ finding: ReviewFinding) -> [String] {
    let severity = finding.severity == .error ? style.strong("error", true) : style.mark(finding.severity.rawValue)
    let words = finding.found.compactMap(\.hit).prefix(8).map { "“\(text($0))”" }
    let about = words.isEmpty ? "" : " \(words.joined(separator: ", "))"
    let earlier = finding.earlier.map { ["       reply \($0.number): “\(shortened($0.text))”"] } ?? []
    let instead = finding.instead.map { ["       \(visible($0))"] } ?? []
    return ["\(severity)  \(visible(finding.message))\(about)"] + earlier + instead
  }

  private var questions: String { style.section("To be ticked", review.questions.map { "☐ \(visible($0))" }) }

  private func text(_ hit: TextHit) -> String { shortened(hit.text) }

  private func shortened(_ text: [UInt8]) -> String {
    let shown = visible(String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).joined(separator: " "))
    return shown.count > 80 ? shown.prefix(79) + "…" : shown
  }
}

extension [String] {
  /// Each once, in their order.
  fileprivate var distinct: [String] {
    reduce(into: []) { distinct, name in
      if !distinct.contains(name) { distinct.append(name) }
    }
  }
}
