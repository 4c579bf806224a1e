/// Something that is one of several values: a literal for each value but the first says that it is this one or a later
/// one, so that a run of values is two literals.
struct Choice<Value> {
  let values: [Value]
  /// By value; the first always holds.
  private let fromHere: [Literal]

  init(_ values: [Value], in circuit: inout Circuit) {
    self.values = values
    var fromHere: [Literal] = []
    for index in values.indices {
      let literal = index == 0 ? .yes : circuit.variable()
      if let before = fromHere.last { circuit.require([!literal, before]) }
      fromHere.append(literal)
    }
    self.fromHere = fromHere
  }

  var variables: [Int] { fromHere.dropFirst().map(\.variable) }

  /// The value is one of those that pass.
  func isOne(_ circuit: inout Circuit, passing: (Value) -> Bool) -> Literal {
    var runs: [Literal] = []
    var start: Int?
    for index in 0...values.count {
      let passes = index < values.count && passing(values[index])
      if passes, start == nil { start = index }
      if !passes, let first = start {
        runs.append(circuit.all([fromHere[first], index < values.count ? !fromHere[index] : .yes]))
        start = nil
      }
    }
    return circuit.any(runs)
  }

  /// The value that a model chooses.
  func value(_ holds: (Literal) -> Bool) -> Value { values[fromHere.lastIndex(where: holds) ?? 0] }
}

/// What is known of a condition in three values: it surely holds, it surely does not, or neither.
struct Certainty {
  let yes: Literal
  let no: Literal

  static let unknown = Certainty(yes: .no, no: .no)

  init(yes: Literal, no: Literal) {
    self.yes = yes
    self.no = no
  }

  /// What is never unknown.
  init(_ literal: Literal) { self.init(yes: literal, no: !literal) }

  /// What is known only where something else is given.
  init(_ literal: Literal, ifKnown known: Literal, in circuit: inout Circuit) {
    self.init(yes: circuit.all([known, literal]), no: circuit.all([known, !literal]))
  }

  static prefix func ! (certainty: Certainty) -> Certainty { Certainty(yes: certainty.no, no: certainty.yes) }
}

extension Circuit {
  mutating func all(_ parts: [Certainty]) -> Certainty {
    Certainty(yes: all(parts.map(\.yes)), no: any(parts.map(\.no)))
  }

  mutating func any(_ parts: [Certainty]) -> Certainty {
    Certainty(yes: any(parts.map(\.yes)), no: all(parts.map(\.no)))
  }
}
