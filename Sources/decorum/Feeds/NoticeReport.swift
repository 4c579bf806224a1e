import DecisionModel
import Diagnostics
import FeedWatching

/// What a person reads of an entry of a feed: what it is, where it stands, what is to be done, by whom and by when.
struct NoticeReport {
  private let notice: Notice
  private let program: DecisionProgram
  private let style: ReportStyle
  private let decision: JSONValue

  init(_ notice: Notice, _ program: DecisionProgram, _ style: ReportStyle) {
    self.notice = notice
    self.program = program
    self.style = style
    decision = (try? JSONValue(parsing: notice.decided.decision)) ?? .null
  }

  var text: String {
    ([head, link, origin, summary] + deadlines).compactMap { $0 }.joined(separator: "\n  ") + "\n"
  }

  private var entry: FeedEntry { notice.decided.entry.entry }

  private var head: String {
    let stance = decision["stance"]?.text ?? ""
    let title = entry.title.isEmpty ? Array(entry.summary.prefix(80)) : entry.title
    return "\(style.strong(stance.uppercased(), stance == "hold" || stance == "enforce"))  "
      + style.heading(shown(title))
  }

  private var link: String? { entry.link.isEmpty ? nil : style.name(shown(entry.link)) }

  /// "mentions, for Press desk; by Ann on 2026-12-01 09:20; complaint".
  private var origin: String {
    var watched = notice.decided.entry.watches.map(title(ofWatch:)).joined(separator: ", ")
    if !notice.owners.isEmpty { watched += ", for \(notice.owners.map(title(ofTeam:)).joined(separator: " and "))" }
    var written = entry.author.isEmpty ? "" : "by \(shown(entry.author))"
    if let published = entry.published {
      written += (written.isEmpty ? "" : " ") + "on \(program.zone.clock(published))"
    }
    let category = decision["category"]?.text.map { name in
      program.categories.first { $0.name == name }?.title ?? name
    }
    return style.faint([watched, written, category.map(visible) ?? ""].filter { !$0.isEmpty }.joined(separator: "; "))
  }

  private var summary: String? { decision["summary"]?.text.map(visible) }

  /// "by 2026-12-01 10:20: Customer care answers", "by 2026-12-01 10:00: Legal counsel takes over".
  private var deadlines: [String] {
    let levels = (decision["actions"]?.array ?? []).flatMap { $0["levels"]?.array ?? [] }
    let reply = decision["reply"]
    return [line(reply?["due"], reply?["owner"], "answers")].compactMap { $0 }
      + levels.compactMap { line($0["due"], $0["team"], "takes it over") }
  }

  private func line(_ due: JSONValue?, _ team: JSONValue?, _ deed: String) -> String? {
    guard let due = due?.string.flatMap({ Instant($0) }) else { return nil }
    return "by \(program.zone.clock(due)): \(team?.text.map(title(ofTeam:)) ?? "somebody") \(deed)"
  }

  private func title(ofTeam name: String) -> String { visible(program.teams.first { $0.name == name }?.title ?? name) }

  private func title(ofWatch name: String) -> String {
    visible(program.watches.first { $0.name == name }?.title ?? name)
  }

  private func shown(_ text: [UInt8]) -> String { visible(String(decoding: text, as: UTF8.self)) }
}
