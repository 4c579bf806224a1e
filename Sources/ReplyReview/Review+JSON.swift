import DecisionModel

extension Review {
  /// The version of this form.
  public static let jsonVersion = 1

  /// The review in one line of canonical JSON, without a line end.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("review", Review.jsonVersion)
      $0.object("playbook", playbook.members)
      $0.member("comment", comment)
      $0.member("plan", plan)
      $0.member("in", plan == nil ? nil : (isPrivate ? ReplyPlace.privately : .publicly).rawValue)
      $0.member("not_before", reply?.notBefore)
      $0.member("due", reply?.due)
      $0.member("passes", passes)
      $0.array("findings", of: findings) { $0.object($1.members) }
      $0.array("shown", of: shown) { $0.object($1.members) }
      $0.member("ask", questions)
      $0.member("trouble", trouble)
    }
    return writer.bytes
  }
}

extension ReviewFinding {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("finding", kind.rawValue)
    writer.member("severity", severity.rawValue)
    writer.member("step", step)
    writer.member("standard", standard)
    writer.member("message", message)
    writer.member("instead", instead)
    writer.array("found", of: found) { $0.object($1.members) }
    writer.array("places", of: places) { $0.object($1.members) }
    if let earlier { writer.object("earlier", earlier.members) }
  }
}

extension ShownStep {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("step", step)
    writer.array("found", of: found) { $0.object($1.members) }
  }
}

extension EarlierReply {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("number", number)
    writer.member("text", text)
    writer.member("resemblance", resemblance)
  }
}
