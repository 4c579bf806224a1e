import DecisionModel
import PlaybookModel

/// A playbook with its version, as reports name it: `harbour-coffee 1.4.0`.
func versionName(_ name: String, _ version: String?) -> String {
  ([name] + [version].compactMap { $0 }).joined(separator: " ")
}

extension PlaybookVersion {
  var words: String { versionName(name, version) }
}

extension DecisionProgram {
  var words: String { versionName(playbook, version) }
}

extension Playbook {
  var words: String { versionName(name, version) }
}
