/// Formulas over variables, as gates that a solver knows: of two that say the same in the same way there is one
/// (structural hashing), and each is made of clauses once (Tseitin 1968).
struct Circuit {
  private(set) var solver = Solver()
  /// By variable: what an `and` joins; nil for what is free.
  private(set) var gates: [[Literal]?] = [nil]
  /// What was required, as it was said.
  private(set) var requirements: [[Literal]] = []
  private var known: [[Literal]: Literal] = [:]
  /// By variable: the last walk that came to it, and how many walks there were.
  private var visits: [Int] = [0]
  private var walks = 0

  /// A variable of which nothing is known.
  mutating func variable() -> Literal { add(nil) }

  private mutating func add(_ gate: [Literal]?) -> Literal {
    gates.append(gate)
    visits.append(0)
    return solver.addVariable()
  }

  /// One of the literals holds, whatever is asked.
  mutating func require(_ clause: [Literal]) {
    requirements.append(clause)
    solver.add(clause)
  }

  mutating func all(_ parts: [Literal]) -> Literal {
    let inputs = Set(parts).subtracting([.yes]).sorted()
    if inputs.contains(.no) || zip(inputs, inputs.dropFirst()).contains(where: { $0 == !$1 }) { return .no }
    guard inputs.count > 1 else { return inputs.first ?? .yes }
    if let gate = known[inputs] { return gate }
    let gate = add(inputs)
    known[inputs] = gate
    for input in inputs { solver.add([!gate, input]) }
    solver.add([gate] + inputs.map { !$0 })
    return gate
  }

  mutating func any(_ parts: [Literal]) -> Literal { !all(parts.map { !$0 }) }

  /// One of the two holds, and the other does not.
  mutating func differ(_ one: Literal, _ other: Literal) -> Literal {
    any([all([one, !other]), all([!one, other])])
  }

  /// The free variables on which some literals depend.
  mutating func inputs(of literals: [Literal]) -> [Int] {
    walks += 1
    var waiting: [Int] = []
    var inputs: [Int] = []
    func meet(_ literal: Literal) {
      guard visits[literal.variable] != walks else { return }
      visits[literal.variable] = walks
      waiting.append(literal.variable)
    }
    literals.forEach(meet)
    while let variable = waiting.popLast() {
      if let parts = gates[variable] { parts.forEach(meet) } else { inputs.append(variable) }
    }
    return inputs.sorted()
  }

  mutating func solve(_ assumptions: [Literal], asking more: [Int] = [], conflicts: Int) -> Solver.Verdict {
    solver.solve(assuming: assumptions, deciding: inputs(of: assumptions) + more, conflicts: conflicts)
  }

  /// Whether a literal holds where the free variables are as somebody says.
  func value(of literal: Literal, where isTrue: (Int) -> Bool) -> Bool {
    var values: [Int: Bool] = [0: true]
    var waiting = [literal.variable]
    while let variable = waiting.last {
      if values[variable] != nil {
        waiting.removeLast()
      } else if let parts = gates[variable] {
        let open = parts.map(\.variable).filter { values[$0] == nil }
        if open.isEmpty { values[variable] = parts.allSatisfy { values[$0.variable] != $0.isOpposite } }
        waiting += open
      } else {
        values[variable] = isTrue(variable)
      }
    }
    return values[literal.variable] != literal.isOpposite
  }
}
