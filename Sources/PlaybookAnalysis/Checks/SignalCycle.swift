import DecisionModel
import Diagnostics
import PlaybookModel

/// A signal that depends on itself can never be settled.
struct SignalCycle: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    var signals: [String: Signal] = [:]
    for signal in playbook.signals { signals[signal.definition.name] = signal }
    let needed = signals.mapValues { signal in
      signal.clause.when.signals + (signal.clause.unless?.signals ?? [])
    }
    for circle in circles(among: playbook.signals.map(\.definition.name), following: { needed[$0] ?? [] }) {
      report(.signalCycle(circle.compactMap { signals[$0] }))
    }
  }
}

extension Condition {
  /// The signals that the condition names, in the order of the text.
  var signals: [String] {
    switch self {
    case .signal(let name): [name]
    case .all(let conditions), .any(let conditions), .none(let conditions), .count(let conditions, _):
      conditions.flatMap(\.signals)
    case .not(let condition): condition.signals
    default: []
    }
  }
}

extension Diagnostic {
  fileprivate static func signalCycle(_ circle: [Signal]) -> Diagnostic {
    let names = circle.map { "`\($0.definition.name)`" }
    return Diagnostic(
      "signal-cycle", .error, "the signal \(names[0]) depends on itself", at: circle[0].definition.nameSpan,
      label: names.count > 1 ? "through \(names.dropFirst().joined(separator: ", "))" : nil,
      related: circle.dropFirst().map { .init(span: $0.definition.nameSpan, label: "this one leads back") },
      help: "let one of them say its condition itself")
  }
}
