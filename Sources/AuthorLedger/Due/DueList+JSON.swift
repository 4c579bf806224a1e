public import DecisionModel

extension DueList {
  /// The list as data, on one line.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("now", now)
      for urgency in [DueItem.Urgency.overdue, .atRisk] {
        writer.member(urgency.key, count(urgency))
      }
      writer.array("due", of: items) { writer, item in writer.object { item.members(&$0) } }
    }
    return writer.bytes
  }
}

extension DueItem.Urgency {
  /// As data has it.
  public var key: String { word.replacing(" ", with: "_") }
}

extension DueItem {
  /// Writes the members of its object.
  public func members(_ writer: inout JSONWriter) {
    writer.member("case", Int(self.case))
    writer.member("author", Int(author))
    writer.member("decision", Int(decision))
    writer.member("category", category)
    writer.member("channel", channel)
    duty.members(&writer)
    writer.member("team", team)
    writer.member("due", due)
    writer.member("not_before", notBefore)
    writer.member("urgency", urgency.key)
    writer.member("level", level)
    writer.member("levels", levels > 0 ? levels : nil)
    writer.member("waits_for", waitsFor)
    writer.member("optional", isOptional ? true : nil)
  }
}
