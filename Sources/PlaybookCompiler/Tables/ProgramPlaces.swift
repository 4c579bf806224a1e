import DecisionModel

/// Where a program keeps what has a name. The compiler has settled all names before: one that is not there stands for
/// nothing, and the engine refuses a program that asks for it.
struct ProgramPlaces {
  let facts: Places
  let teams: Places
  let lexicons: Places
  let signals: Places
  let categories: Places
  let ladders: Places
  let modes: Places
  /// Signals in such an order that each stands after those that it is made of.
  let signalOrder: [Int]

  struct Places {
    private let places: [[UInt8]: Int]

    init(_ names: [String]) {
      places = Dictionary(
        names.enumerated().map { (Array($1.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(name: String) -> Int {
      guard let place = places[Array(name.utf8)] else {
        preconditionFailure("a program asks for what it does not have")
      }
      return place
    }
  }

  init(_ program: DecisionProgram) {
    facts = Places(program.facts.map(\.name))
    teams = Places(program.teams.map(\.name))
    lexicons = Places(program.lexicons.map(\.name))
    let signals = Places(program.signals.map(\.name))
    self.signals = signals
    categories = Places(program.categories.map(\.name))
    ladders = Places(program.ladders.map(\.name))
    modes = Places(program.modes)
    signalOrder = Self.order(program.signals, signals)
  }

  private static func order(_ signals: [SignalRule], _ places: Places) -> [Int] {
    var order: [Int] = []
    var seen: Set<Int> = []
    func add(_ signal: Int) {
      guard seen.insert(signal).inserted else { return }
      for case .signal(let name) in signals[signal].clause.conditions { add(places[name]) }
      order.append(signal)
    }
    for signal in signals.indices { add(signal) }
    return order
  }
}
