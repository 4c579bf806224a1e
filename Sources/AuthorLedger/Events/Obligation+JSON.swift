import DecisionModel

extension Obligation {
  func members(_ writer: inout JSONWriter) {
    duty.members(&writer)
    writer.member("owner", owner)
    writer.member("due", due)
    writer.member("not_before", notBefore)
    writer.array("levels", of: levels) { writer, level in
      writer.object {
        $0.member("team", level.team)
        $0.member("due", level.due)
      }
    }
    writer.member("since", since?.rawValue)
    if let after { writer.object("after", after.members) }
    writer.member("until", untilResolved ? "resolved" : nil)
    writer.member("held_by", heldBy)
    writer.member("optional", isOptional ? true : nil)
  }

  init(json: JSONValue) throws(EventProblem) {
    self.init(
      try Duty(json: json), owner: json["owner"]?.text, due: try json.optionalInstant("due"),
      notBefore: try json.optionalInstant("not_before"),
      levels: try json.each("levels") { level throws(EventProblem) in
        DecidedLevel(team: try level.text("team"), due: try level.instant("due"))
      },
      since: json["since"]?.text.flatMap { FollowUpRule.Start(rawValue: $0) },
      after: try json["after"].map(Allowance.init(ofEvent:)), untilResolved: json["until"] != nil,
      heldBy: try json.texts("held_by"), isOptional: json["optional"]?.bool ?? false)
  }
}

extension Obligation.Duty {
  func members(_ writer: inout JSONWriter) {
    switch self {
    case .reply(let plan): writer.member("reply", plan)
    case .takeOver: writer.member("take_over", true)
    case .deed(let action): writer.member("deed", action)
    case .approval(let action, let teams, let count):
      writer.member("approval", action)
      writer.member("teams", teams)
      writer.member("count", count)
    case .step(let step): writer.member("step", step)
    case .endOf(let action): writer.member("end_of", action)
    }
  }

  fileprivate init(json: JSONValue) throws(EventProblem) {
    guard let member = json.object?.first else { throw EventProblem("obligations") }
    switch member.keyText {
    case "reply": self = .reply(plan: try json.text("reply"))
    case "take_over": self = .takeOver
    case "deed": self = .deed(action: try json.text("deed"))
    case "approval":
      self = .approval(
        action: try json.text("approval"), teams: try json.texts("teams"), count: Int(try json.integer("count")))
    case "step": self = .step(try json.text("step"))
    case "end_of": self = .endOf(action: try json.text("end_of"))
    default: throw EventProblem("obligations")
    }
  }
}

// Not as people write it: whatever length a program has must come back as it was.
extension Allowance {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("count", length.count)
    writer.member("unit", length.unit.rawValue)
    writer.member("working", isWorkingTime ? true : nil)
  }

  fileprivate init(ofEvent json: JSONValue) throws(EventProblem) {
    guard let count = json["count"]?.number, let unit = Length.Unit(rawValue: try json.text("unit")),
      let length = Length(count, unit)
    else { throw EventProblem("after") }
    self.init(length, isWorkingTime: json["working"]?.bool ?? false)
  }
}
