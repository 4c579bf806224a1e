import DecisionModel

extension LedgerReport {
  /// The report as data, on one line. Times are in seconds, shares from 0 to 1.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("report", 1)
      writer.member("from", from)
      writer.member("end", end)
      writer.member("zone", zone.name)
      writer.object("total", total.members)
      writer.object("stances") { writer in
        for stance in Stance.allCases { writer.member(stance.rawValue, stances[stance]) }
      }
      for part in parts { writer.array("by_\(part.title)", of: part.rows) { $0.object($1.members) } }
      writer.object("duties") { writer in
        for kind in DutyKind.allCases { if let duty = duties[kind] { writer.object(kind.rawValue, duty.members) } }
      }
      writer.array("time_used", of: zip(LedgerReport.shares, timeUsed)) { writer, used in
        writer.object {
          $0.member("up_to", used.0.isFinite ? used.0 : nil)
          $0.member("replies", used.1)
        }
      }
      writer.object("ladders") { writer in
        for (name, ladder) in ladders.inOrder { writer.object(name, ladder.members) }
      }
      writer.object("done") { writer in for (name, count) in deeds.inOrder { writer.member(name, count) } }
      writer.object("appeals", appeals.members)
    }
    return writer.bytes
  }
}

extension LedgerReport.Row {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("name", name)
    figures.members(&writer)
  }
}

extension Figures {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("comments", comments)
    writer.object("replies", replies.members)
    writer.object("first_replies") { writer in
      writer.member("count", firstReplies.count)
      writer.member("p50", firstReplies.percentile(50).map { Int($0) })
      writer.member("p90", firstReplies.percentile(90).map { Int($0) })
    }
  }
}

extension DutyFigures {
  fileprivate func members(_ writer: inout JSONWriter) {
    for column in DutyFigures.columns { writer.member(column.name, self[keyPath: column.count]) }
    writer.member("share_in_time", share)
  }

  /// The counts with their names, in the order in which every form shows them.
  public static var columns: [(name: String, count: KeyPath<DutyFigures, Int>)] {
    [
      ("asked", \.asked), ("in_time", \.inTime), ("late", \.late), ("overdue", \.overdue), ("open", \.open),
      ("dropped", \.dropped),
    ]
  }
}

extension LadderFigures {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("strikes", strikes)
    writer.member("on_trial", onTrial > 0 ? onTrial : nil)
    writer.object("rungs") { writer in for (name, count) in rungs.inOrder { writer.member(name, count) } }
  }
}

extension AppealFigures {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("made", made)
    writer.member("upheld", upheld)
    writer.member("rejected", rejected)
    writer.member("open", open)
    writer.member("pardons", pardons)
  }
}

extension [String: Int] {
  /// By name.
  public var inOrder: [(key: String, value: Int)] { sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } }
}

extension [String: LadderFigures] {
  /// By name.
  public var inOrder: [(key: String, value: LadderFigures)] {
    sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}
