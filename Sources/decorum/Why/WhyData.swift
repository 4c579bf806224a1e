import DecisionModel
import DecisionOracle
import PlaybookTesting
import PolicyProofs

extension WhyAnswer {
  /// The answer for other programs.
  ///
  /// - Parameter show: So many ways are written at the most.
  func json(_ show: Int) -> [UInt8] {
    var members = [JSONMember("category", decision.category.map { .text($0) } ?? .null)]
    if let wanted = question.wanted {
      members.append(JSONMember("expected", .text(wanted.name(in: program))))
      members.append(JSONMember("is_there", .bool(isThere)))
    }
    if let taker { members.append(JSONMember("taken_by", .text(taker))) }
    members.append(JSONMember("clauses", .array(clauses.filter(isAbout).map(\.json))))
    if let found {
      members.append(JSONMember("complete", .bool(found.isComplete)))
      members.append(JSONMember("ways", .array(found.ways.prefix(show).map(\.json))))
    }
    if let proof { members.append(JSONMember("any_comment", json(of: proof))) }
    var writer = JSONWriter()
    writer.value(.object(members))
    return Array(writer.text.utf8)
  }

  /// Whether a clause is the one that took the comment, or the one that was expected to.
  private func isAbout(_ trace: ClauseTrace) -> Bool {
    let own = program.categories.first { $0.name == decision.category }?.place.anchor
    let anchors = [own, question.wanted?.anchor(in: program)].compactMap { $0 }
    return anchors.contains { $0.utf8.elementsEqual(trace.anchor.utf8) }
  }

  private func json(of proof: PolicyAnswer) -> JSONValue {
    switch proof {
    case .impossible: .object([JSONMember("is", .text("impossible"))])
    case .possible(let witness):
      .object([JSONMember("is", .text("possible")), JSONMember("comment", .text(witness.written(in: program)))])
    case .notDecided(let why): .object([JSONMember("is", .text("not decided")), JSONMember("why", .text(why))])
    }
  }
}

extension Way {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("changes", .array(changes.map { .text($0.words) })), JSONMember("comment", comment),
      JSONMember("category", decision.category.map { .text($0) } ?? .null),
    ])
  }
}

extension ClauseTrace {
  fileprivate var json: JSONValue {
    var members = [JSONMember("clause", .text(anchor)), JSONMember("holds", .bool(holds))]
    if let when { members.append(JSONMember("when", when.json)) }
    if let unless { members.append(JSONMember("unless", unless.json)) }
    return .object(members)
  }
}

extension ConditionTrace {
  fileprivate var json: JSONValue {
    var members = [JSONMember("condition", .text(words)), JSONMember("is", .text(truth.word))]
    if let because { members.append(JSONMember("because", .text(because))) }
    if !parts.isEmpty { members.append(JSONMember("parts", .array(parts.map(\.json)))) }
    return .object(members)
  }
}
