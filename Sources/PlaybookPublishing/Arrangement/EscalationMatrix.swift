import DecisionModel
import PlaybookModel

extension Arrangement {
  /// Kinds of trouble by levels: who takes it within how long, and what that changes.
  var escalationMatrix: [Block] {
    let escalations = playbook.activeEscalations
    if escalations.isEmpty { return [] }
    let levels = min(escalations.map(\.levels.count).max() ?? 0, Self.levelTitles.count)
    let columns = ["Kind of trouble"] + Self.levelTitles.prefix(levels) + ["What changes"]
    let rows = escalations.map { escalation -> Document.Table.Row in
      let title = titles.link(.escalation, escalation.definition.name)
      return .init(cells: [title] + cells(of: escalation, levels: levels) + [consequences(of: escalation)])
    }
    return [
      .paragraph("Every line that fits counts, whatever the category. A level takes over where none before it did."),
      .table(.init(columns: columns, rows: rows)),
    ]
  }

  private static let levelTitles: [Prose] = ["First", "Second", "Third", "Fourth"]

  /// A cell for each level; the last one holds all that are left.
  private func cells(of escalation: Escalation, levels count: Int) -> [Prose] {
    (0..<count).map { index in
      let levels = escalation.levels.dropFirst(index).prefix(index == count - 1 ? .max : 1)
      return levels.isEmpty ? "–" : levels.map(level).joined(separator: "; then ")
    }
  }

  private func consequences(of escalation: Escalation) -> Prose {
    let hold = holder(of: escalation).map { "nobody answers before \($0) agrees" as Prose }
    let plan = escalation.response.map { "we answer by \(titles.link(.response, $0))" as Prose }
    let changes = [hold, plan, deedsInShort(escalation.orders)].compactMap { $0 }
    return changes.isEmpty ? "–" : changes.joined(separator: "; ").capitalised
  }
}
