import CommentText
import DecisionEngine
import DecisionModel
import DecisionOracle

/// The tests that conditions ask of what a comment brings, by what they ask it of: what part the values of it.
struct AskedTests {
  /// By the place of the fact in the program; a duration's bounds are in seconds.
  var numbers: [Int: [NumberTest]] = [:]
  var instants: [Int: [InstantTest]] = [:]
  /// Words and identities, each once, in the order in which they are first asked for.
  var words: [Int: [[UInt8]]] = [:]
  var measures: [Measure: [NumberTest]] = [:]
  /// By the place of the ladder.
  var strikes: [Int: [NumberTest]] = [:]
  var histories: [AuthorHistory: [NumberTest]] = [:]
  /// The lengths of time for which each history is counted, each once.
  var windows: [AuthorHistory: [Length]] = [:]
  /// The places of the teams whose hours are asked for.
  var teams: Set<Int> = []

  /// - Parameter conditions: with those that they are made of; those of signals are among them.
  init(of conditions: [Condition], in program: DecisionProgram, _ names: Names) {
    for condition in conditions { add(condition, program, names) }
  }

  private mutating func add(_ condition: Condition, _ program: DecisionProgram, _ names: Names) {
    switch condition {
    case .measure(let measure, let test): measures[measure, default: []].append(test)
    case .strikes(let ladder, let test):
      if let place = names.ladders[ladder] { strikes[place, default: []].append(test) }
    case .timeOpen(let team): if let place = names.teams[team] { teams.insert(place) }
    case .history(let history, let length, let test):
      histories[history, default: []].append(test)
      if windows[history]?.contains(length) != true { windows[history, default: []].append(length) }
    case .fact(let name, let test): if let place = names.facts[name] { add(test, of: place, program.textMatching) }
    default: break
    }
  }

  private mutating func add(_ test: FactTest, of fact: Int, _ matching: TextMatching) {
    switch test {
    case .number(let test), .duration(let test): numbers[fact, default: []].append(test)
    case .instant(let test): instants[fact, default: []].append(test)
    case .words(let wanted): for word in wanted { add(normalised(Array(word.utf8), matching), to: fact) }
    case .identities(let wanted): for name in wanted { add(Array(name.utf8), to: fact) }
    case .known, .yesNo, .says, .uses, .matches: break
    }
  }

  private mutating func add(_ word: [UInt8], to fact: Int) {
    if words[fact]?.contains(word) != true { words[fact, default: []].append(word) }
  }
}

extension DecisionProgram {
  /// Every condition that decisions go by, with those that it is made of.
  var conditionsOfDecisions: [Condition] {
    let steps = plans.flatMap { plan in plan.steps.map(\.clause) + plan.followUps.map(\.clause) }
    let clauses = categories.map(\.clause) + escalations.map(\.clause) + shadows.map(\.clause) + steps
    return (clauses.compactMap { $0 } + signals.map(\.clause)).flatMap(\.conditions)
  }
}
