import DecisionModel
import PlaybookModel
import PlaybookSyntax
import YAMLSyntax

extension PlaybookBuilder {
  func test(_ mapping: YAMLMapping) -> PlaybookTest? {
    guard let title = mapping.text("test") ?? mapping.text("story"), let subject = subject(of: mapping) else {
      return nil
    }
    return PlaybookTest(
      title: title, span: mapping.scalar("test")?.span ?? mapping.firstKey, subject: subject,
      covers: mapping.texts("covers"))
  }

  private func subject(of mapping: YAMLMapping) -> PlaybookTest.Subject? {
    if mapping["story"] != nil {
      guard mapping["steps"] != nil else { return nil }
      return .story(mapping.mappings("steps").compactMap(storyStep))
    }
    guard let expectation = mapping.mapping("expect").map(expectation) else { return nil }
    if let draft = mapping.scalar("draft") {
      let comment = mapping["comment"].map(comment)
      return .draft(TestDraft(text: draft.text, plan: mapping.text("plan"), comment: comment), expectation)
    }
    if let entry = mapping["entry"] { return .entry(feedEntry(entry), expectation) }
    return mapping["comment"].map { .comment(comment($0), expectation) }
  }

  private func feedEntry(_ node: YAMLNode) -> FeedEntry {
    func bytes(_ key: String) -> [UInt8] { Array((node.mapping?.text(key) ?? "").utf8) }
    guard node.mapping != nil else { return FeedEntry(summary: Array((node.scalar?.text ?? "").utf8)) }
    return FeedEntry(title: bytes("title"), summary: bytes("summary"), link: bytes("link"))
  }

  private func storyStep(_ mapping: YAMLMapping) -> StoryStep? {
    guard let at = (try? mapping.scalar("at")?.moment())?.instant(in: zone) else { return nil }
    return StoryStep(
      span: mapping.span, at: at, author: mapping.text("by"), happening: happening(mapping),
      expectation: mapping.mapping("expect").map(expectation))
  }

  private func happening(_ mapping: YAMLMapping) -> StoryStep.Happening {
    if let node = mapping["comment"] {
      var json = comment(node).json
      if let channel = mapping.text("channel") { json = json.adding("channel", .text(channel)) }
      return .comment(TestComment(json: json), thread: mapping.text("thread"))
    }
    if let done = mapping.text("done") { return .done(done) }
    if let event = mapping.text("event"), ["mode_on", "mode_off"].contains(event), let mode = mapping.text("mode") {
      return .mode(mode, isOn: event == "mode_on")
    }
    if let event = mapping.text("event") {
      return .event(event, ladder: mapping.text("ladder"), comment: mapping.text("against"))
    }
    return .nothing
  }

  /// A comment as the engine reads it: what a test writes by the rules of the language becomes JSON.
  func comment(_ node: YAMLNode) -> TestComment {
    guard let mapping = node.mapping else {
      return TestComment(json: .object([JSONMember("text", .text(node.scalar?.text ?? ""))]))
    }
    return TestComment(json: json(mapping, as: .comment))
  }

  // MARK: Expectations

  private func expectation(_ mapping: YAMLMapping) -> Expectation {
    var expected = Expectation(span: mapping.span)
    expected.category = mapping.text("category")
    expected.stance = mapping.text("stance")
    expected.also = set("also", of: mapping)
    expected.actions = actions("actions", of: mapping)
    expected.may = actions("may", of: mapping)
    expected.escalations = set("escalations", of: mapping)
    expected.unavailable = set("unavailable", of: mapping)
    expected.shadow = set("shadow", of: mapping)
    expected.followUps = followUps(mapping)
    expected.assumed = set("assumed", of: mapping)
    expected.ask = set("ask", of: mapping)
    expected.steps = set("steps", of: mapping)
    expected.ladders = mapping["ladders"].map { node in node.mapping.map { values($0) { $0.scalar?.text } } ?? [:] }
    expected.found = mapping.mapping("found").map { values($0) { node in node.items.compactMap { $0.scalar?.text } } }
    expected.reply =
      mapping.mapping("reply").map { .some(reply($0)) }
      ?? (mapping["reply"] == nil ? nil : Expectation.ExpectedReply.none)
    expected.breaks = set("breaks", of: mapping)
    expected.lacks = set("lacks", of: mapping)
    expected.passes = mapping["passes"] == nil ? nil : mapping.isYes("passes")
    expected.watch = set("watch", of: mapping)
    return expected
  }

  /// Names of which nothing may be missing or left over; `none` is the empty set.
  private func set(_ key: String, of mapping: YAMLMapping) -> [String]? {
    guard mapping[key] != nil else { return nil }
    let names = mapping.texts(key)
    return names == ["none"] ? [] : names
  }

  /// Actions of which none may be missing or left over; `none` is the empty set.
  private func actions(_ key: String, of mapping: YAMLMapping) -> [Expectation.Action]? {
    guard mapping[key] != nil else { return nil }
    let actions = mapping.nodes(key).flatMap(expectedActions)
    return actions.count == 1 && actions[0].name == "none" ? [] : actions
  }

  private func expectedActions(_ node: YAMLNode) -> [Expectation.Action] {
    switch node {
    case .scalar(let name): [Expectation.Action(name: name.text.trimmedSpaces, span: name.span)]
    case .sequence: []
    case .mapping(let mapping): mapping.entries.map(expectedAction)
    }
  }

  private func expectedAction(_ entry: YAMLMapping.Entry) -> Expectation.Action {
    var action = Expectation.Action(name: entry.key.text, span: entry.key.span)
    action.team = entry.value.scalar?.text
    guard let expected = entry.value.mapping else { return action }
    action.team = expected.text("team")
    action.duration = duration(of: expected)
    action.due = expected.scalar("due").flatMap(expectedTime)
    action.say = expected.text("say")
    action.awaiting = set("approval", of: expected)
    action.heldBy = set("held_by", of: expected)
    return action
  }

  private func values<Value>(_ mapping: YAMLMapping, _ read: (YAMLNode) -> Value?) -> [String: Value] {
    var values: [String: Value] = [:]
    for entry in mapping.entries where entry.key.text.utf8.count <= 100 { values[entry.key.text] = read(entry.value) }
    return values
  }

  private func reply(_ mapping: YAMLMapping) -> Expectation.Reply {
    var reply = Expectation.Reply()
    reply.plan = mapping.text("plan")
    reply.owner = mapping.text("owner")
    reply.place = mapping.text("in")
    reply.heldBy = set("held_by", of: mapping)
    reply.due = mapping.scalar("due").flatMap(expectedTime)
    reply.notBefore = mapping.scalar("not_before").flatMap(expectedTime)
    return reply
  }

  private func followUps(_ mapping: YAMLMapping) -> [String: Expectation.ExpectedTime]? {
    if let followUps = mapping.mapping("follow_ups") { return values(followUps) { $0.scalar.flatMap(expectedTime) } }
    return mapping["follow_ups"] == nil ? nil : [:]
  }

  /// An instant, a length from the post, or `unknown`.
  private func expectedTime(_ scalar: YAMLScalar) -> Expectation.ExpectedTime? {
    if let length = readLength(scalar.text) { return .after(length) }
    if scalar.text == "unknown" { return .unknown }
    return WrittenTime(scalar.text)?.instant(in: zone).map { .at($0) }
  }
}

// MARK: Values as JSON

extension PlaybookBuilder {
  private func json(_ mapping: YAMLMapping, as form: Form) -> JSONValue {
    .object(
      mapping.entries.compactMap { entry in
        // What a comment covers is the playbook's business, not the engine's.
        if entry.key.text == Key.covers.name { return nil }
        let shape = form[entry.key.text]?.shape ?? Form.ladderHistory
        return json(entry.value, as: shape).map { JSONMember(entry.key.text, $0) }
      })
  }

  private func json(_ node: YAMLNode, as shape: Shape) -> JSONValue? {
    switch shape {
    case .scalar(let kind): node.scalar.flatMap { json($0, as: kind) }
    case .list(let item): .array(node.items.compactMap { json($0, as: item) })
    case .oneOrMany(let item): .array(node.items.compactMap { json($0, as: item) })
    case .form(let form): node.mapping.map { json($0, as: form) }
    case .entries(_, let values):
      .object(
        node.mapping?.entries.compactMap { entry in
          json(entry.value, as: values).map { JSONMember(entry.key.text, $0) }
        } ?? [])
    case .either(let shapes): node.mapping == nil ? json(node, as: shapes[0]) : json(node, as: shapes[shapes.count - 1])
    case .givenFacts:
      .object(
        node.mapping?.entries.compactMap { entry in
          names.factType(entry.key.text).flatMap { json(entry.value, as: $0.givenShape) }.map {
            JSONMember(entry.key.text, $0)
          }
        } ?? [])
    case .condition, .clause, .numberTest: nil
    }
  }

  private func json(_ scalar: YAMLScalar, as kind: ScalarKind) -> JSONValue? {
    switch kind {
    case .yesNo: (try? scalar.yesNo()).map { .bool($0) }
    case .wholeNumber, .number: (try? scalar.number()).map { .number($0) }
    case .length, .duration: (try? scalar.length(working: false))?.length.seconds.map { .number(Double($0)) }
    case .instant: (try? scalar.moment())?.instant(in: zone).map { .text($0.description) }
    default: .text(scalar.text)
    }
  }
}

extension JSONValue {
  /// An object with one member more.
  func adding(_ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self, self[key] == nil else { return self }
    return .object(members + [JSONMember(key, value)])
  }
}
