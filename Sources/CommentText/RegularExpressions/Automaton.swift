/// A pattern as states and the ways between them (Thompson 1968), to be walked along a text in one direction.
package struct Automaton: Sendable {
  package typealias State = UInt16

  package enum Step: Sendable {
    /// Over a character of a set, by its number.
    case character(set: Int, State)
    case assertion(Assertion, State)
    case either(State, State)
    case found
  }

  package private(set) var steps: [Step] = [.found]
  package private(set) var start: State = 0
  /// The sets of characters that steps name, each once.
  package private(set) var sets: [CharacterRanges] = []
  private(set) var hasAssertions = false

  private let isReversed: Bool
  private var numberOfSet: [CharacterRanges: Int] = [:]

  /// - Parameter reversed: Whether it is walked from the end of a text to its start.
  init(_ pattern: Pattern, reversed: Bool) {
    isReversed = reversed
    start = add(pattern, then: 0)
    numberOfSet = [:]
  }

  /// Adds the states of a pattern, after which comes another state.
  private mutating func add(_ pattern: Pattern, then next: State) -> State {
    switch pattern {
    case .empty: return next
    case .character(let set): return add(.character(set: number(of: set), next))
    case .assertion(let assertion):
      hasAssertions = true
      return add(.assertion(isReversed ? assertion.reversed : assertion, next))
    case .sequence(let parts):
      return (isReversed ? parts : parts.reversed()).reduce(next) { add($1, then: $0) }
    case .choice(let parts):
      let entries = parts.map { add($0, then: next) }
      return entries.dropFirst().reduce(entries.first ?? next) { add(.either($0, $1)) }
    case .repetition(let part, let least, let most):
      return add(part, least: least, most: most, then: next)
    }
  }

  private mutating func add(_ part: Pattern, least: Int, most: Int?, then next: State) -> State {
    var entry = next
    if let most {
      for _ in least..<max(least, most) { entry = add(.either(add(part, then: entry), next)) }
    } else {
      let loop = add(.found)
      let body = add(part, then: loop)
      steps[Int(loop)] = .either(body, next)
      entry = least == 0 ? loop : body
    }
    for _ in 0..<max(0, most == nil ? least - 1 : least) { entry = add(part, then: entry) }
    return entry
  }

  private mutating func add(_ step: Step) -> State {
    steps.append(step)
    return State(steps.count - 1)
  }

  private mutating func number(of set: CharacterRanges) -> Int {
    if let known = numberOfSet[set] { return known }
    sets.append(set)
    numberOfSet[set] = sets.count - 1
    return sets.count - 1
  }
}
