import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A rung that is milder than one before it, so that an author who goes on is better off. How hard an action of the
/// playbook's own is nobody knows, so rungs that enforce by one are left alone.
struct WeakerRung: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    let kinds = Dictionary(
      ActionDefinition.ordered(declared: playbook.actions).map { ($0.name, $0.kind) },
      uniquingKeysWith: { first, _ in first })
    let own = playbook.actions.filter { !$0.isBuiltIn && $0.kind == .enforce }
    for ladder in playbook.ladders {
      var hardest: (rung: Rung, force: Force)?
      for rung in ladder.rungs where !own.contains(where: { rung.orders(action: $0.name) }) {
        let force = Force(of: rung, kinds)
        if let hardest, force < hardest.force { report(.weakerRung(rung, hardest.rung)) }
        if hardest.map({ $0.force < force }) ?? true { hardest = (rung, force) }
      }
    }
  }
}

extension Rung {
  fileprivate func orders(action name: String) -> Bool { orders.must.contains { $0.name.isExactly(name) } }
}

/// What a rung does to an author: a comment less is milder than a time in silence, and that milder than a block.
private struct Force: Comparable {
  private let step: Int
  /// How long a block lasts, in seconds; for good where it has no length.
  private let seconds: Double

  init(of rung: Rung, _ kinds: [String: ActionKind]) {
    let names = rung.orders.must.map(\.name)
    let enforces = names.contains { kinds[$0] == .enforce }
    let speaks = !rung.wordings.isEmpty || names.contains { kinds[$0] == .speak }
    step = names.contains("block") ? 4 : names.contains("mute") ? 3 : enforces ? 2 : speaks ? 1 : 0
    let block = rung.orders.must.first { $0.name == "block" }
    seconds = block?.terms.duration?.lengths.map(\.about).max() ?? .infinity
  }

  static func < (one: Force, other: Force) -> Bool { (one.step, one.seconds) < (other.step, other.seconds) }
}

extension Length {
  /// About how many seconds it lasts, a month being of thirty days.
  fileprivate var about: Double { seconds.map { Double($0) } ?? count * 30 * 86_400 }
}

extension Diagnostic {
  fileprivate static func weakerRung(_ rung: Rung, _ earlier: Rung) -> Diagnostic {
    Diagnostic(
      "weaker-rung", .warning,
      "the rung `\(rung.definition.name.shown)` is milder than `\(earlier.definition.name.shown)` before it",
      at: rung.definition.nameSpan, related: [.init(span: earlier.definition.nameSpan, label: "this one")],
      help: "order the rungs from mild to hard")
  }
}
