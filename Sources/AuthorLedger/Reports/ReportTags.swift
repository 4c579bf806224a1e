import DecisionModel

/// By what a comment is told apart from others in a report: bytes, for a channel may be anything.
struct ReportTags: Hashable {
  /// In the order of `titles`; nil where a comment lacks it.
  let names: [[UInt8]?]

  static let titles = ["category", "team", "channel", "week"]

  init(_ comment: DecidedComment, in zone: ZoneTable, label: String?) {
    let asked = comment.obligations.first { if case .reply = $0.duty { true } else { false } }
    let team = (asked ?? comment.obligations.first)?.owner
    let names = [comment.category, team, comment.channel, zone.week(of: comment.posted), label]
    self.names = names.map { $0.map { Array($0.utf8) } }
  }
}

extension ZoneTable {
  /// The Monday with which the week of an instant begins: `2026-11-23`.
  func week(of instant: Instant) -> String {
    let day = localTime(at: instant).date
    return day.adding(days: 1 - day.weekday.rawValue).description
  }
}

/// Figures by name. A comment's channel may be anything, so beyond so many names the rest is counted together.
struct NamedFigures {
  private var figures: [[UInt8]?: Figures] = [:]

  static let mostNames = 2_000
  static let others = Array("others".utf8)

  mutating func change(_ name: [UInt8]?, _ change: (inout Figures) -> Void) {
    let isKnown = figures[name] != nil || figures.count < NamedFigures.mostNames
    change(&figures[isKnown ? name : NamedFigures.others, default: Figures()])
  }

  /// In the order of their names; what has none comes last.
  var rows: [LedgerReport.Row] {
    figures.sorted { one, other in
      guard let mine = one.key, let others = other.key else { return one.key != nil }
      return mine.lexicographicallyPrecedes(others)
    }.map { LedgerReport.Row(name: $0.key.map { String(decoding: $0, as: UTF8.self) }, figures: $0.value) }
  }
}
