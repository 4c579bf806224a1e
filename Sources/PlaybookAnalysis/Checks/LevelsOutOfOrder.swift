import DecisionModel
import Diagnostics
import PlaybookModel

/// Levels of an escalation count from the same start: one that is due no later than the one before it is never waited for.
struct LevelsOutOfOrder: Check {
  func run(on playbook: Playbook, report: (Diagnostic) -> Void) {
    for escalation in playbook.escalations {
      for (level, next) in zip(escalation.levels, escalation.levels.dropFirst()) {
        // A level without a time is due at once.
        let first = level.within?.length.seconds ?? 0
        let second = next.within?.length.seconds ?? 0
        if level.within?.isWorkingTime == next.within?.isWorkingTime || level.within == nil, second <= first {
          report(.levelsOutOfOrder(escalation, level, next))
        }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func levelsOutOfOrder(_ escalation: Escalation, _ level: Level, _ next: Level) -> Diagnostic {
    Diagnostic(
      "levels-out-of-order", .error, "`\(next.team)` is due no later than `\(level.team)` before it",
      at: escalation.definition.nameSpan,
      help: "give `\(next.team)` more time than `\(level.team)`: every `within` counts from the post")
  }
}
