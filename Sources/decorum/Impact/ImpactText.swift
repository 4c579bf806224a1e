import DecisionModel
import Diagnostics
import PolicyImpact

/// What a person reads of a replay: how many comments move, a table of the moves, and each with examples.
struct ImpactText {
  /// So many changes of a move are named.
  private static let mostChanges = 8
  private static let width = 110

  let report: ImpactReport
  let style: ReportStyle

  private var impact: Impact { report.impact }

  var text: String {
    let moves = impact.inOrder
    let sections = moves.isEmpty ? [] : [table(of: moves)] + moves.map(section)
    return ([head] + sections).joined(separator: "\n\n")
  }

  private var head: String {
    let policies = "\(visible(report.old.words)) → \(visible(report.new.words))"
    let moved =
      "\(impact.comments) comments, \(impact.moved) decided otherwise (\(shareText(impact.movedShare)))"
    let directions = MoveDirection.allCases.filter { impact.count($0) > 0 }.map { "\($0.words) \(impact.count($0))" }
    let same = report.old.digest == report.new.digest ? ["both are the same program"] : []
    return style.heading(policies) + "\n" + ([moved] + directions + same).joined(separator: "; ")
  }

  private func table(of moves: [(move: CategoryMove, count: MoveCount)]) -> String {
    let rows = moves.map { move, count in
      [visible(move.words), "\(count.count)", shareText(impact.share(of: count.count))]
        + MoveDirection.allCases.map { direction in count.directions[direction].map(String.init) ?? "–" }
    }
    let head = ["move", "comments", "share"] + MoveDirection.allCases.map(\.words)
    let lines = columns([head] + rows).split(separator: "\n").map(String.init)
    return ([style.faint(lines[0])] + lines.dropFirst()).joined(separator: "\n")
  }

  private func section(_ move: CategoryMove, _ count: MoveCount) -> String {
    let head = "\(visible(move.words)): \(count.count) \(count.count == 1 ? "comment" : "comments")"
    let changes = count.changesInOrder.prefix(Self.mostChanges).map { change, number in
      "  \(visible(change.words)) (\(number)\(change.direction == .neither ? "" : ", \(change.direction.rawValue)"))"
    }
    let more = count.changes.count - changes.count
    return
      ([style.heading(head)] + changes + (more > 0 ? ["  and \(more) changes more"] : [])
      + count.examples.flatMap(lines)).joined(separator: "\n")
  }

  private func lines(_ example: MovedComment) -> [String] {
    let text = String(decoding: example.text, as: UTF8.self)
    let id = example.id.map { "[\(cut(visible(String(decoding: $0, as: UTF8.self)), to: 32))] " } ?? ""
    let quoted = "  \(id)“\(cut(visible(oneLine(text)), to: Self.width - 6))”"
    guard example.before != example.now else { return [quoted] }
    return [quoted]
      + [("before", example.before), ("now", example.now)].map { when, summary in
        "    \(style.faint(when)): \(cut(visible(summary), to: Self.width - 10))"
      }
  }

  private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }

  private func cut(_ text: String, to width: Int) -> String {
    text.count > width ? text.prefix(width - 1) + "…" : text
  }
}
