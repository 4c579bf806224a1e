import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// What becomes of a section of a playbook in one that extends it.
private enum Inheritance {
  /// Definitions by name: one of the same name takes the place of the inherited one.
  case named
  /// A list of definitions, which give their names under one of these keys.
  case listed([String])
  /// One value, which is taken over or replaced as it stands.
  case whole
  /// It speaks of its own file only.
  case own

  init(_ key: Key) {
    switch (key.name, key.shape) {
    case ("decorum", _), ("playbook", _), ("imports", _), ("extends", _), ("accept", _): self = .own
    case ("categories", _): self = .listed(["category"])
    case ("escalations", _): self = .listed(["escalation"])
    case ("tests", _): self = .listed(["test", "story"])
    case (_, .entries): self = .named
    default: self = .whole
    }
  }
}

/// The name of a definition with the section in which it stands; no name where the section is one value.
private struct DefinedName: Hashable {
  let section: String
  let name: [UInt8]
}

extension LoadedPlaybook {
  /// Takes out of the playbooks that are extended what those that extend them define themselves.
  ///
  /// Nothing is merged deep: a definition that is replaced is gone with all that it names.
  mutating func replaceInherited() {
    var defined: Set<DefinedName> = []
    for layer in 0...(parts.last?.layer ?? 0) {
      let here = parts.indices.filter { parts[$0].layer == layer }
      for index in here where layer > 0 { parts[index].leaveOut(defined) }
      for index in here { defined.formUnion(parts[index].definedNames) }
    }
  }

  /// The top of the playbook: what its own file says of the whole, and what that of a playbook says which it extends.
  var heading: YAMLMapping? {
    guard let own = parts.first?.syntax.root else { return nil }
    let inherited = parts.filter { $0.layer > 0 }.flatMap(\.headingEntries)
    return YAMLMapping(entries: own.entries + inherited, isFlow: own.isFlow, span: own.span)
  }
}

extension LoadedPlaybook.Part {
  fileprivate var headingEntries: [YAMLMapping.Entry] {
    syntax.root.entries.filter { entry in
      guard isPlaybook, let key = Form.playbook[entry.key.text], case .whole = Inheritance(key) else { return false }
      return true
    }
  }

  fileprivate var definedNames: [DefinedName] {
    asWritten.entries.flatMap { entry -> [DefinedName] in
      guard let key = Form.playbook[entry.key.text] else { return [] }
      switch Inheritance(key) {
      case .named:
        return (entry.value.mapping?.entries ?? []).map { .init(section: key.name, name: Array($0.key.text.utf8)) }
      case .listed(let keys):
        return entry.value.items.compactMap { $0.name(under: keys) }.map { .init(section: key.name, name: $0) }
      case .whole: return isPlaybook ? [.init(section: key.name, name: [])] : []
      case .own: return []
      }
    }
  }

  fileprivate mutating func leaveOut(_ defined: Set<DefinedName>) {
    var replaced: [Span] = []
    let entries = syntax.root.entries.compactMap { entry -> YAMLMapping.Entry? in
      guard let key = Form.playbook[entry.key.text] else { return entry }
      let isReplaced = { (name: [UInt8]?) in
        name.map { defined.contains(DefinedName(section: key.name, name: $0)) } ?? false
      }
      switch Inheritance(key) {
      case .named: return entry.withoutEntries(&replaced) { isReplaced(Array($0.key.text.utf8)) }
      case .listed(let keys): return entry.withoutItems(&replaced) { isReplaced($0.name(under: keys)) }
      case .whole where isPlaybook && isReplaced([]):
        replaced.append(entry.span)
        return nil
      case .whole, .own: return entry
      }
    }
    let root = YAMLMapping(entries: entries, isFlow: syntax.root.isFlow, span: syntax.root.span)
    syntax = syntax.without(replaced, root: root)
  }
}

extension YAMLMapping.Entry {
  /// From the key to the end of the value.
  var span: Span { key.span.joined(with: value.span) }

  /// The entry without some of the entries of its mapping; nil where none is left.
  fileprivate func withoutEntries(
    _ left: inout [Span], where isReplaced: (YAMLMapping.Entry) -> Bool
  ) -> YAMLMapping.Entry? {
    guard let mapping = value.mapping else { return self }
    let replaced = mapping.entries.filter(isReplaced)
    if replaced.isEmpty { return self }
    left += replaced.map(\.span)
    let kept = mapping.entries.filter { !isReplaced($0) }
    if kept.isEmpty { return nil }
    return .init(key: key, value: .mapping(.init(entries: kept, isFlow: mapping.isFlow, span: mapping.span)))
  }

  /// The entry without some of the items of its list; nil where none is left.
  fileprivate func withoutItems(_ left: inout [Span], where isReplaced: (YAMLNode) -> Bool) -> YAMLMapping.Entry? {
    guard case .sequence(let list) = value else { return self }
    let replaced = list.items.filter(isReplaced)
    if replaced.isEmpty { return self }
    left += replaced.map(\.span)
    let kept = list.items.filter { !isReplaced($0) }
    if kept.isEmpty { return nil }
    return .init(key: key, value: .sequence(.init(items: kept, isFlow: list.isFlow, span: list.span)))
  }
}

extension YAMLNode {
  /// The name that an item of a list gives itself.
  fileprivate func name(under keys: [String]) -> [UInt8]? {
    keys.lazy.compactMap { mapping?.scalar($0) }.first.map { Array($0.text.utf8) }
  }
}
