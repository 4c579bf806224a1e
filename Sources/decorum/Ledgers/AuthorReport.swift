import AuthorLedger
import DecisionModel
import Diagnostics

/// What a person reads of an author: how they stand, and what happened last.
struct AuthorReport {
  let file: AuthorFile
  let name: String
  let style: ReportStyle

  init(_ file: AuthorFile, called name: String, style: ReportStyle) {
    self.file = file
    self.name = name
    self.style = style
  }

  private var zone: ZoneTable { file.program?.zone ?? .utc }

  var text: String {
    let head =
      "\(style.strong(visible(name), isStruck))  \(style.faint("author \(file.number), \(file.events) events"))"
    return [head, style.section("Standing", standing), style.section("History, the latest first", history)]
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var isStruck: Bool { file.standings.contains { $0.strikes > 0 } }

  // MARK: Standing

  private var standing: [String] {
    if file.program == nil { return ["nothing was decided about this author yet"] }
    if file.standings.isEmpty { return ["the playbook has no ladder"] }
    return file.standings.flatMap(lines)
  }

  private func lines(_ standing: AuthorFile.Standing) -> [String] {
    let count = "\(standing.strikes) live \(standing.strikes == 1 ? "strike" : "strikes")"
    var head = "\(style.name(standing.ladder))  \(count)"
    if standing.strikes > 0, let rung = standing.rung { head += ", last rung \(rung)" }
    if !standing.done.isEmpty { head += ", carried out: \(standing.done.joined(separator: ", "))" }
    var lines = [head]
    if let next = standing.next, let at = standing.nextAt { lines.append("  next: \(next), with strike \(at)") }
    if let since = standing.since {
      let end = standing.forgottenAt.map { "counts until \(zone.clock($0))" } ?? "is never forgotten"
      lines.append("  the oldest fell \(zone.clock(since)) and \(end)")
    }
    return lines
  }

  // MARK: History

  private var history: [String] {
    let width = file.latest.map { String($0.number).count }.max() ?? 1
    return file.latest.map { event in
      let number = String(event.number)
      let gap = String(repeating: " ", count: width - number.count)
      let actor = event.actor == "decorum" ? "" : style.faint("  by \(visible(event.actor))")
      return "\(gap)\(number)  \(zone.clock(event.at))  \(words(event.happening))\(actor)"
    }
  }

  private func words(_ happening: Happening) -> String {
    switch happening {
    case .decided(let comment):
      let actions = comment.actions.isEmpty ? "" : ": \(comment.actions.joined(separator: ", "))"
      return "\(style.name(comment.category ?? "not read")), \(comment.stance.rawValue)\(actions)"
    case .strike(let strike):
      let rung = strike.rung.map { ", rung \($0)" } ?? ""
      return "strike on \(strike.ladder), now \(strike.strikes)\(rung)\(strike.isShadow ? ", on trial" : "")"
    case .edited(let decision): return "the comment of decision \(decision) was changed; its strikes never were"
    case .done(let deed, _): return "\(deed) was carried out"
    case .handled(let deed, let number): return "case \(number): \(visible(deed.words))"
    case .appealed(let decision): return "appeal against decision \(decision)"
    case .appealSettled(let decision, let isUpheld):
      return "appeal against decision \(decision) \(isUpheld ? "upheld: its strikes never were" : "rejected")"
    case .pardoned(let ladder): return "pardoned" + (ladder.map { " on \($0)" } ?? "")
    case .mode(let mode, let isOn): return "mode \(mode) \(isOn ? "on" : "off")"
    case .erased(let withStanding): return "texts and names erased" + (withStanding ? ", and the standing" : "")
    case .expired(let what, let before): return "\(what.rawValue) from before \(zone.clock(before)) were dropped"
    }
  }
}
