import DecisionModel

extension AuthorFile {
  /// What is known of the author, as data.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("author", Int(number))
      $0.member("events", Int(events))
      $0.array("standing", of: standings) { $0.object($1.members) }
      $0.array("latest", of: latest) { $0.object($1.members) }
    }
    return writer.bytes
  }
}

extension AuthorFile.Standing {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("ladder", ladder)
    writer.member("strikes", strikes)
    writer.member("rung", rung)
    writer.member("done", done)
    writer.member("since", since)
    writer.member("forgotten_at", forgottenAt)
    writer.member("next", next)
    writer.member("next_at", nextAt)
  }
}
