extension LedgerReport {
  /// The figures as a table (RFC 4180, lines end with CR LF): one row for all comments, then one for each category, team,
  /// channel and week. Times are in seconds. Strikes and appeals are in the other forms.
  public var csv: String {
    let counts = DutyFigures.columns.map { "replies_\($0.name)" }
    let head =
      ["part", "name", "comments"] + counts + [
        "share_in_time", "first_replies", "first_reply_p50_seconds", "first_reply_p90_seconds",
      ]
    let rows = parts.flatMap { part in part.rows.map { LedgerReport.cells(part.title, $0.name, $0.figures) } }
    return ([head, LedgerReport.cells("all", nil, total)] + rows)
      .map { $0.map(safeCell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cells(_ part: String, _ name: String?, _ figures: Figures) -> [String] {
    let times = figures.firstReplies
    return [part, name ?? "", String(figures.comments)]
      + DutyFigures.columns.map { String(figures.replies[keyPath: $0.count]) }
      + [
        figures.replies.share.map(thousandths) ?? "", String(times.count),
        times.percentile(50).map { String($0) } ?? "", times.percentile(90).map { String($0) } ?? "",
      ]
  }
}

/// A share with three digits behind its point.
private func thousandths(_ share: Double) -> String {
  let whole = Int((share * 1000).rounded())
  let digits = String(whole % 1000)
  return "\(whole / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
}

/// A cell that no spreadsheet takes for a formula: what begins as one has an apostrophe before it
/// (<https://owasp.org/www-community/attacks/CSV_Injection>). What could end a cell stands in quotes.
func safeCell(_ text: String) -> String {
  let bytes = Array(text.utf8)
  let isFormula = bytes.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
  let safe = (isFormula ? [UInt8(ascii: "'")] : []) + bytes
  guard safe.contains(where: { ",\"\r\n\t'".utf8.contains($0) }) else { return text }
  let quoted = safe.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
  return "\"" + String(decoding: quoted, as: UTF8.self) + "\""
}
