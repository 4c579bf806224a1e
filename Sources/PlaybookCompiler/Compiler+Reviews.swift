import DecisionModel
import Diagnostics
import PlaybookModel

// What drafts are held to, and what is looked for in feeds.
extension Compiler {
  var standards: [StandardRule] {
    playbook.standards.enumerated().map { index, standard in
      let definition = standard.definition
      return StandardRule(
        name: definition.name, title: definition.label,
        place: place("standard.\(definition.name)", .standards, index, definition.span),
        avoid: standard.avoid.map(compiled), question: standard.question, instead: standard.instead,
        severity: ReviewSeverity(standard.severity), holdsForEveryPlan: standard.holdsForEveryPlan)
    }
  }

  /// The steps of the language, then those that the playbook adds.
  var stepMarkers: [StepMarker] {
    let added = playbook.steps.map(\.definition.name).filter { !BuiltInStep.names.contains($0) }
    return (BuiltInStep.names + added).map { name in
      let step = playbook.steps.first { $0.definition.name == name }
      return StepMarker(step: name, title: step?.definition.label ?? Definition.label(of: name), lexicon: step?.shownBy)
    }
  }

  var watches: [WatchRule] {
    playbook.watches.map {
      WatchRule(
        name: $0.definition.name, title: $0.definition.label, terms: $0.terms, feeds: $0.feeds, every: $0.every,
        owner: $0.owner)
    }
  }
}

extension ReviewSeverity {
  fileprivate init(_ severity: Diagnostic.Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .note: self = .note
    }
  }
}
