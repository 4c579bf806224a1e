/// Walks an automaton along a text: all states that it can be in, together.
struct Walk {
  typealias State = Automaton.State

  private let automaton: Automaton
  private let alphabet: Alphabet
  /// Whether a match may begin at every place, rather than at the first alone.
  private let beginsAnywhere: Bool
  /// By set of characters, the symbols in it: a bit for each.
  private let symbols: [UInt64]
  private let wordsOfSet: Int

  /// The step in which a state was last reached, and the one in which it was last left.
  private var reached: [Int]
  private var left: [Int]
  private var step = 0
  private var open: [State] = []
  /// How many states were looked at so far.
  private(set) var work = 0

  init(_ automaton: Automaton, _ alphabet: Alphabet, beginsAnywhere: Bool) {
    self.automaton = automaton
    self.alphabet = alphabet
    self.beginsAnywhere = beginsAnywhere
    wordsOfSet = alphabet.count / 64 + 1
    var symbols = Array(repeating: UInt64(0), count: automaton.sets.count * wordsOfSet)
    for (number, set) in automaton.sets.enumerated() {
      for symbol in alphabet.symbols(in: set) {
        symbols[number * wordsOfSet + Int(symbol) / 64] |= 1 << UInt64(symbol % 64)
      }
    }
    self.symbols = symbols
    reached = Array(repeating: 0, count: automaton.steps.count)
    left = reached
  }

  /// The states before the first character.
  var start: [State] { [automaton.start] }

  /// Goes over one symbol, or to the end of the text.
  ///
  /// - Parameters:
  ///   - states: Where the walk is, each once.
  ///   - before: What stands before this place.
  ///   - symbol: What comes.
  ///   - next: Where the walk is behind the symbol, in order.
  /// - Returns: Whether a match is complete at this place.
  mutating func advance(
    _ states: [State], after before: Neighbour, over symbol: UInt16, to next: inout [State]
  ) -> Bool {
    step += 1
    next.removeAll(keepingCapacity: true)
    var isFound = false
    let after = alphabet.neighbours[Int(symbol)]
    for state in states { reach(state) }
    while let state = open.popLast() {
      work += 1
      switch automaton.steps[Int(state)] {
      case .found: isFound = true
      case .either(let one, let other):
        reach(one)
        reach(other)
      case .assertion(let assertion, let target):
        if assertion.holds(between: before, and: after) { reach(target) }
      case .character(let set, let target):
        if symbol != alphabet.end, contains(set, symbol) { leave(to: target, &next) }
      }
    }
    if beginsAnywhere, symbol != alphabet.end { leave(to: automaton.start, &next) }
    return isFound
  }

  private mutating func reach(_ state: State) {
    guard reached[Int(state)] != step else { return }
    reached[Int(state)] = step
    open.append(state)
  }

  private mutating func leave(to state: State, _ next: inout [State]) {
    guard left[Int(state)] != step else { return }
    left[Int(state)] = step
    next.append(state)
  }

  private func contains(_ set: Int, _ symbol: UInt16) -> Bool {
    symbols[set * wordsOfSet + Int(symbol) / 64] & 1 << UInt64(symbol % 64) != 0
  }
}
