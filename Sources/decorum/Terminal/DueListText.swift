import AuthorLedger
import DecisionModel
import Diagnostics

/// What a person reads of what is due, on the clocks of their zone.
struct DueListText {
  let list: DueList
  let zone: ZoneTable
  let style: ReportStyle
  /// Who wrote, where the ledger still knows it.
  var authorName: (DueItem) -> String? = { _ in nil }

  var text: String { lines.joined(separator: "\n") }

  var lines: [String] {
    let sections = list.teams.flatMap { [""] + section($0) }
    return [head] + (sections.isEmpty ? ["", "Nothing is open."] : sections)
  }

  private var head: String {
    let counts = [DueItem.Urgency.overdue, .atRisk].map { "\(list.count($0)) \($0.word)" }.joined(separator: ", ")
    return style.heading("Due at \(zone.clock(list.now)) (\(zone.name))") + "  \(list.items.count) open, \(counts)"
  }

  private func section(_ team: DueList.Team) -> [String] {
    let rows = aligned(team.items.map(cells))
    return [style.heading(visible(team.name ?? "anybody"))]
      + zip(team.items, rows).map { item, row in
        guard item.urgency == .overdue || item.urgency == .atRisk else { return "  \(row)" }
        let word = item.urgency.word
        let painted = item.urgency == .overdue ? style.strong(word, true) : style.mark(word)
        return "  \(painted)\(row.dropFirst(word.count))"
      }
  }

  private func cells(_ item: DueItem) -> [String] {
    [
      item.urgency.word, item.due.map(clock) ?? "", item.due.map(distance) ?? "", "case \(item.case)",
      visible(authorName(item) ?? ""), visible(item.category ?? ""), visible(item.words), remarks(item),
    ]
  }

  /// The time alone, on the same day.
  private func clock(_ instant: Instant) -> String {
    let text = zone.clock(instant)
    return zone.localTime(at: instant).date == zone.localTime(at: list.now).date ? String(text.suffix(5)) : text
  }

  private func distance(_ due: Instant) -> String {
    let left = due.seconds(since: list.now)
    return left < 0 ? "\(shortTime(seconds: left)) ago" : "in \(shortTime(seconds: left))"
  }

  private func remarks(_ item: DueItem) -> String {
    var remarks: [String] = []
    if let level = item.level, item.levels > 1 { remarks.append("level \(level) of \(item.levels)") }
    if !item.waitsFor.isEmpty { remarks.append("waits for \(visible(item.waitsFor.joined(separator: ", ")))") }
    if let start = item.notBefore, start > list.now { remarks.append("not before \(clock(start))") }
    if item.isOptional { remarks.append("optional") }
    return remarks.joined(separator: ", ")
  }
}

extension DueItem {
  /// What is to be done, in words.
  var words: String { duty.words }
}

extension Obligation.Duty {
  /// What is to be done, in words.
  var words: String {
    switch self {
    case .reply(let plan): "answer by \(plan)"
    case .takeOver: "take it over"
    case .deed(let action): action.replacing("_", with: " ")
    case .approval(let action, _, let count): count > 1 ? "\(count) say yes to \(action)" : "say yes to \(action)"
    case .step(let step): step.replacing("_", with: " ")
    case .endOf(let action): "end \(action)"
    }
  }
}

/// Rows of cells as lines, every column to the left; columns in which nothing stands are left out.
func aligned(_ rows: [[String]]) -> [String] {
  let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
    rows.map { column < $0.count ? columnsOf($0[column]) : 0 }.max() ?? 0
  }
  return rows.map { row in
    var line = ""
    for (cell, width) in zip(row, widths) where width > 0 {
      line += cell + String(repeating: " ", count: width - columnsOf(cell) + 2)
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// How many columns of a terminal a text takes.
private func columnsOf(_ text: String) -> Int { text.reduce(0) { $0 + displayWidth(of: $1) } }
