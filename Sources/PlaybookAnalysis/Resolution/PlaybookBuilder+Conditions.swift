import DecisionModel
import Diagnostics
import PlaybookModel
import PlaybookSyntax
import YAMLSyntax

/// Where a condition stands, and so what it may look at.
enum ConditionRoom {
  case signal, category, step, escalation, promise

  var admitsCategory: Bool { self == .escalation || self == .promise }
  var admitsEscalation: Bool { self == .promise }
}

/// A condition, and where it stands.
struct PlacedCondition {
  let condition: Condition
  let spans: ConditionSpans

  init(_ condition: Condition, _ span: Span, _ pieces: [ConditionSpans] = []) {
    self.condition = condition
    spans = ConditionSpans(span, pieces)
  }

  /// Several conditions joined; one alone is left as it is.
  init(_ parts: [PlacedCondition], _ span: Span, joining join: ([Condition]) -> Condition) {
    if parts.count == 1 {
      self = parts[0]
    } else {
      self.init(join(parts.map(\.condition)), span, parts.map(\.spans))
    }
  }
}

/// A clause, and where its sides stand.
struct PlacedClause {
  let clause: Clause
  let spans: ClauseSpans
}

extension PlaybookBuilder {
  mutating func clause(of mapping: YAMLMapping, in room: ConditionRoom) -> PlacedClause? {
    let unless = mapping["unless"].flatMap { condition($0, in: room) }
    guard let when = mapping["when"].flatMap({ condition($0, in: room) }) else { return nil }
    return PlacedClause(
      clause: Clause(when: when.condition, unless: unless?.condition),
      spans: ClauseSpans(when: when.spans, unless: unless?.spans))
  }

  /// A list means any, a mapping means all.
  mutating func condition(_ node: YAMLNode, in room: ConditionRoom) -> PlacedCondition? {
    switch node {
    case .scalar: nil
    case .sequence(let sequence): any(sequence.items.compactMap { condition($0, in: room) }, node.span)
    case .mapping(let mapping): all(mapping.entries.compactMap { condition($0, in: room) }, node.span)
    }
  }

  private func all(_ conditions: [PlacedCondition], _ span: Span) -> PlacedCondition {
    PlacedCondition(conditions, span) { .all($0) }
  }

  private func any(_ conditions: [PlacedCondition], _ span: Span) -> PlacedCondition {
    PlacedCondition(conditions, span) { .any($0) }
  }

  private mutating func condition(_ entry: YAMLMapping.Entry, in room: ConditionRoom) -> PlacedCondition? {
    let (key, span) = (entry.key.text, entry.span)
    if let measure = Measure.allCases.first(where: { $0.name == key }) {
      return numberTest(entry.value).map { PlacedCondition(.measure(measure, $0), span) }
    }
    if let ladder = entry.key.historyLadder {
      return numberTest(entry.value).map { PlacedCondition(.strikes(ladder.name, $0), span) }
    }
    switch ConditionKey.named(key)?.effect {
    case nil: return factTest(entry)
    case .later: return PlacedCondition(.withoutEffect(key), span)
    case .now, .laterFor: return known(entry, in: room)
    }
  }

  private mutating func known(_ entry: YAMLMapping.Entry, in room: ConditionRoom) -> PlacedCondition? {
    let (key, value, span) = (entry.key.text, entry.value, entry.span)
    switch key {
    case "all": return joined(value, span, in: room) { .all($0) }
    case "any": return joined(value, span, in: room) { .any($0) }
    case "none": return joined(value, span, in: room) { .none($0) }
    case "not":
      return condition(value, in: room).map { PlacedCondition(.not($0.condition), span, [$0.spans]) }
    case "count": return count(value, span, in: room)
    case "signal": return each(value, span) { .signal($0) }
    case "text.says": return listed(value, span) { .says($0) }
    case "text.matches": return listed(value, span) { .matches($0) }
    case "text.links_to": return listed(value, span) { .linksTo($0) }
    case "text.uses": return each(value, span) { .uses($0) }
    case "text.count": return perLexicon(value) { .termCount($0, $1) }
    case "text.score": return perLexicon(value) { .score($0, $1) }
    case "time.open": return value.scalar.map { PlacedCondition(.timeOpen($0.text), span) }
    case "mode": return listed(value, span) { .mode($0) }
    case "history.comments": return history(.comments, value).map { PlacedCondition($0, span) }
    case "history.same_text": return history(.sameText, value).map { PlacedCondition($0, span) }
    case "category":
      if !room.admitsCategory { findings.reportWithinReason(.misplaced("category", at: entry.key.span)) }
      return listed(value, span) { .category($0) }
    case "escalation":
      if !room.admitsEscalation { findings.reportWithinReason(.misplaced("escalation", at: entry.key.span)) }
      return listed(value, span) { .escalation($0) }
    default: preconditionFailure("every key of a condition that has effect is built: \(key)")
    }
  }

  private mutating func joined(
    _ node: YAMLNode, _ span: Span, in room: ConditionRoom, _ join: ([Condition]) -> Condition
  ) -> PlacedCondition {
    let parts = node.items.compactMap { condition($0, in: room) }
    return PlacedCondition(join(parts.map(\.condition)), span, parts.map(\.spans))
  }

  /// A condition that one of several things is so.
  private func listed(_ node: YAMLNode, _ span: Span, _ make: ([String]) -> Condition) -> PlacedCondition {
    let items = node.items.compactMap(\.scalar)
    return PlacedCondition(make(items.map(\.text)), span, items.map { ConditionSpans($0.span) })
  }

  /// A condition for each of several names.
  private func each(_ node: YAMLNode, _ span: Span, _ make: (String) -> Condition) -> PlacedCondition {
    let items = node.items.compactMap(\.scalar)
    if items.count == 1 { return PlacedCondition(make(items[0].text), span) }
    return any(items.map { PlacedCondition(make($0.text), $0.span) }, span)
  }

  private mutating func count(_ node: YAMLNode, _ span: Span, in room: ConditionRoom) -> PlacedCondition? {
    guard let mapping = node.mapping, let test = mapping["is"].flatMap(numberTest) else { return nil }
    let parts = mapping.nodes("of").compactMap { condition($0, in: room) }
    return PlacedCondition(.count(parts.map(\.condition), test), span, parts.map(\.spans))
  }

  private func history(_ history: AuthorHistory, _ node: YAMLNode) -> Condition? {
    guard let mapping = node.mapping, let length = mapping.length("in"), let test = mapping["is"].flatMap(numberTest)
    else { return nil }
    return .history(history, in: length, test)
  }

  private func perLexicon(_ node: YAMLNode, _ make: (String, NumberTest) -> Condition) -> PlacedCondition? {
    let tests = node.mapping?.entries.compactMap { entry in
      numberTest(entry.value).map { PlacedCondition(make(entry.key.text, $0), entry.span) }
    }
    return tests.map { all($0, node.span) }
  }

  private func factTest(_ entry: YAMLMapping.Entry) -> PlacedCondition? {
    let name = entry.key.text
    guard let type = names.factType(name) else { return nil }
    if type == .text, let mapping = entry.value.mapping {
      return all(mapping.entries.compactMap { textTest($0, of: name) }, entry.span)
    }
    guard let test = (try? entry.value.factTest(of: type, in: zone))?.test else { return nil }
    switch test {
    case .words, .identities:
      return PlacedCondition(.fact(name, test), entry.span, entry.value.items.map { ConditionSpans($0.span) })
    default: return PlacedCondition(.fact(name, test), entry.span)
    }
  }

  /// What is asked of a fact of type text: as of the text itself.
  private func textTest(_ entry: YAMLMapping.Entry, of fact: String) -> PlacedCondition? {
    switch entry.key.text {
    case "says": listed(entry.value, entry.span) { .fact(fact, .says($0)) }
    case "uses": listed(entry.value, entry.span) { .fact(fact, .uses($0)) }
    case "matches": listed(entry.value, entry.span) { .fact(fact, .matches($0)) }
    default: nil
    }
  }

  private func numberTest(_ node: YAMLNode) -> NumberTest? { (try? node.numberTest(of: .number))?.test }
}

extension Diagnostic {
  fileprivate static func misplaced(_ key: String, at span: Span) -> Diagnostic {
    let places = key == "category" ? "escalations and promises" : "promises"
    return Diagnostic(
      "misplaced-condition", .error, "`\(key)` cannot be asked here", at: span,
      help: "write what it looks for, or ask for `\(key)` in \(places) only")
  }
}
