extension Decision {
  /// The version of this form.
  public static let jsonVersion = 1

  /// The decision in its canonical form, without a line end: the same decision always gives the same bytes.
  public var json: [UInt8] {
    var writer = JSONWriter(capacity: 2048)
    write(to: &writer)
    return writer.bytes
  }

  /// Writes the decision as one value, or some fields of it: each as it stands in the whole.
  public func write(_ fields: DecisionFields = .all, to writer: inout JSONWriter) {
    writer.object { for field in fields.inOrder { write(field, to: &$0) } }
  }

  private func write(_ field: DecisionField, to writer: inout JSONWriter) {
    switch field {
    case .decision: writer.member("decision", Decision.jsonVersion)
    case .playbook: writer.object("playbook", playbook.members)
    case .comment: writer.member("comment", comment)
    case .summary: writer.member("summary", summary)
    case .stance: writer.member("stance", stance.rawValue)
    case .category: writer.member("category", category)
    case .also: writer.member("also", also)
    case .actions: writer.array("actions", of: actions) { $0.object($1.members) }
    case .may: writer.array("may", of: may) { $0.object($1.members) }
    case .reply: if let reply { writer.object("reply", reply.members) }
    case .escalations: writer.member("escalations", escalations)
    case .ladders: writer.array("ladders", of: ladders) { $0.object($1.members) }
    case .followUps: writer.array("follow_ups", of: followUps) { $0.object($1.members) }
    case .approvals: writer.array("approvals", of: approvals) { $0.object($1.members) }
    case .ask: writer.array("ask", of: ask) { $0.object($1.members) }
    case .because: writer.array("because", of: because) { $0.object($1.members) }
    case .assumed: writer.member("assumed", assumed)
    case .unavailable: writer.array("unavailable", of: unavailable) { $0.object($1.members) }
    case .shadow: writer.array("shadow", of: shadow) { $0.object($1.members) }
    case .cut: writer.member("cut", wasCut ? true : nil)
    case .trouble: writer.member("trouble", trouble)
    }
  }
}

extension PlaybookVersion {
  /// Writes the members of its object.
  public func members(_ writer: inout JSONWriter) {
    writer.member("name", name)
    writer.member("version", version)
    writer.member("digest", digest)
  }
}

extension DecidedAction {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("action", action)
    duration?.write(to: &writer)
    writer.member("also_last", alsoLast?.description)
    writer.member("to", to)
    writer.array("levels", of: levels) { writer, level in
      writer.object {
        $0.member("team", level.team)
        $0.member("due", level.due)
      }
    }
    writer.member("say", say)
    writer.member("ladder", ladder)
    writer.member("due", due)
    writer.member("held_by", heldBy)
    writer.member("awaiting", awaiting)
  }
}

extension ActionDuration {
  /// Lengths to pick from are a list; the rest is said in words.
  fileprivate func write(to writer: inout JSONWriter) {
    switch self {
    case .oneOf(let lengths): writer.member("for", lengths.map(\.description))
    case .exactly, .between, .untilResolved: writer.member("for", description)
    }
  }
}

extension FollowUp {
  fileprivate func members(_ writer: inout JSONWriter) {
    switch deed {
    case .step(let name): writer.member("step", name)
    case .endOf(let action): writer.member("end_of", action)
    }
    writer.member("owner", owner)
    writer.member("due", due)
    writer.member("after", due == nil ? after?.description : nil)
    writer.member("since", due == nil ? since?.rawValue : nil)
    writer.member("until", untilResolved ? "resolved" : nil)
    writer.member("on_request", onRequest ? true : nil)
  }
}

extension DecidedApproval {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("action", action)
    writer.member("teams", approval.teams)
    writer.member("count", approval.count)
  }
}

extension UnavailableAction {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("action", action)
    writer.member("fallback", fallback)
  }
}

extension DecidedReply {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("plan", plan)
    writer.member("owner", owner)
    writer.member("in", place.rawValue)
    writer.member("not_before", notBefore)
    writer.member("due", due)
    writer.member("held_by", heldBy)
    writer.array("steps", of: steps) { writer, step in
      writer.object {
        $0.member("step", step.step)
        $0.member("say", step.say)
      }
    }
  }
}

extension LadderStanding {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("ladder", ladder)
    writer.member("strikes", strikes)
    writer.member("rung", rung)
    writer.member("next", next)
    writer.member("forgotten_at", forgottenAt)
  }
}

extension Question {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("fact", fact)
    writer.member("question", question)
  }
}

extension Reason {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("clause", place.anchor)
    writer.member("section", place.section)
    writer.member("at", place.at)
    writer.array("found", of: found) { $0.object($1.members) }
  }
}

extension Found {
  /// Writes the members of its object.
  public func members(_ writer: inout JSONWriter) {
    switch self {
    case .term(let lexicon, let term, let hit):
      writer.member("lexicon", lexicon)
      writer.member("term", term)
      hit.members(&writer)
    case .phrase(let phrase, let hit):
      writer.member("phrase", phrase)
      hit.members(&writer)
    case .expression(let expression, let hit):
      writer.member("regex", expression)
      hit.members(&writer)
    case .link(let host, let hit):
      writer.member("link", host)
      hit.members(&writer)
    case .fact(let fact, let value, let test):
      writer.member("fact", fact)
      writer.member("is", value)
      writer.member("test", test)
    case .measure(let measure, let value, let test):
      writer.member("measure", measure)
      writer.member("is", value)
      writer.member("test", test)
    }
  }
}

extension TextHit {
  /// Writes the members of its object.
  public func members(_ writer: inout JSONWriter) {
    writer.member("text", text)
    writer.member("from", range.lowerBound)
    writer.member("to", range.upperBound)
    writer.member("disguised", isDisguised ? true : nil)
  }
}
