import DecisionModel

/// The facts that were not given and could have mattered: those met on the way down through unknown conditions only.
struct Assumptions {
  fileprivate var names: Set<String> = []
  /// Each once, in the order of the clauses that would have to know it; those of one clause in the order of their bytes.
  private(set) var inOrder: [String] = []
  fileprivate var signals: Set<Int> = []

  fileprivate mutating func settle(_ before: Set<String>) {
    if names.count > before.count { inOrder += names.subtracting(before).inOrderOfBytes }
  }
}

extension Judge {
  /// Adds the facts of a clause; exceptions of which nobody knows whether they hold must leave it unknown.
  mutating func assume(clause place: Int, _ assumptions: inout Assumptions) {
    guard place != 0, value(clause: place) == .unknown else { return }
    let before = assumptions.names
    collect(clause: place, &assumptions)
    assumptions.settle(before)
  }

  private mutating func collect(clause place: Int, _ assumptions: inout Assumptions) {
    guard value(clause: place) == .unknown else { return }
    collect(place, &assumptions)
    let exception = place + size(place)
    if nodes[exception] != 0 { collect(exception + 1, &assumptions) }
  }

  private mutating func collect(_ place: Int, _ assumptions: inout Assumptions) {
    guard value(place) == .unknown else { return }
    let cells = nodes + place, program = rulebook.program
    switch conditionKind(cells[0]) {
    case .all, .any, .none?, .count:
      var part = place + 3
      for _ in 0..<cells[2] {
        collect(part, &assumptions)
        part += size(part)
      }
    case .not: collect(place + 2, &assumptions)
    case .signal:
      let signal = Int(cells[2])
      if assumptions.signals.insert(signal).inserted { collect(clause: conditions.signal(signal), &assumptions) }
    case .fact, .factText: assumptions.names.insert(program.facts[Int(cells[2])].name)
    case .strikes: assumptions.names.insert("history.\(program.ladders[Int(cells[2])].name)")
    case .history: assumptions.names.insert(history(cells).name)
    case .withoutEffect: assumptions.names.insert(string(cells[2]))
    default: break
    }
  }
}
