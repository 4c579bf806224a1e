import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A rung that is never taken, because one after it is reached at no more strikes. The last that is reached is taken,
/// unless it `needs` another one to have been done first.
struct UnreachableRung: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    for rungs in playbook.ladders.map(\.rungs) {
      var lowest: Rung?
      for rung in rungs.reversed() {
        if let later = lowest, later.strikes <= rung.strikes { report(.unreachableRung(rung, later)) }
        if rung.needs == nil, rung.strikes < lowest?.strikes ?? .max { lowest = rung }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unreachableRung(_ rung: Rung, _ later: Rung) -> Diagnostic {
    Diagnostic(
      "unreachable-rung", .warning,
      "the rung `\(rung.definition.name.shown)` is never taken: `\(later.definition.name.shown)` needs no more strikes",
      at: rung.definition.nameSpan,
      related: [.init(span: later.definition.nameSpan, label: "taken at \(later.strikes)")],
      help: "give each rung more `strikes` than the one before it")
  }
}
