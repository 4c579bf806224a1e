import AuthorLedger
import Diagnostics

/// What a person reads of a report in a terminal.
struct LedgerReportText {
  let report: LedgerReport
  let style: ReportStyle

  var text: String {
    let tables = [report.totalTable] + report.figureTables
    let others = [report.dutyTable, report.ladderTable, report.deedTable].compactMap { $0 }
    let appeals = report.appeals == AppealFigures() ? [] : [report.appealTable]
    let head = style.heading("Comments and answers, \(report.period)")
    return ([head] + (tables + others + appeals).map(section)).joined(separator: "\n\n") + "\n\n" + style.faint(words)
  }

  private func section(_ table: ReportTable) -> String {
    let lines = columns(([table.head] + table.rows).map { $0.map(visible) }).split(
      separator: "\n", omittingEmptySubsequences: false)
    let body = lines.enumerated().map { $0 == 0 ? style.faint("  \($1)") : "  \($1)" }
    return ([style.heading(table.title)] + body).joined(separator: "\n")
  }

  /// How the figures are meant.
  private var words: String {
    """
    kept: the share of those whose time is over that were done in time. dropped: wanted no longer while there was time.
    first answers: to the comment that opened the case; percentiles are those of the nearest rank.
    """
  }
}
