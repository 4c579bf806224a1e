import Diagnostics
public import YAMLSyntax

extension FormWalk {
  /// A list means any, a mapping means all.
  mutating func condition(_ node: YAMLNode, of key: String) {
    switch node {
    case .scalar:
      refuse(node, expected: .condition, of: key)
    case .sequence(let sequence):
      for item in sequence.items { visit(item, as: .condition, of: key) }
    case .mapping(let mapping):
      for (entry, previous) in mapping.entriesWithPrevious {
        if let split = splitText(entry, after: previous, in: mapping) { report(split) } else { conditionEntry(entry) }
      }
    }
  }

  /// `when` and `unless` beside what describes them, or a condition alone: told apart by their keys.
  mutating func clause(_ node: YAMLNode, as form: Form, of key: String) {
    guard case .mapping(let mapping) = node, mapping.isClause(of: form) else { return condition(node, of: key) }
    self.mapping(mapping, as: form.requiring("when"))
  }

  private mutating func conditionEntry(_ entry: YAMLMapping.Entry) {
    syntax.conditions.append(entry.key.span)
    if let key = ConditionKey.named(entry.key.text) {
      withEffect(key.effect, of: entry) { $0.visit(entry.value, as: key.shape, of: key.name) }
    } else if let ladder = entry.key.historyLadder {
      syntax.references.append(ladder)
      visit(entry.value, as: .numberTest, of: entry.key.shown)
    } else {
      factTest(entry)
    }
  }

  /// The type of a fact is known only when all files are read. Of a mapping, which only facts of type text take, the
  /// names are gathered here.
  private mutating func factTest(_ entry: YAMLMapping.Entry) {
    syntax.factTests.append(FactUse(fact: entry.key, value: entry.value))
    for lexicon in entry.value.mapping?.scalars("uses") ?? [] where !lexicon.isUnreadable {
      syntax.references.append(NameUse(namespace: .lexicon, name: lexicon.text, span: lexicon.span))
    }
  }
}

extension Form {
  fileprivate func requiring(_ name: String) -> Form {
    Form(
      title, keys.map { $0.name == name ? Key($0.name, $0.shape, $0.meaning, required: true, effect: $0.effect) : $0 })
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
    let name = String(decoding: text.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    return NameUse(
      namespace: .ladder, name: name, span: place(from: prefix.utf8.count, length: name.utf8.count) ?? span)
  }
}
