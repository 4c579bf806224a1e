import DecisionModel
import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// Who asks for a feed more often than once a minute is shut out by those who serve it.
struct HurriedWatch: FileCheck {
  /// Seconds.
  private static let shortest: Int64 = 60

  func run(on playbook: LoadedPlaybook, report: (Diagnostic) -> Void) {
    for watch in playbook.parts.flatMap({ $0.syntax.root["watch"]?.mapping?.entries ?? [] }) {
      guard let watch = watch.value.mapping, let every = watch.scalar("every"),
        let seconds = watch.length("every")?.seconds, seconds < HurriedWatch.shortest
      else { continue }
      report(.hurriedWatch(every))
    }
  }
}

extension Diagnostic {
  fileprivate static func hurriedWatch(_ every: YAMLScalar) -> Diagnostic {
    Diagnostic(
      "hurried-watch", .error, "no feed is asked for every \(every.shown)", at: every.span,
      help: "write `1 minute` or more")
  }
}
