/// Whether a category, an escalation or a ladder takes part in decisions.
public enum ClauseStatus: String, Hashable, Sendable {
  case active
  /// It is judged and reported, and changes nothing.
  case shadow
  /// It is checked, and not compiled.
  case draft
}
