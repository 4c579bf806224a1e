import DecisionModel

/// A clause with the lists and signals that it comes to ask, as its program has them: the same names may stand for
/// something else in another.
struct MeantClause: Equatable {
  private let clause: Clause
  private var lexicons: [LexiconTable] = []
  private var signals: [SignalRule] = []

  init(_ clause: Clause, in program: DecisionProgram) {
    self.clause = clause
    var waiting = clause.conditions
    while let condition = waiting.popLast() {
      lexicons += condition.lexicons.compactMap { name in program.lexicons.first { $0.name == name } }
      guard case .signal(let name) = condition, !signals.contains(where: { $0.name == name }),
        let signal = program.signals.first(where: { $0.name == name })
      else { continue }
      signals.append(signal)
      waiting += signal.clause.conditions
    }
  }
}
