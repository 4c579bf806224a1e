public import DecisionModel

extension Happening {
  /// The word by which its canonical form begins.
  public var kind: String {
    switch self {
    case .decided: "decided"
    case .strike: "strike"
    case .edited: "edited"
    case .done: "done"
    case .handled: "handled"
    case .appealed: "appealed"
    case .appealSettled: "appeal_settled"
    case .pardoned: "pardoned"
    case .mode: "mode"
    case .erased: "erased"
    case .expired: "expired"
    }
  }

  /// Its canonical form: an object with one member, named for its kind.
  public var json: [UInt8] {
    var writer = JSONWriter(capacity: 1024)
    write(to: &writer)
    return writer.bytes
  }

  /// Writes its canonical form as one value.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key(kind)
      $0.object(members)
    }
  }

  private func members(_ writer: inout JSONWriter) {
    switch self {
    case .decided(let comment): comment.members(&writer)
    case .strike(let strike): strike.members(&writer)
    case .edited(let decision), .appealed(let decision): writer.member("decision", Int(decision))
    case .done(let deed, let place):
      writer.member("deed", deed)
      writer.member("case", place.map { Int($0) })
    case .handled(let deed, let place):
      deed.members(&writer)
      writer.member("case", Int(place))
    case .appealSettled(let decision, let upheld):
      writer.member("decision", Int(decision))
      writer.member("upheld", upheld)
    case .pardoned(let ladder): writer.member("ladder", ladder)
    case .mode(let mode, let isOn):
      writer.member("mode", mode)
      writer.member("on", isOn)
    case .erased(let withStanding): writer.member("standing", withStanding ? true : nil)
    case .expired(let what, let before):
      writer.member("what", what.rawValue)
      writer.member("before", before)
    }
  }

  /// Reads a happening from its canonical form.
  public init(json: JSONValue) throws(EventProblem) {
    guard let member = json.object?.first, json.object?.count == 1 else { throw EventProblem("did") }
    let value = member.value
    switch member.keyText {
    case "decided": self = .decided(try DecidedComment(json: value))
    case "strike": self = .strike(try Strike(json: value))
    case "edited": self = .edited(decision: try value.integer("decision"))
    case "done": self = .done(deed: try value.text("deed"), case: try value.optionalInteger("case"))
    case "handled": self = .handled(try CaseDeed(json: value), case: try value.integer("case"))
    case "appealed": self = .appealed(decision: try value.integer("decision"))
    case "appeal_settled":
      self = .appealSettled(decision: try value.integer("decision"), upheld: try value.yesNo("upheld"))
    case "pardoned": self = .pardoned(ladder: value["ladder"]?.text)
    case "mode": self = .mode(try value.text("mode"), isOn: try value.yesNo("on"))
    case "erased": self = .erased(withStanding: value["standing"]?.bool ?? false)
    case "expired":
      guard let what = Expired(rawValue: try value.text("what")) else { throw EventProblem("what") }
      self = .expired(what, before: try value.instant("before"))
    default: throw EventProblem("did")
    }
  }
}

extension Strike {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("decision", Int(decision))
    writer.member("ladder", ladder)
    writer.member("weight", weight)
    writer.member("at", at)
    writer.member("strikes", strikes)
    writer.member("rung", rung)
    writer.member("shadow", isShadow ? true : nil)
  }

  fileprivate init(json: JSONValue) throws(EventProblem) {
    self.init(
      decision: try json.integer("decision"), ladder: try json.text("ladder"), weight: Int(try json.integer("weight")),
      at: try json.instant("at"), strikes: Int(try json.integer("strikes")), rung: json["rung"]?.text,
      isShadow: json["shadow"]?.bool ?? false)
  }
}

extension CaseDeed {
  fileprivate func members(_ writer: inout JSONWriter) {
    switch self {
    case .taken(let team):
      writer.member("deed", "taken")
      writer.member("team", team)
    case .replied: writer.member("deed", "replied")
    case .movedToPrivate: writer.member("deed", "moved")
    case .approved(let action, let team):
      writer.member("deed", "approved")
      writer.member("action", action)
      writer.member("team", team)
    case .refused(let action, let team):
      writer.member("deed", "refused")
      writer.member("action", action)
      writer.member("team", team)
    case .followedUp(let step):
      writer.member("deed", "followed_up")
      writer.member("step", step)
    case .ended(let action):
      writer.member("deed", "ended")
      writer.member("action", action)
    case .resolved: writer.member("deed", "resolved")
    }
  }

  fileprivate init(json: JSONValue) throws(EventProblem) {
    switch try json.text("deed") {
    case "taken": self = .taken(team: json["team"]?.text)
    case "replied": self = .replied
    case "moved": self = .movedToPrivate
    case "approved": self = .approved(action: try json.text("action"), team: try json.text("team"))
    case "refused": self = .refused(action: try json.text("action"), team: try json.text("team"))
    case "followed_up": self = .followedUp(step: try json.text("step"))
    case "ended": self = .ended(action: try json.text("action"))
    case "resolved": self = .resolved
    default: throw EventProblem("deed")
    }
  }
}
