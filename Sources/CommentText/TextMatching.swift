/// How all text of a playbook is matched.
public struct TextMatching: Sendable, Hashable {
  /// Whether nonspacing marks of script Inherited are dropped, in texts and in terms.
  public var ignoresAccents: Bool
  /// Whether words are not looked for in lines that begin with `>`.
  public var ignoresQuotes: Bool

  public init(ignoresAccents: Bool = false, ignoresQuotes: Bool = false) {
    self.ignoresAccents = ignoresAccents
    self.ignoresQuotes = ignoresQuotes
  }
}
