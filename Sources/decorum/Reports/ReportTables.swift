import AuthorLedger
import DecisionModel

/// The tables of a report as a person reads them, in a terminal or on a page: titles and cells.
struct ReportTable {
  let title: String
  let head: [String]
  let rows: [[String]]
}

extension LedgerReport {
  /// Comments and answers, for all and in parts; none of parts in which there is nothing to tell apart.
  var figureTables: [ReportTable] {
    parts.filter { part in part.rows.contains { $0.name != nil } }.map { part in
      ReportTable(
        title: "By \(part.title)", head: [part.title] + Figures.head,
        rows: part.rows.map { [part.shownName(of: $0)] + $0.figures.cells })
    }
  }

  var totalTable: ReportTable {
    ReportTable(title: "All", head: [""] + Figures.head, rows: [["all"] + total.cells])
  }

  /// What else was asked of people.
  var dutyTable: ReportTable? {
    let rows = DutyKind.allCases.compactMap { kind in duties[kind].map { [kind.title] + $0.cells } }
    return rows.isEmpty ? nil : ReportTable(title: "What else is to be done", head: [""] + DutyFigures.head, rows: rows)
  }

  var ladderTable: ReportTable? {
    let rows = ladders.inOrder.map { name, ladder in
      [
        name, String(ladder.strikes), String(ladder.onTrial),
        ladder.rungs.inOrder.map { "\($0.key) \($0.value)" }.joined(separator: ", "),
      ]
    }
    return rows.isEmpty
      ? nil : ReportTable(title: "Strikes", head: ["ladder", "strikes", "on trial", "rungs ordered"], rows: rows)
  }

  var deedTable: ReportTable? {
    let rows = deeds.inOrder.map { [$0.key, String($0.value)] }
    return rows.isEmpty ? nil : ReportTable(title: "Carried out", head: ["action or rung", "times"], rows: rows)
  }

  var appealTable: ReportTable {
    let figures = [appeals.made, appeals.upheld, appeals.rejected, appeals.open, appeals.pardons]
    return ReportTable(
      title: "Appeals", head: ["", "made", "upheld", "rejected", "open", "pardons"],
      rows: [["all"] + figures.map { String($0) }])
  }

  /// The stretch of time that the report is about.
  var period: String {
    let until = zone.clock(end)
    return (from.map { "from \(zone.clock($0)) to \(until)" } ?? "until \(until)") + " (\(zone.name))"
  }
}

extension LedgerReport.Part {
  /// What has no name is said in words.
  func shownName(of row: LedgerReport.Row) -> String { row.name ?? (title == "team" ? "nobody" : "none") }
}

extension Figures {
  static let head =
    ["comments"] + DutyFigures.head + ["first answers", "half by", "nine of ten by"]

  var cells: [String] {
    [String(comments)] + replies.cells + [String(firstReplies.count)]
      + [50, 90].map { firstReplies.percentile($0).map { shortTime(seconds: $0) } ?? "–" }
  }
}

extension DutyFigures {
  static let head = columns.map { $0.name.replacing("_", with: " ") } + ["kept"]

  var cells: [String] {
    DutyFigures.columns.map { String(self[keyPath: $0.count]) } + [share.map(shortShare) ?? "–"]
  }
}
