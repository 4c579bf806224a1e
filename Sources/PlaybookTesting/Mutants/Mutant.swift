import DecisionModel

/// A policy that differs from the playbook's own in one thing, as a slip of the pen would make it.
public struct Mutant: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case term = "a term dropped"
    case threshold = "a threshold moved"
    case order = "two categories swapped"
    case rung = "a rung skipped"
    case negation = "`not` added"
  }

  public let kind: Kind
  /// The clause, the word list or the rung: `category.abuse`, `lexicon.insults`, `ladder.conduct.block`.
  public let place: String
  /// What differs: `without the term “fool”`.
  public let words: String
  /// What the search for a comment that tells it apart begins with.
  let hint: Hint
  /// Changes the program.
  let change: @Sendable (inout DecisionProgram) -> Void

  /// Where the difference is.
  enum Hint: Sendable {
    case term(String, lexicon: String?)
    /// A condition, with what it was and, where it is a threshold, what it becomes.
    case condition(Condition, moved: Condition?)
    case categories(String, String)
    case ladder(String)
  }

  func program(from program: DecisionProgram) -> DecisionProgram {
    var program = program
    change(&program)
    return program
  }
}
