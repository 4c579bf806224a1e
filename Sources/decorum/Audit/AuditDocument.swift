import Diagnostics
import PlaybookPublishing

/// An audit as Markdown, for a pull request.
struct AuditDocument {
  let report: AuditReport
  let show: Int

  var markdown: String {
    let notes = report.failures.map { Document.Block.note(Prose($0 + ".")) }
    let blocks = report.sections(show: show).flatMap(blocks)
    return PlaybookPublishing.markdown(
      Document(
        title: "Audit of \(report.playbook.words)", origin: report.playbook.words, blocks: notes + blocks))
  }

  private func blocks(_ section: AuditSection) -> [Document.Block] {
    [.heading(.init(level: 2, text: Prose(section.title))), .paragraph(Prose(visible(section.opening)))]
      + (section.table.map { [table($0)] } ?? [])
      + section.items.map { item in
        let lines = item.lines.map { [Document.Block.paragraph(Prose(visible($0)))] }
        let list: [Document.Block] = lines.isEmpty ? [] : [.list(.init(isOrdered: false, items: lines))]
        return .disclosure(summary: visible(item.title), (item.table.map { [table($0)] } ?? []) + list)
      }
  }

  private func table(_ table: ReportTable) -> Document.Block {
    .table(
      .init(
        columns: table.head.map { Prose($0) },
        rows: table.rows.map { .init(cells: $0.map { Prose(visible($0)) }) }))
  }
}
