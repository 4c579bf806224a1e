import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import PolicyProofs

/// An author who behaves worse than another one and is treated milder for the same comment, or whose appeal was upheld and
/// who is treated harder for that.
struct RewardedMisconduct: LadderProof {
  func run(on ladder: Ladder, _ findings: LadderFindings, in playbook: Playbook, report: (Diagnostic) -> Void) {
    guard let (story, isByAppeal) = findings.reversal else { return }
    report(.rewardedMisconduct(ladder.definition, isByAppeal: isByAppeal, story))
  }
}

extension Diagnostic {
  fileprivate static func rewardedMisconduct(
    _ ladder: Definition, isByAppeal: Bool, _ story: LadderStory
  ) -> Diagnostic {
    let name = ladder.name.shown
    let what = isByAppeal ? "who appeals with success can end harder" : "worse conduct can end milder"
    return Diagnostic(
      "rewarded-misconduct", .warning, "on the ladder `\(name)` \(what)", at: ladder.nameSpan, witness: story.text,
      help: "let no category that asks for `history.\(name)` be milder than the rungs that it goes before")
  }
}
