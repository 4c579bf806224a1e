import DecisionEngine
import DecisionModel

/// The facts that were not given and could have mattered: those met on the way down through unknown conditions only.
struct Assumptions {
  private let evaluation: Evaluation
  private var names: Set<String> = []
  /// Each once, in the order of the clauses that would have to know it; those of one clause in the order of their bytes.
  private(set) var inOrder: [String] = []
  private var seenSignals: Set<Int> = []

  /// - Parameter evaluation: One in which an unknown exception leaves its clause unknown.
  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  private mutating func add(_ fact: String) { names.insert(fact) }

  /// Clauses in their order.
  mutating func collect(_ clauses: some Sequence<CheckedClause?>) {
    for clause in clauses {
      let met = names
      collect(clause)
      guard names.count > met.count else { continue }
      inOrder += names.subtracting(met).inOrderOfBytes
    }
  }

  private mutating func collect(_ clause: CheckedClause?) {
    guard let clause, evaluation.value(of: clause) == .unknown else { return }
    collect(clause.when)
    if let unless = clause.unless { collect(unless) }
  }

  private mutating func collect(_ check: Check) {
    guard evaluation.value(of: check) == .unknown else { return }
    let program = evaluation.reading.program
    switch check {
    case .signal(let signal):
      guard seenSignals.insert(signal).inserted else { return }
      collect(evaluation.reading.prepared.signals[signal])
    case .fact(let place, _), .factText(let place, _, _): add(program.facts[place].name)
    case .strikes(let ladder, _): add("history.\(program.ladders[ladder].name)")
    case .history(let history, _, _): add(history.name)
    case .withoutEffect(let key): add(key)
    default:
      for part in check.parts { collect(part) }
    }
  }
}
