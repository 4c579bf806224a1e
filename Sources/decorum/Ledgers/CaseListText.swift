import AuthorLedger
import DecisionModel
import Diagnostics

/// Cases, a line each: how they stand, and what presses most.
struct CaseListText {
  let files: [CaseFile]
  let now: Instant
  let zone: ZoneTable
  /// What is said where there are none.
  var whenNone = "No case wants anything."

  func text(naming authorName: (Int64) -> String?) -> String {
    if files.isEmpty { return whenNone }
    return aligned(files.map { cells($0, authorName) }).joined(separator: "\n")
  }

  private func cells(_ file: CaseFile, _ authorName: (Int64) -> String?) -> [String] {
    let standing = file.standing
    let items = file.dueItems(at: now).sorted(by: DueItem.precedes)
    return [
      "case \(file.number)", standing.state.rawValue, counted(standing.comments, "comment"),
      visible(authorName(file.number) ?? ""), visible(file.category ?? ""),
      standing.waitingSince.map { "waits since \(zone.clock($0))" } ?? "", pressing(items),
    ]
  }

  /// What presses most, and how much more there is.
  private func pressing(_ items: [DueItem]) -> String {
    guard let first = items.first else { return "" }
    let due = first.due.map { ", \(first.urgency == .overdue ? "was due" : "due") \(zone.clock($0))" } ?? ""
    let more = items.count > 1 ? ", and \(items.count - 1) more" : ""
    return visible(first.words) + due + more
  }

  /// One object a line.
  var json: [UInt8] {
    var writer = JSONWriter()
    for file in files {
      writer.object { file.members(at: now, &$0) }
      writer.endLine()
    }
    return writer.bytes
  }
}

extension CaseFile {
  /// The members of a case as data.
  func members(at now: Instant, _ writer: inout JSONWriter) {
    writer.member("case", Int(number))
    writer.member("author", Int(author))
    writer.member("state", standing.state.rawValue)
    writer.member("comments", standing.comments)
    writer.member("category", category)
    writer.member("channel", channel)
    writer.member("waiting_since", standing.waitingSince)
    writer.member("taken", standing.isTaken ? true : nil)
    writer.member("answered", standing.answeredAt)
    writer.member("resolved", standing.resolvedAt)
    writer.member("private", standing.isPrivate ? true : nil)
    writer.array("due", of: dueItems(at: now)) { writer, item in writer.object { item.members(&$0) } }
  }
}

/// `1 comment`, `2 comments`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
