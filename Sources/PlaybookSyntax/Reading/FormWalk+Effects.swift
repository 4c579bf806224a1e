import DecisionModel
import Diagnostics
import YAMLSyntax

// Notes on what is read and checked, and has no effect yet: nothing is ignored in silence.

extension FormWalk {
  /// Reads the value of a key; where the key or its word has no effect yet, that is said once, and of nothing within
  /// it.
  mutating func withEffect(_ effect: Key.Effect, of entry: YAMLMapping.Entry, read: (inout FormWalk) -> Void) {
    switch effect {
    case .now: read(&self)
    case .laterFor(let words):
      if case .scalar(let word) = entry.value, word.text.isOne(of: words) { note(.noEffectYet(word)) }
      read(&self)
    case .later:
      note(.noEffectYet(entry.key))
      keysWithoutEffect += 1
      read(&self)
      keysWithoutEffect -= 1
    }
  }

  private mutating func note(_ diagnostic: Diagnostic) {
    if keysWithoutEffect == 0 { report(diagnostic) }
  }
}

extension Diagnostic {
  fileprivate static func noEffectYet(_ word: YAMLScalar) -> Diagnostic {
    Diagnostic("no-effect-yet", .note, "`\(word.shown)` is checked, and has no effect yet", at: word.span)
  }
}
