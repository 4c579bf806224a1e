import DecisionModel

extension DecidedComment {
  func members(_ writer: inout JSONWriter) {
    writer.member("comment", comment.hexadecimal)
    writer.member("thread", thread?.hexadecimal)
    writer.member("case", `case`.map { Int($0) })
    writer.member("posted", posted)
    writer.member("channel", channel)
    writer.member("category", category)
    writer.member("stance", stance.rawValue)
    writer.member("actions", actions)
    writer.member("braked", braked)
    writer.member("escalations", escalations)
    writer.member("clauses", clauses)
    writer.object("said") { writer in
      for (clause, wording) in said.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        writer.member(clause, wording)
      }
    }
    writer.array("obligations", of: obligations) { $0.object($1.members) }
    writer.member("known", known)
  }

  init(json: JSONValue) throws(EventProblem) {
    var said: [String: Int] = [:]
    for member in json["said"]?.object ?? [] {
      guard let wording = member.value.wholeNumber else { throw EventProblem("said") }
      said[member.keyText] = wording
    }
    guard let stance = Stance(rawValue: try json.text("stance")) else { throw EventProblem("stance") }
    self.init(
      comment: try json.key("comment"), thread: json["thread"] == nil ? nil : try json.key("thread"),
      case: try json.optionalInteger("case"), posted: try json.instant("posted"), channel: json["channel"]?.text,
      category: json["category"]?.text, stance: stance, actions: try json.texts("actions"),
      braked: try json.texts("braked"),
      escalations: try json.texts("escalations"), clauses: try json.texts("clauses"), said: said,
      obligations: try json.each("obligations") { json throws(EventProblem) in try Obligation(json: json) },
      known: json["known"] ?? .object([]))
  }
}
