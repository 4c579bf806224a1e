import CommentText
import DecisionModel
import DecisionOracle

/// A step of the answer, and whether the draft shows it.
struct ExaminedStep {
  let step: PlannedStep
  let marker: StepMarker
  /// The words that show it, found by its marker.
  let found: [Found]
  /// Whether the draft has the playbook's own words for it.
  let hasOwnWords: Bool

  var isShown: Bool { !found.isEmpty || hasOwnWords }
  /// Whether nothing says how a draft would show it.
  var isUntold: Bool { !isShown && marker.lexicon == nil }
}

// What a draft shows of the answer, and what it lacks.
extension Examination {
  /// Each step of the answer once, in the order of the plan.
  var examinedSteps: [ExaminedStep] {
    var seen: [String] = []
    return (answer?.steps ?? []).compactMap { step in
      let name = step.rule.name
      if seen.contains(name) { return nil }
      seen.append(name)
      return examined(step, all: answer?.steps.filter { $0.rule.name == name } ?? [])
    }
  }

  private func examined(_ step: PlannedStep, all: [PlannedStep]) -> ExaminedStep {
    let marker =
      program.stepMarkers.first { $0.step == step.rule.name }
      ?? StepMarker(step: step.rule.name, title: step.rule.name, lexicon: nil)
    return ExaminedStep(
      step: step, marker: marker, found: found[marker.place.anchor] ?? [],
      hasOwnWords: all.flatMap(\.rule.wordings).contains(where: holds))
  }

  /// Whether a wording stands in the draft, whatever its facts and blanks were filled with.
  private func holds(_ wording: Wording) -> Bool {
    let runs = wording.pieces.map { piece -> [[UInt32]] in
      if case .text(let words) = piece { WrittenText(words).wordForms } else { [] }
    }
    return runs.contains { !$0.isEmpty } && text.holds(inOrder: runs)
  }

  var shownSteps: [ShownStep] {
    steps.filter(\.isShown).map { ShownStep(step: $0.marker.step, title: $0.marker.title, found: $0.found) }
  }

  var missingSteps: [ReviewFinding] {
    steps.filter { !$0.isShown && !$0.isUntold }.map { step in
      var finding = ReviewFinding(
        .missingStep, .error, "The step “\(step.marker.title)” is missing.", instead: advice(for: step))
      finding.step = step.marker.step
      return finding
    }
  }

  /// What the playbook says of the step, and words for it: its own, else some by which the step is told.
  private func advice(for step: ExaminedStep) -> String? {
    let about = step.step.rule.about.map(oneLine)
    let example = step.step.say.map { "For example: “\($0)”" } ?? words(of: step.marker)
    let advice = [about, example].compactMap { $0 }.joined(separator: " ")
    return advice.isEmpty ? nil : advice
  }

  private func words(of marker: StepMarker) -> String? {
    let lexicon = program.lexicons.first { $0.name == marker.lexicon }
    let terms = (lexicon?.terms ?? []).prefix(4).map { "“\($0.term)”" }
    return terms.isEmpty ? nil : "It is told by words such as \(terms.joined(separator: ", "))."
  }
}

/// A text on one line.
func oneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isNewline).joined(separator: " ")
}
