import Diagnostics
public import YAMLSyntax

extension FormWalk {
  /// A list means any, a mapping means all.
  mutating func condition(_ node: YAMLNode, of key: String) {
    switch node {
    case .scalar:
      report(wrongType(node, expected: .condition, of: key))
    case .sequence(let sequence):
      for item in sequence.items { visit(item, as: .condition, of: key) }
    case .mapping(let mapping):
      for entry in mapping.entries { conditionEntry(entry, in: mapping) }
    }
  }

  /// `when` and `unless` beside what describes them, or a condition alone: told apart by their keys.
  mutating func clause(_ node: YAMLNode, as form: Form, of key: String) {
    guard case .mapping(let mapping) = node, mapping.isClause(of: form) else { return condition(node, of: key) }
    self.mapping(mapping, as: form)
    if mapping["when"] == nil { report(missingKey(.when, in: mapping, of: form)) }
  }

  private mutating func conditionEntry(_ entry: YAMLMapping.Entry, in mapping: YAMLMapping) {
    if let key = ConditionKey.named(entry.key.text) {
      noteEffect(key.effect, of: entry.key)
      visit(entry.value, as: key.shape, of: key.name)
    } else if let split = splitProse(entry, in: mapping) {
      report(split)
    } else if let ladder = entry.key.historyLadder {
      syntax.references.append(ladder)
      visit(entry.value, as: .either([.numberTest]), of: entry.key.text)
    } else {
      syntax.factTests.append(FactUse(fact: entry.key, value: entry.value))
      // Only facts of type text take a mapping: what it names is gathered here, whatever the fact turns out to be.
      if case .mapping(let mapping) = entry.value { self.mapping(mapping, as: .textTest) }
    }
  }
}

extension YAMLMapping {
  /// Whether the mapping is a clause and not a condition: it has a key that only the clause has.
  public func isClause(of form: Form) -> Bool {
    entries.contains { form[$0.key.text] != nil }
  }
}

extension YAMLScalar {
  /// The ladder of the fact `history.LADDER`.
  public var historyLadder: NameUse? {
    let prefix = "history."
    guard text.hasPrefix(prefix), ConditionKey.named(text) == nil else { return nil }
    return NameUse(
      namespace: .ladder, name: String(text.dropFirst(prefix.count)),
      span: span.part(from: prefix.utf8.count + (style == .plain ? 0 : 1), length: text.utf8.count - prefix.utf8.count))
  }
}
