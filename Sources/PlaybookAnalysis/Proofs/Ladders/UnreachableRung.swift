import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// A rung that no sequence of events takes: one after it is reached at no more strikes, or no comment leads to it, or it
/// needs what nobody can carry out.
struct UnreachableRung: LadderProof {
  func run(on ladder: Ladder, _ findings: LadderFindings, in playbook: Playbook, report: (Diagnostic) -> Void) {
    // What stands behind a rung that stays closed follows from what that one needs.
    let closed = ladder.rungs.firstIndex { rung in
      findings.untaken.contains { place in rung.needs.map(ladder.rungs[place].definition.name.isExactly) ?? false }
    }
    for place in findings.untaken {
      let rung = ladder.rungs[place]
      let later = ladder.rungs[(place + 1)...].last { $0.needs == nil && $0.strikes ?? .max <= rung.strikes ?? 0 }
      if rung.strikes == nil {
        // What a category names that no comment can have, the finding about that category tells.
        if !playbook.names(rung, on: ladder) { report(.unnamedRung(rung)) }
      } else if let later, let strikes = later.strikes {
        report(.unreachableRung(rung, later, strikes))
      } else if place < closed ?? .max {
        report(.untakenRung(rung))
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

  fileprivate static func untakenRung(_ rung: Rung) -> Diagnostic {
    Diagnostic(
      "unreachable-rung", .warning,
      "the rung `\(rung.definition.name.shown)` is never taken: no sequence of comments leads to it",
      at: rung.definition.nameSpan, help: "let comments on the ladder count up to its `strikes`, or leave the rung out")
  }
}
