import DecisionModel
import PlaybookModel

extension Playbook {
  /// The playbook without what only the review of drafts reads: how a draft shows the steps of the language, and the word
  /// lists that say so and nothing else.
  var forReaders: Playbook {
    var playbook = self
    playbook.steps.removeAll { BuiltInStep.names.contains($0.definition.name) }
    let markers = Set(steps.compactMap(\.shownBy)).subtracting(playbook.steps.compactMap(\.shownBy))
    let asked = Set(allConditions.flatMap(\.lexicons))
    playbook.lexicons.removeAll { markers.contains($0.definition.name) && !asked.contains($0.definition.name) }
    return playbook
  }
}
