import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// An author whom no number of comments leads to the rung that others come to, until strikes are forgotten.
struct StuckAuthor: LadderProof {
  func run(on ladder: Ladder, _ findings: LadderFindings, in playbook: Playbook, report: (Diagnostic) -> Void) {
    guard let stuck = findings.stuck else { return }
    let rung = stuck.rung.map { ladder.rungs[$0] }
    report(.stuckAuthor(ladder.definition, rung, closed: stuck.closed.map { ladder.rungs[$0] }, stuck.story))
  }
}

extension Diagnostic {
  fileprivate static func stuckAuthor(
    _ ladder: Definition, _ rung: Rung?, closed: Rung?, _ story: LadderStory
  ) -> Diagnostic {
    let place = rung.map { "on `\($0.definition.name.shown)`" } ?? "below every rung"
    guard let closed, let needed = closed.needs else {
      return Diagnostic(
        "stuck-author", .warning, "an author can get stuck \(place) of the ladder `\(ladder.name.shown)`",
        at: rung?.definition.nameSpan ?? ladder.nameSpan, witness: story.text,
        help: "let comments that come after it lead on, too")
    }
    let (name, warning) = (closed.definition.name.shown, needed.shown)
    return Diagnostic(
      "stuck-author", .warning, "an author can get stuck \(place): `\(name)` needs `\(warning)`, which is passed over",
      at: rung?.definition.nameSpan ?? ladder.nameSpan,
      related: [.init(span: closed.definition.nameSpan, label: "needs `\(warning)`")], witness: story.text,
      help: rung.map { "add `needs: \(warning)` to `\($0.definition.name.shown)`, too" }
        ?? "let a number of strikes lead to `\(warning)`")
  }
}
