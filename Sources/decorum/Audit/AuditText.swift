import Diagnostics

/// What a person reads of an audit on a terminal.
struct AuditText {
  let report: AuditReport
  let show: Int
  let style: ReportStyle

  var text: String {
    let sections = report.sections(show: show).map(text)
    return ([style.heading(visible(report.playbook.words))] + sections).joined(separator: "\n\n")
  }

  private func text(_ section: AuditSection) -> String {
    let table = section.table.map { [self.table($0)] } ?? []
    let items = section.items.map { item in
      ([style.name(visible(item.title))] + (item.table.map { [indented(self.table($0))] } ?? [])
        + item.lines.map { "  \(visible($0))" }).joined(separator: "\n")
    }
    let head = "\(style.heading(section.title)): \(visible(section.opening))"
    return ([head] + table + items).joined(separator: "\n\n")
  }

  /// Numbers stand under each other; an example, which is text, behind them.
  private func table(_ table: ReportTable) -> String {
    let hasExample = table.head.last == "for example"
    let rows = [table.head] + table.rows.map { $0.map { visible($0) } }
    let numbers = columns(rows.map { hasExample ? Array($0.dropLast()) : $0 }).split(separator: "\n").map(String.init)
    let lines = zip(numbers, rows).map { line, row in hasExample ? "\(line)  \(row.last ?? "")" : line }
    return ([style.faint(lines[0])] + lines.dropFirst()).joined(separator: "\n")
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
  }
}
