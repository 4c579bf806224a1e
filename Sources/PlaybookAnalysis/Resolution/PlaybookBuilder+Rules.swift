import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import YAMLSyntax

extension PlaybookBuilder {
  mutating func category(_ mapping: YAMLMapping) -> Category? {
    guard let definition = definition(mapping, named: "category") else { return nil }
    let clause = mapping.isOtherwise ? nil : clause(of: mapping, in: .category)
    guard clause != nil || mapping.isOtherwise else { return nil }
    let use = mapping.mapping("ladder")
    var category = Category(
      definition: definition, houseRule: mapping.text("house_rule"), examples: examples(of: mapping),
      clause: clause?.clause, response: mapping.text("respond"), orders: orders(of: mapping),
      ladder: mapping.text("ladder") ?? use?.text("use"))
    category.spans = clause?.spans
    category.strikes = use?.wholeNumber("counts") ?? 1
    category.noLowerThan = use?.text("no_lower_than")
    category.wordings = wordings(of: mapping)
    category.status = mapping.status
    return category
  }

  mutating func escalation(_ mapping: YAMLMapping) -> Escalation? {
    guard let definition = definition(mapping, named: "escalation"), let clause = clause(of: mapping, in: .escalation)
    else {
      return nil
    }
    var escalation = Escalation(
      definition: definition, clause: clause.clause, levels: levels(mapping.nodes("to")),
      holdsReply: mapping.isYes("hold_reply"), response: mapping.text("respond"), orders: orders(of: mapping))
    escalation.spans = clause.spans
    escalation.wordings = wordings(of: mapping)
    escalation.status = mapping.status
    return escalation
  }

  private func levels(_ nodes: [YAMLNode]) -> [Level] {
    nodes.compactMap { node in
      if let team = node.scalar?.text { return Level(team: team, within: nil) }
      return node.mapping?.text("team").map { Level(team: $0, within: node.mapping?.allowance("within")) }
    }
  }

  func ladder(_ entry: YAMLMapping.Entry) -> Ladder? {
    guard let mapping = entry.value.mapping else { return nil }
    var ladder = Ladder(
      definition: definition(entry), isPublished: mapping.isYes("published"),
      forgetAfter: mapping.length("forget_after"), rungs: mapping.mappings("rungs").compactMap(rung))
    ladder.status = mapping.status
    return ladder
  }

  private func rung(_ mapping: YAMLMapping) -> Rung? {
    guard let definition = definition(mapping, named: "rung") else { return nil }
    return Rung(
      definition: definition, strikes: mapping.wholeNumber("strikes"), needs: mapping.text("needs"),
      orders: orders(of: mapping),
      wordings: wordings(of: mapping), appeal: mapping.mapping("appeal").flatMap(appeal))
  }

  private func appeal(_ mapping: YAMLMapping) -> Appeal? {
    mapping.text("to").map {
      Appeal(to: $0, within: mapping.allowance("within"), answeredWithin: mapping.allowance("answered_within"))
    }
  }

  mutating func response(_ entry: YAMLMapping.Entry) -> Response? {
    guard let mapping = entry.value.mapping else { return nil }
    let reply = mapping.mapping("reply").map { reply in
      Reply(
        within: reply.allowance("within"), withinSpan: reply["within"]?.span, notBefore: reply.length("not_before"),
        place: reply.text("in").flatMap(ReplyPlace.init(rawValue:)) ?? .same, isOptional: reply.isYes("optional"))
    }
    var steps: [Step] = []
    for item in mapping.mappings("steps") { if let step = step(item) { steps.append(step) } }
    var response = Response(
      definition: definition(entry), owner: mapping.text("owner"), reply: reply, steps: steps,
      standards: mapping.texts("standards"))
    response.approval = approval(of: mapping)
    return response
  }

  private mutating func step(_ mapping: YAMLMapping) -> Step? {
    guard let name = mapping.text("step") else { return nil }
    let unless = mapping["unless"].flatMap { condition($0, in: .step)?.condition }
    let when = mapping["when"].flatMap { condition($0, in: .step)?.condition }
    var step = Step(
      name: name, id: mapping.text("id"), span: mapping.span, about: mapping.text("about"),
      wordings: wordings(of: mapping),
      clause: when == nil && unless == nil ? nil : Clause(when: when ?? .all([]), unless: unless),
      within: mapping.allowance("within"), after: mapping.allowance("after"), since: mapping.text("since"),
      owner: mapping.text("owner"), wordingSpans: mapping.scalars("say").map(\.span))
    step.untilResolved = mapping.text("until") != nil
    return step
  }

  private func wordings(of mapping: YAMLMapping) -> [Wording] {
    mapping.scalars("say").compactMap { try? $0.wording() }
  }

  // MARK: Promises

  mutating func promise(_ entry: YAMLMapping.Entry) -> Promise? {
    guard let mapping = entry.value.mapping else { return nil }
    let always = mapping.mapping("always")
    let before = mapping.entries("before").compactMap { entry in
      entry.value.scalar.map { Promise.Precedence(action: entry.key.text, first: $0.text) }
    }
    return Promise(
      definition: definition(entry), when: mapping["when"].flatMap { condition($0, in: .promise)?.condition },
      unless: mapping["unless"].flatMap { condition($0, in: .promise)?.condition },
      replyWithin: always?.mapping("reply")?.allowance("within"), alwaysActions: always?.texts("actions") ?? [],
      neverActions: mapping.texts("never"), before: before)
  }
}

extension YAMLMapping {
  /// The status that the clause has; without one it takes part.
  fileprivate var status: ClauseStatus { text("status").flatMap(ClauseStatus.init(rawValue:)) ?? .active }
}
