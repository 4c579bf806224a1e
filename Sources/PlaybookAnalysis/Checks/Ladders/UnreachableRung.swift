import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// A rung that is never taken, because one after it is reached at no more strikes. The last that is reached is taken,
/// unless it `needs` another one to have been done first. A rung without `strikes` is taken where a category says
/// `no_lower_than`, or never.
struct UnreachableRung: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    for ladder in playbook.ladders {
      var lowest: (rung: Rung, strikes: Int)?
      for rung in ladder.rungs.reversed() {
        guard let strikes = rung.strikes else {
          if !playbook.names(rung, on: ladder) { report(.unnamedRung(rung)) }
          continue
        }
        if let later = lowest, later.strikes <= strikes { report(.unreachableRung(rung, later.rung, later.strikes)) }
        if rung.needs == nil, strikes < lowest?.strikes ?? .max { lowest = (rung, strikes) }
      }
    }
  }
}

extension Playbook {
  /// Whether a category takes the rung at the least.
  fileprivate func names(_ rung: Rung, on ladder: Ladder) -> Bool {
    categories.contains { category in
      category.ladder.map(ladder.definition.name.isExactly) == true
        && category.noLowerThan.map(rung.definition.name.isExactly) == true
    }
  }
}

extension Diagnostic {
  fileprivate static func unreachableRung(_ rung: Rung, _ later: Rung, _ strikes: Int) -> Diagnostic {
    Diagnostic(
      "unreachable-rung", .warning,
      "the rung `\(rung.definition.name.shown)` is never taken: `\(later.definition.name.shown)` needs no more strikes",
      at: rung.definition.nameSpan,
      related: [.init(span: later.definition.nameSpan, label: "taken at \(strikes)")],
      help: "give each rung more `strikes` than the one before it")
  }

  fileprivate static func unnamedRung(_ rung: Rung) -> Diagnostic {
    Diagnostic(
      "unreachable-rung", .warning, "the rung `\(rung.definition.name.shown)` is never taken: it has no `strikes`",
      at: rung.definition.nameSpan,
      help: "add `strikes`, or name it in a category: `no_lower_than: \(rung.definition.name.shown)`")
  }
}
