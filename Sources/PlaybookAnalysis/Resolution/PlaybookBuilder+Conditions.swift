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

extension PlaybookBuilder {
  mutating func clause(of mapping: YAMLMapping, in room: ConditionRoom) -> Clause? {
    let unless = mapping["unless"].flatMap { condition($0, in: room) }
    guard let when = mapping["when"].flatMap({ condition($0, in: room) }) else { return nil }
    return Clause(when: when, unless: unless)
  }

  /// A list means any, a mapping means all.
  mutating func condition(_ node: YAMLNode, in room: ConditionRoom) -> Condition? {
    switch node {
    case .scalar: nil
    case .sequence(let sequence): .any(sequence.items.compactMap { condition($0, in: room) })
    case .mapping(let mapping): all(mapping.entries.compactMap { condition($0, in: room) })
    }
  }

  private func all(_ conditions: [Condition]) -> Condition {
    conditions.count == 1 ? conditions[0] : .all(conditions)
  }

  private func any(_ conditions: [Condition]) -> Condition {
    conditions.count == 1 ? conditions[0] : .any(conditions)
  }

  private mutating func condition(_ entry: YAMLMapping.Entry, in room: ConditionRoom) -> Condition? {
    let key = entry.key.text
    if let measure = Measure.allCases.first(where: { $0.name == key }) {
      return numberTest(entry.value).map { .measure(measure, $0) }
    }
    if let ladder = entry.key.historyLadder { return numberTest(entry.value).map { .strikes(ladder.name, $0) } }
    switch ConditionKey.named(key)?.effect {
    case nil: return factTest(entry)
    case .later: return .withoutEffect(key)
    case .now, .laterFor: return known(key, entry.value, in: room, at: entry.key.span)
    }
  }

  private mutating func known(_ key: String, _ value: YAMLNode, in room: ConditionRoom, at span: Span) -> Condition? {
    switch key {
    case "all": return .all(conditions(value, in: room))
    case "any": return .any(conditions(value, in: room))
    case "none": return .none(conditions(value, in: room))
    case "not": return condition(value, in: room).map { .not($0) }
    case "count": return count(value, in: room)
    case "signal": return any(names(value).map { .signal($0) })
    case "text.says": return .says(value.items.compactMap { $0.scalar?.text })
    case "text.matches": return .matches(names(value))
    case "text.links_to": return .linksTo(names(value))
    case "text.uses": return any(names(value).map { .uses($0) })
    case "text.count": return perLexicon(value) { .termCount($0, $1) }
    case "text.score": return perLexicon(value) { .score($0, $1) }
    case "time.open": return value.scalar.map { .timeOpen($0.text) }
    case "mode": return .mode(names(value))
    case "history.comments": return history(.comments, value)
    case "history.same_text": return history(.sameText, value)
    case "category":
      if !room.admitsCategory { findings.reportWithinReason(.misplaced("category", at: span)) }
      return .category(names(value))
    case "escalation":
      if !room.admitsEscalation { findings.reportWithinReason(.misplaced("escalation", at: span)) }
      return .escalation(names(value))
    default: preconditionFailure("every key of a condition that has effect is built: \(key)")
    }
  }

  private mutating func conditions(_ node: YAMLNode, in room: ConditionRoom) -> [Condition] {
    node.items.compactMap { condition($0, in: room) }
  }

  private mutating func count(_ node: YAMLNode, in room: ConditionRoom) -> Condition? {
    guard let mapping = node.mapping, let test = mapping["is"].flatMap(numberTest) else { return nil }
    return .count(mapping.nodes("of").compactMap { condition($0, in: room) }, test)
  }

  private func history(_ history: AuthorHistory, _ node: YAMLNode) -> Condition? {
    guard let mapping = node.mapping, let length = mapping.length("in"), let test = mapping["is"].flatMap(numberTest)
    else { return nil }
    return .history(history, in: length, test)
  }

  private func perLexicon(_ node: YAMLNode, _ make: (String, NumberTest) -> Condition) -> Condition? {
    let tests = node.mapping?.entries.compactMap { entry in numberTest(entry.value).map { make(entry.key.text, $0) } }
    return tests.map(all)
  }

  private func factTest(_ entry: YAMLMapping.Entry) -> Condition? {
    guard let type = names.factType(entry.key.text) else { return nil }
    if type == .text, let mapping = entry.value.mapping {
      return all(mapping.entries.compactMap { textTest($0, of: entry.key.text) })
    }
    return (try? entry.value.factTest(of: type, in: zone)).map { .fact(entry.key.text, $0.test) }
  }

  /// What is asked of a fact of type text: as of the text itself.
  private func textTest(_ entry: YAMLMapping.Entry, of fact: String) -> Condition? {
    switch entry.key.text {
    case "says": .fact(fact, .says(names(entry.value)))
    case "uses": .fact(fact, .uses(names(entry.value)))
    case "matches": .fact(fact, .matches(names(entry.value)))
    default: nil
    }
  }

  private func numberTest(_ node: YAMLNode) -> NumberTest? { (try? node.numberTest(of: .number))?.test }

  private func names(_ node: YAMLNode) -> [String] { node.items.compactMap { $0.scalar?.text } }
}

extension Diagnostic {
  fileprivate static func misplaced(_ key: String, at span: Span) -> Diagnostic {
    let places = key == "category" ? "escalations and promises" : "promises"
    return Diagnostic(
      "misplaced-condition", .error, "`\(key)` cannot be asked here", at: span,
      help: "write what it looks for, or ask for `\(key)` in \(places) only")
  }
}
