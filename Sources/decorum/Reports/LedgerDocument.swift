import AuthorLedger
import DecisionModel
import PlaybookPublishing

/// A report as a page: the figures in words, in bars and in tables.
struct LedgerDocument {
  let report: LedgerReport
  /// What the figures are of, as the end of the page names it.
  let origin: String

  var html: String {
    PlaybookPublishing.html(Document(title: "Comments and answers", origin: origin, blocks: blocks))
  }

  private var blocks: [Document.Block] {
    opening + weeks + speed + report.figureTables.filter { $0.title != "By week" }.flatMap { section($0) }
      + [report.dutyTable, report.ladderTable, report.deedTable, report.appealTable].compactMap { $0 }.flatMap {
        section($0)
      }
      + meaning
  }

  // MARK: At a glance

  private var opening: [Document.Block] {
    let (replies, times) = (report.total.replies, report.total.firstReplies)
    var entries: [(String, String)] = [
      ("Comments", String(report.total.comments)),
      (
        "Deadlines kept",
        replies.share.map { "\(shortShare($0)) of \(replies.inTime + replies.late + replies.overdue)" } ?? "–"
      ),
    ]
    for (percent, title) in [(50, "Half answered within"), (90, "Nine of ten within")] {
      if let seconds = times.percentile(percent) { entries.append((title, shortTime(seconds: seconds))) }
    }
    entries.append(("Overdue now", String(replies.overdue)))
    entries.append(("Open now", String(replies.open)))
    return [
      .paragraph(Prose("The comments that were decided \(report.period), and what had come of them at the end.")),
      .definitions(entries.map { .init(Prose($0.0), [.paragraph(Prose($0.1))]) }),
    ]
  }

  // MARK: Drawings

  /// So many weeks are drawn; the table has all of them.
  private static let mostWeeks = 26

  private var weeks: [Document.Block] {
    guard let part = report.part("week"), !part.rows.isEmpty else { return [] }
    let drawn = part.rows.suffix(Self.mostWeeks)
    let bars = Document.Bars(
      description:
        "For each week, how many answers were in time, late, overdue and open; the table below has the numbers.",
      sorts: [.init("in time", .good), .init("late", .late), .init("overdue", .missed), .init("open", .pending)],
      rows: drawn.map { row in
        let replies = row.figures.replies
        return Document.Bars.Row(
          row.name ?? "none", counts: [replies.inTime, replies.late, replies.overdue, replies.open],
          remark: replies.share.map(shortShare) ?? "")
      })
    let title = "Answers by the week of the comment, and the share that was in time"
    let table = report.figureTables.first { $0.title == "By week" }
    return heading("By week")
      + [.figure(.init(title: title, drawing: .bars(bars), words: table.map { [block($0)] } ?? [], showsWords: true))]
  }

  /// How much of their time answers took.
  private var speed: [Document.Block] {
    guard report.timeUsed.contains(where: { $0 > 0 }) else { return [] }
    let labels = Self.labels
    let bars = Document.Bars(
      description: "How many answers used how much of the time that they had; the table below has the numbers.",
      sorts: [.init("within the deadline", .good), .init("after it", .late)],
      rows: zip(zip(labels, LedgerReport.shares), report.timeUsed).map { bound, count in
        Document.Bars.Row(bound.0, counts: bound.1 <= 1 ? [count, 0] : [0, count], remark: String(count))
      })
    let table = ReportTable(
      title: "", head: ["time used", "answers"], rows: zip(labels, report.timeUsed).map { [$0, String($1)] })
    return heading("Against the deadline")
      + [
        .figure(
          .init(
            title: "Answers by how much of their time they took", drawing: .bars(bars), words: [block(table)],
            showsWords: true))
      ]
  }

  private static let labels = [
    "up to a quarter", "up to half", "up to three quarters", "up to the deadline", "up to half over",
    "up to twice the time",
    "up to four times", "longer",
  ]

  // MARK: Tables

  private func section(_ table: ReportTable) -> [Document.Block] { heading(table.title) + [block(table)] }

  private func heading(_ title: String) -> [Document.Block] {
    [.heading(.init(level: 2, anchor: Anchor(title.lowercased().replacing(" ", with: "-")), text: Prose(title)))]
  }

  private func block(_ table: ReportTable) -> Document.Block {
    .table(
      .init(
        columns: table.head.map { Prose($0) }, rows: table.rows.map { .init(cells: $0.map { cell in Prose(cell) }) }))
  }

  /// How the figures are meant, so that nobody has to guess.
  private var meaning: [Document.Block] {
    let entries = [
      (
        "Asked",
        "An answer that a plan orders, or something else that is to be done; what is left to people’s judgement is not counted."
      ),
      (
        "In time, late",
        "Done by its deadline, or after it. What was wanted no longer when its deadline was over is late too."
      ),
      (
        "Dropped",
        "Wanted no longer while there was time: the comment was edited, the case resolved, an approval refused."
      ),
      ("Overdue, open", "Not done at the end of the report; overdue where its deadline is over."),
      ("Kept", "Those in time among those whose time is over."),
      (
        "First answers",
        "From the comment that opened a case to the first answer. Percentiles are those of the nearest rank; times over a quarter of an hour are rounded down by less than 0.2 %."
      ),
    ]
    return heading("How it is counted") + [.definitions(entries.map { .init(Prose($0), [.paragraph(Prose($1))]) })]
  }
}
