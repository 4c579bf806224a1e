/// A regular expression in RE2's syntax, which finds what it describes in time linear in the text.
///
/// It is read character by character (Unicode scalars), and case is ignored unless `(?-i)` stands in it. Look-around
/// and back-references are refused: they cannot be found in linear time.
public struct RegularExpression: Sendable {
  /// The longest expression, in Unicode scalars.
  public static let longest = 4_000
  /// The most states that an expression has, its repetitions counted out.
  public static let mostStates = 10_000
  /// How deep groups may stand in each other, as in RE2.
  public static let deepest = 1_000

  /// From the end of a text to its start: where the last match is complete, the first one begins.
  package let backwards: PatternSearch
  /// From there on: where a match is last complete, the longest one ends.
  package let forwards: PatternSearch

  /// What it is made of.
  package let pattern: Pattern

  public init(_ expression: String) throws(RegularExpressionProblem) {
    try self.init(expression, statesInTable: StateTable.mostStates)
  }

  /// - Parameter statesInTable: How many states are written down at the most.
  init(_ expression: String, statesInTable: Int) throws(RegularExpressionProblem) {
    pattern = try Self.read(expression)
    backwards = PatternSearch(pattern, backwards: true, statesInTable: statesInTable)
    forwards = PatternSearch(pattern, backwards: false, statesInTable: statesInTable)
  }

  /// Says what is wrong with an expression, without making it ready to be looked for.
  public static func check(_ expression: String) throws(RegularExpressionProblem) {
    _ = try read(expression)
  }

  /// The leftmost place of what it describes, and of those that start there the longest; in scalars of the text as
  /// written. The place is empty where the expression describes nothing at all, as `a*` does.
  public func firstMatch(in text: WrittenText) -> Range<Int>? {
    firstMatch(in: text.scalars)
  }

  func firstMatch(in scalars: [UInt32]) -> Range<Int>? {
    guard let start = backwards.lastPlace(in: scalars, from: scalars.count),
      let end = forwards.lastPlace(in: scalars, from: start)
    else { return nil }
    return start..<end
  }

  /// Whether all ways are written down, so that a text is read in one step a character.
  var hasTables: Bool { backwards.hasTable && forwards.hasTable }

  private static func read(_ expression: String) throws(RegularExpressionProblem) -> Pattern {
    let scalars = expression.unicodeScalars.map(\.value)
    guard scalars.count <= longest else {
      throw RegularExpressionProblem(.tooLong, longest..<scalars.count)
    }
    let pattern = try PatternReader.read(scalars)
    // One state more says that all is found.
    guard pattern.states(upTo: mostStates) < mostStates else {
      throw RegularExpressionProblem(.tooManyStates, 0..<scalars.count)
    }
    return pattern
  }
}

/// A search in one direction, by the table of all ways where there is one, else by walking them all together.
package struct PatternSearch: Sendable {
  package let alphabet: Alphabet
  private let walk: Walk
  package let table: StateTable?
  private let isBackwards: Bool
  package let automaton: Automaton

  var hasTable: Bool { table != nil }

  init(_ pattern: Pattern, backwards: Bool, statesInTable: Int) {
    automaton = Automaton(pattern, reversed: backwards)
    alphabet = Alphabet(automaton.sets, hasAssertions: automaton.hasAssertions)
    walk = Walk(automaton, alphabet, beginsAnywhere: backwards)
    table = StateTable(walk, alphabet, mostStates: statesInTable)
    isBackwards = backwards
  }

  /// The last place on the way at which a match is complete.
  func lastPlace(in scalars: [UInt32], from start: Int) -> Int? {
    guard let table else { return lastPlaceWalked(in: scalars, from: start) }
    var state = table.start(after: neighbour(before: start, in: scalars))
    var place = start
    var last: Int?
    while state != StateTable.lost {
      let symbol = symbol(at: place, in: scalars)
      let (next, isFound) = table.advance(state, over: symbol)
      if isFound { last = place }
      if symbol == alphabet.end { break }
      state = next
      place += isBackwards ? -1 : 1
    }
    return last
  }

  private func lastPlaceWalked(in scalars: [UInt32], from start: Int) -> Int? {
    var walk = walk
    var states = walk.start
    var next: [Automaton.State] = []
    var before = neighbour(before: start, in: scalars)
    var place = start
    var last: Int?
    while !states.isEmpty {
      let symbol = symbol(at: place, in: scalars)
      if walk.advance(states, after: before, over: symbol, to: &next) { last = place }
      if symbol == alphabet.end { break }
      swap(&states, &next)
      before = alphabet.neighbours[Int(symbol)]
      place += isBackwards ? -1 : 1
    }
    return last
  }

  /// The symbol that comes next on the way.
  private func symbol(at place: Int, in scalars: [UInt32]) -> UInt16 {
    let index = isBackwards ? place - 1 : place
    return scalars.indices.contains(index) ? alphabet.symbol(of: scalars[index]) : alphabet.end
  }

  /// What stands behind, on the way.
  private func neighbour(before place: Int, in scalars: [UInt32]) -> Neighbour {
    let index = isBackwards ? place : place - 1
    let symbol = scalars.indices.contains(index) ? alphabet.symbol(of: scalars[index]) : alphabet.end
    return alphabet.neighbours[Int(symbol)]
  }
}
