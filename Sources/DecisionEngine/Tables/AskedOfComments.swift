import DecisionModel

/// What the categories and escalations of a program ask of a comment beside its text.
struct AskedOfComments {
  /// By fact: whether a condition asks for it.
  private(set) var facts: [Bool]
  /// Whether a condition asks for hours or for what the author wrote before, which only a whole situation answers.
  private(set) var situation = false

  /// - Parameter clauses: Where the clauses stand among the cells; 0 where there is none.
  init(_ cells: UnsafePointer<UInt32>, clauses: [Int], factCount: Int) {
    facts = [Bool](repeating: false, count: factCount)
    for clause in clauses where clause != 0 {
      add(cells, clause)
      let exception = clause + Int(cells[clause + 1])
      if cells[exception] != 0 { add(cells, exception + 1) }
    }
  }

  private mutating func add(_ cells: UnsafePointer<UInt32>, _ place: Int) {
    guard let kind = ConditionKind(rawValue: Int(cells[place])) else { return }
    switch kind {
    case .all, .any, .none, .count:
      var part = place + 3
      for _ in 0..<cells[place + 2] {
        add(cells, part)
        part += Int(cells[part + 1])
      }
    case .not: add(cells, place + 2)
    case .fact, .factText: facts[Int(cells[place + 2])] = true
    case .timeOpen, .history: situation = true
    // Signals are walked by themselves. No default: what a new kind asks for must be said here.
    case .signal, .found, .termCount, .score, .measure, .strikes, .mode, .category, .never, .withoutEffect: break
    }
  }
}

extension ConditionTables {
  /// What is asked by the clauses of signals, categories and escalations, which stand first.
  var asked: AskedOfComments {
    let count = signalCount + categoryCount + escalationCount
    return AskedOfComments(cells, clauses: (0..<count).map { Int(cells[2 + $0]) }, factCount: factCount)
  }
}
