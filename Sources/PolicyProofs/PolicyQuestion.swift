/// A clause of a policy, by its place in the program.
public enum PolicyClause: Hashable, Sendable {
  case category(Int)
  /// The comment is in the category: its clause holds, and none above does.
  case chosen(Int)
  case escalation(Int)
  /// A category or an escalation on trial.
  case shadow(Int)
}

/// Whether there can be a comment for which some clauses hold and others do not.
public struct PolicyQuestion: Hashable, Sendable {
  public let holding: [PolicyClause]
  public let failing: [PolicyClause]

  public init(holding: [PolicyClause], failing: [PolicyClause] = []) {
    self.holding = holding
    self.failing = failing
  }

  /// Whether a comment can be in a category: its clause holds, and none above does.
  public static func category(_ place: Int) -> PolicyQuestion {
    PolicyQuestion(holding: [.category(place)], failing: (0..<place).map { .category($0) })
  }
}

/// What is known of a question.
public enum PolicyAnswer: Sendable {
  /// The engine has judged a comment that shows it.
  case possible(Witness)
  /// There is no such comment: this is proved. The clauses are those of the question that are enough for that; without
  /// any one of them there could be one.
  case impossible(PolicyQuestion)
  /// Neither was found: a sentence says what stood in the way.
  case notDecided(String)
}
