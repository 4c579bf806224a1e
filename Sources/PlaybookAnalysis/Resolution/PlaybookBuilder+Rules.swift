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
    return Category(
      definition: definition, houseRule: mapping.text("house_rule"), examples: examples(of: mapping), clause: clause,
      response: mapping.text("respond"), orders: orders(of: mapping),
      ladder: mapping.text("ladder") ?? mapping.mapping("ladder")?.text("use"))
  }

  mutating func escalation(_ mapping: YAMLMapping) -> Escalation? {
    guard let definition = definition(mapping, named: "escalation"), let clause = clause(of: mapping, in: .escalation)
    else {
      return nil
    }
    return Escalation(
      definition: definition, clause: clause, levels: levels(mapping.nodes("to")),
      holdsReply: mapping.isYes("hold_reply"),
      response: mapping.text("respond"), orders: orders(of: mapping))
  }

  private func levels(_ nodes: [YAMLNode]) -> [Level] {
    nodes.compactMap { node in
      if let team = node.scalar?.text { return Level(team: team, within: nil) }
      return node.mapping?.text("team").map { Level(team: $0, within: node.mapping?.allowance("within")) }
    }
  }

  func ladder(_ entry: YAMLMapping.Entry) -> Ladder? {
    guard let mapping = entry.value.mapping else { return nil }
    return Ladder(
      definition: definition(entry), isPublished: mapping.isYes("published"),
      forgetAfter: mapping.length("forget_after"),
      rungs: mapping.mappings("rungs").compactMap(rung))
  }

  private func rung(_ mapping: YAMLMapping) -> Rung? {
    guard let definition = definition(mapping, named: "rung") else { return nil }
    return Rung(
      definition: definition, strikes: mapping.wholeNumber("strikes") ?? 1, needs: mapping.text("needs"),
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
        within: reply.allowance("within"), notBefore: reply.length("not_before"),
        place: reply.text("in").flatMap(ReplyPlace.init(rawValue:)) ?? .same, isOptional: reply.isYes("optional"))
    }
    var steps: [Step] = []
    for item in mapping.mappings("steps") { if let step = step(item) { steps.append(step) } }
    return Response(
      definition: definition(entry), owner: mapping.text("owner"), reply: reply, steps: steps,
      standards: mapping.texts("standards"))
  }

  private mutating func step(_ mapping: YAMLMapping) -> Step? {
    guard let name = mapping.text("step") else { return nil }
    let unless = mapping["unless"].flatMap { condition($0, in: .step) }
    let when = mapping["when"].flatMap { condition($0, in: .step) }
    return Step(
      name: name, id: mapping.text("id"), span: mapping.span, about: mapping.text("about"),
      wordings: wordings(of: mapping),
      clause: when == nil && unless == nil ? nil : Clause(when: when ?? .all([]), unless: unless),
      within: mapping.allowance("within"), after: mapping.allowance("after"), since: mapping.text("since"),
      owner: mapping.text("owner"), wordingSpans: mapping.scalars("say").map(\.span))
  }

  private func wordings(of mapping: YAMLMapping) -> [Wording] {
    mapping.scalars("say").compactMap { try? $0.wording() }
  }

  // MARK: Orders

  private func orders(of mapping: YAMLMapping) -> Orders {
    Orders(
      must: mapping.nodes("do").flatMap(actions), may: mapping.nodes("may").flatMap(actions),
      approval: approval(of: mapping))
  }

  private func actions(_ node: YAMLNode) -> [OrderedAction] {
    switch node {
    case .scalar(let name): [OrderedAction(name: name.text, span: name.span, team: nil, lengths: [])]
    case .sequence: []
    case .mapping(let mapping): mapping.entries.map(action)
    }
  }

  private func action(_ entry: YAMLMapping.Entry) -> OrderedAction {
    let order = entry.value.mapping
    let lengths = order?.scalars("for").compactMap { try? $0.length(working: false).length } ?? []
    return OrderedAction(
      name: entry.key.text, span: entry.key.span, team: entry.value.scalar?.text ?? order?.text("team"),
      lengths: lengths, hasEnd: ["for", "until", "lift"].contains { order?[$0] != nil })
  }

  private func approval(of mapping: YAMLMapping) -> [String] {
    let teams = mapping.texts("approval")
    return teams.isEmpty ? mapping.mapping("approval")?.texts("teams") ?? [] : teams
  }

  // MARK: Promises

  mutating func promise(_ entry: YAMLMapping.Entry) -> Promise? {
    guard let mapping = entry.value.mapping else { return nil }
    let always = mapping.mapping("always")
    let before = mapping.entries("before").compactMap { entry in
      entry.value.scalar.map { Promise.Precedence(action: entry.key.text, first: $0.text) }
    }
    return Promise(
      definition: definition(entry), when: mapping["when"].flatMap { condition($0, in: .promise) },
      unless: mapping["unless"].flatMap { condition($0, in: .promise) },
      replyWithin: always?.mapping("reply")?.allowance("within"), alwaysActions: always?.texts("actions") ?? [],
      neverActions: mapping.texts("never"), before: before)
  }
}
