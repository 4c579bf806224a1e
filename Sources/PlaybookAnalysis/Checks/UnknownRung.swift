import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax

/// Rungs that something names and no ladder has.
struct UnknownRung: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    for ladder in playbook.ladders { checkNeeds(of: ladder, report) }
    let rungs = playbook.ladders.flatMap(\.rungs).map(\.definition.name)
    let deeds = rungs + ActionDefinition.ordered(declared: playbook.actions).map(\.name)
    for promise in playbook.promises {
      for name in promise.before.map(\.first) where !deeds.contains(name) {
        report(.unknownDeed(name, known: deeds, at: promise.definition.nameSpan))
      }
    }
    for test in playbook.tests { check(test, deeds: deeds, report) }
  }

  /// A rung can need only one that comes before it.
  private func checkNeeds(of ladder: Ladder, _ report: (Diagnostic) -> Void) {
    for (index, rung) in ladder.rungs.enumerated() {
      guard let needed = rung.needs else { continue }
      let earlier = ladder.rungs[..<index].map(\.definition.name)
      if !earlier.contains(needed) { report(.unknownRung(needed, of: rung, earlier: earlier)) }
    }
  }

  private func check(_ test: PlaybookTest, deeds: [String], _ report: (Diagnostic) -> Void) {
    guard case .story(let steps) = test.subject else { return }
    for step in steps {
      if case .done(let name) = step.happening, !deeds.contains(name) {
        report(.unknownDeed(name, known: deeds, at: step.span))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownRung(_ needed: String, of rung: Rung, earlier: [String]) -> Diagnostic {
    Diagnostic(
      "unknown-rung", .error, "no rung `\(needed)` comes before `\(rung.definition.name)`", at: rung.definition.nameSpan,
      help: nearest(to: needed, among: earlier).map { "write `needs: \($0)`" }
        ?? (earlier.isEmpty ? "leave `needs` out of the first rung" : "write one of \(earlier.listed)"))
  }

  fileprivate static func unknownDeed(_ name: String, known: [String], at span: Span) -> Diagnostic {
    Diagnostic(
      "unknown-rung", .error, "`\(name)` is neither a rung nor an action", at: span,
      help: nearest(to: name, among: known).map { "write `\($0)`" } ?? "write one of \(known.listed)")
  }
}
