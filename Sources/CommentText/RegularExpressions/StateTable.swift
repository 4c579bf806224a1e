/// Every way that a walk can go, written down: one step a character, whatever the pattern.
///
/// It is made ahead, so that texts can be searched at the same time; where it would grow beyond its bounds there is
/// none, and the walk itself is taken (a subset construction as in Aho, Sethi, Ullman 1986).
package struct StateTable: Sendable {
  /// The most states that a table has.
  static let mostStates = 10_000
  /// So many steps may the making of a table take. It bounds its memory too.
  static let mostWork = 200_000

  /// By state and symbol: twice the next state, and one if a match is complete before the symbol.
  package let ways: [Int32]
  package let width: Int
  /// The first state, by what stands before it.
  package let starts: [Int32]

  init?(_ walk: Walk, _ alphabet: Alphabet, mostStates: Int) {
    var maker = TableMaker(walk, alphabet, mostStates: mostStates)
    guard maker.make() else { return nil }
    ways = maker.ways
    width = alphabet.count + 1
    starts = maker.starts
  }

  func start(after before: Neighbour) -> Int { Int(starts[Int(before.rawValue)]) }

  func advance(_ state: Int, over symbol: UInt16) -> (next: Int, isFound: Bool) {
    let way = ways[state * width + Int(symbol)]
    return (Int(way >> 1), way & 1 != 0)
  }

  /// The state from which nothing can be found any more.
  static let lost = 0
}

private struct TableMaker {
  private(set) var ways: [Int32] = []
  private(set) var starts: [Int32] = []

  private var walk: Walk
  private let alphabet: Alphabet
  private let mostStates: Int
  private var numbers: [[Automaton.State]: Int32] = [:]
  private var waiting: [(states: [Automaton.State], before: Neighbour)] = []
  private var work = 0

  init(_ walk: Walk, _ alphabet: Alphabet, mostStates: Int) {
    self.walk = walk
    self.alphabet = alphabet
    self.mostStates = mostStates
  }

  /// Whether the table stays within its bounds.
  mutating func make() -> Bool {
    _ = number(of: [], after: .other)
    starts = Neighbour.allCases.map { number(of: walk.start, after: alphabet.tells($0) ? $0 : .other) }
    var index = 0
    var next: [Automaton.State] = []
    while index < waiting.count {
      guard waiting.count <= mostStates else { return false }
      let (states, before) = waiting[index]
      for symbol in 0...alphabet.end {
        let isFound = walk.advance(states, after: before, over: symbol, to: &next)
        work += next.count + 1
        guard work + walk.work <= StateTable.mostWork else { return false }
        next.sort()
        let target = number(of: next, after: alphabet.neighbours[Int(symbol)])
        ways.append(target << 1 | (isFound ? 1 : 0))
      }
      index += 1
    }
    return true
  }

  /// The number of a state: where the walk is, and what stands before.
  private mutating func number(of states: [Automaton.State], after before: Neighbour) -> Int32 {
    let before = states.isEmpty ? .other : before
    let key = states + [before.rawValue]
    if let known = numbers[key] { return known }
    let number = Int32(waiting.count)
    numbers[key] = number
    waiting.append((states, before))
    return number
  }
}

extension Alphabet {
  /// Whether the pattern asks what stands beside a place.
  fileprivate func tells(_ neighbour: Neighbour) -> Bool { neighbours[count] == .edge }
}
