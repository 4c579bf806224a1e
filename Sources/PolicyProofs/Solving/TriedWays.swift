/// Up to 64 ways in which variables can be, looked at at once: where one of them shows that something is possible, nothing
/// need be solved.
struct TriedWays {
  static let most = 64

  /// By variable: a bit for each way in which it is true.
  private var bits: [UInt64]
  /// The ways that keep everything that is required.
  private(set) var sound = UInt64.max

  /// - Parameter ways: For each way the free variables that are true; all others are false.
  init(_ ways: [[Int]], in circuit: Circuit) {
    bits = Array(repeating: 0, count: circuit.gates.count)
    bits[Literal.yes.variable] = .max
    for (place, variables) in ways.prefix(Self.most).enumerated() {
      for variable in variables { bits[variable] |= 1 << UInt64(place) }
    }
    // A gate stands behind all that it joins.
    for (variable, gate) in circuit.gates.enumerated() {
      if let gate { bits[variable] = gate.reduce(.max) { $0 & self[$1] } }
    }
    for clause in circuit.requirements { sound &= clause.reduce(0) { $0 | self[$1] } }
  }

  /// The ways in which a literal holds.
  subscript(literal: Literal) -> UInt64 {
    literal.isOpposite ? ~bits[literal.variable] : bits[literal.variable]
  }

  /// The ways in which all of some literals hold, and everything that is required.
  func holding(_ literals: [Literal]) -> UInt64 { literals.reduce(sound) { $0 & self[$1] } }
}
