import DecisionModel
import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// Levels of an escalation count from the same start: one that is due no later than the one before it is never waited
/// for.
struct LevelsOutOfOrder: FileCheck {
  func run(on playbook: LoadedPlaybook, report: (Diagnostic) -> Void) {
    for escalation in playbook.parts.flatMap({ $0.syntax.root.mappings("escalations") }) {
      let levels = escalation.mappings("to").compactMap(LevelInFile.init)
      for (level, next) in zip(levels, levels.dropFirst()) where next.isDueNoLater(than: level) {
        report(.levelsOutOfOrder(level, next))
      }
    }
  }
}

private struct LevelInFile {
  let team: YAMLScalar
  /// Nil is at once.
  let within: Allowance?

  init?(_ mapping: YAMLMapping) {
    guard let team = mapping.scalar("team") else { return nil }
    self.team = team
    within = mapping.allowance("within")
    if within == nil && mapping["within"] != nil { return nil }
  }

  /// Whether the level certainly falls due before the other, or with it. Working time and plain time cannot be told
  /// apart before the comment comes.
  func isDueNoLater(than other: LevelInFile) -> Bool {
    guard let within else { return true }
    guard let earlier = other.within, earlier.isWorkingTime == within.isWorkingTime else { return false }
    return within.length.longestDays <= earlier.length.shortestDays
  }
}

extension Length {
  fileprivate var longestDays: Double { seconds.map { Double($0) / 86_400 } ?? count * 31 }
  fileprivate var shortestDays: Double { seconds.map { Double($0) / 86_400 } ?? count * 28 }
}

extension Diagnostic {
  fileprivate static func levelsOutOfOrder(_ level: LevelInFile, _ next: LevelInFile) -> Diagnostic {
    Diagnostic(
      "levels-out-of-order", .error, "`\(next.team.shown)` is due no later than `\(level.team.shown)` before it",
      at: next.team.span,
      related: [.init(span: level.team.span, label: "this one comes first")],
      help: "give `\(next.team.shown)` more time than `\(level.team.shown)`: every `within` counts from the post")
  }
}
