import DecisionModel

/// A condition whose names are settled: facts, signals and the rest are places in the program.
indirect enum Check: Sendable {
  case all([Check])
  case any([Check])
  case none([Check])
  case not(Check)
  case count([Check], NumberTest)
  case signal(Int)
  /// What a search finds in the comment's text.
  case text(search: Int, TextTest)
  case measure(Measure, NumberTest)
  case fact(Int, FactTest)
  /// What searches find in a fact that is a text.
  case factText(Int, searches: [Int], FactTest)
  case strikes(ladder: Int, NumberTest)
  /// The comment came within the hours of the team.
  case timeOpen(team: Int)
  case history(AuthorHistory, in: Length, NumberTest)
  case mode([Int])
  case category([Int])
  case escalation([String])
  case withoutEffect(String)
}

/// What is asked of the terms that a search finds.
enum TextTest: Sendable {
  case found
  case count(NumberTest)
  case score(NumberTest)
}

/// A clause whose names are settled.
struct CheckedClause: Sendable {
  let when: Check
  let unless: Check?
}

extension Check {
  /// The conditions of which this one is made.
  var parts: [Check] {
    switch self {
    case .all(let parts), .any(let parts), .none(let parts), .count(let parts, _): parts
    case .not(let part): [part]
    default: []
    }
  }
}
