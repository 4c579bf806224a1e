import DecisionModel
public import Diagnostics
public import YAMLSyntax

/// Reads a file by the table of keys: finds what is misspelt, missing, empty or of the wrong kind, and gathers the names.
public func readSyntax(of root: YAMLMapping, as form: Form) -> FileSyntax {
  var walk = FormWalk(root: root)
  walk.mapping(root, as: form)
  return walk.syntax
}

/// One walk over a tree beside its shapes. Everything that a message says of form is said here.
struct FormWalk {
  var syntax: FileSyntax

  init(root: YAMLMapping) { syntax = FileSyntax(root: root) }

  mutating func report(_ diagnostic: Diagnostic) { syntax.findings.append(diagnostic) }

  mutating func visit(_ node: YAMLNode, as shape: Shape, of key: String) {
    if let empty = emptyValue(node, of: key) { return report(empty) }
    switch shape {
    case .scalar(let kind): scalar(node, as: kind, of: key)
    case .list(let item): list(node, of: item, key: key)
    case .oneOrMany(let item): oneOrMany(node, of: item, key: key)
    case .form(let form): self.form(node, as: form, of: key)
    case .entries(let keys, let values): entries(node, keys: keys, values: values, of: key)
    case .either(let shapes): either(node, shapes, of: key)
    case .condition: condition(node, of: key)
    case .clause(let form): clause(node, as: form, of: key)
    case .numberTest: test(node)
    case .givenFacts: facts(node, of: key)
    }
  }

  // MARK: Collections

  private mutating func list(_ node: YAMLNode, of item: Shape, key: String) {
    guard case .sequence(let sequence) = node else { return report(wrongType(node, expected: .list(item), of: key)) }
    items(of: sequence, as: item, key: key)
  }

  private mutating func oneOrMany(_ node: YAMLNode, of item: Shape, key: String) {
    guard case .sequence(let sequence) = node else { return visit(node, as: item, of: key) }
    items(of: sequence, as: item, key: key)
  }

  private mutating func items(of sequence: YAMLSequence, as item: Shape, key: String) {
    for node in sequence.items {
      if sequence.isFlow, case .scalar(let scalar) = node, item.isProse, let finding = unquotedProse(scalar, in: key) {
        report(finding)
      } else {
        visit(node, as: item, of: key)
      }
    }
  }

  private mutating func form(_ node: YAMLNode, as form: Form, of key: String) {
    guard case .mapping(let mapping) = node else { return report(wrongType(node, expected: .form(form), of: key)) }
    self.mapping(mapping, as: form)
  }

  mutating func mapping(_ mapping: YAMLMapping, as form: Form) {
    for entry in mapping.entries {
      if let key = form[entry.key.text] {
        noteEffect(key.effect, of: entry.key)
        visit(entry.value, as: key.shape, of: key.name)
      } else if form.title == Form.history.title {
        history(entry)
      } else {
        report(unknownKey(entry, in: mapping, of: form))
      }
    }
    for key in form.keys where key.isRequired && mapping[key.name] == nil {
      report(missingKey(key, in: mapping, of: form))
    }
  }

  private mutating func entries(_ node: YAMLNode, keys: ScalarKind, values: Shape, of key: String) {
    guard case .mapping(let mapping) = node else {
      return report(wrongType(node, expected: .entries(keys: keys, values: values), of: key))
    }
    for entry in mapping.entries {
      if let split = splitProse(entry, in: mapping) {
        report(split)
        continue
      }
      value(of: entry.key, as: keys)
      visit(entry.value, as: values, of: entry.key.text)
    }
  }

  private mutating func either(_ node: YAMLNode, _ shapes: [Shape], of key: String) {
    guard let shape = shapes.first(where: { $0.admits(node) }) else {
      return report(wrongType(node, expected: .either(shapes), of: key))
    }
    visit(node, as: shape, of: key)
  }

  /// A ladder's name in a history: a number of strikes, or what is known of the author on it.
  private mutating func history(_ entry: YAMLMapping.Entry) {
    syntax.references.append(NameUse(namespace: .ladder, name: entry.key.text, span: entry.key.span))
    visit(entry.value, as: Form.ladderHistory, of: entry.key.text)
  }

  private mutating func facts(_ node: YAMLNode, of key: String) {
    guard case .mapping(let mapping) = node else {
      return report(wrongType(node, expected: .givenFacts, of: key))
    }
    syntax.givenFacts += mapping.entries.map { FactUse(fact: $0.key, value: $0.value) }
  }

  // MARK: Scalars

  private mutating func scalar(_ node: YAMLNode, as kind: ScalarKind, of key: String) {
    guard case .scalar(let scalar) = node else { return report(wrongType(node, expected: .scalar(kind), of: key)) }
    value(of: scalar, as: kind)
  }

  private mutating func value(of scalar: YAMLScalar, as kind: ScalarKind) {
    if case .definition(let namespace) = kind, (try? scalar.name(NameStyle(namespace))) != nil {
      syntax.definitions.append(NameUse(namespace: namespace, name: scalar.text, span: scalar.span))
    }
    if case .reference(let namespace) = kind {
      syntax.references.append(NameUse(namespace: namespace, name: scalar.text, span: scalar.span))
    }
    if kind == .wording { factsInWording(scalar) }
    do throws(ValueTrouble) {
      try kind.check(scalar)
    } catch {
      report(error.diagnostic)
    }
    noteWorkingTime(scalar, as: kind)
  }

  private mutating func factsInWording(_ scalar: YAMLScalar) {
    for fact in (try? scalar.wording())?.facts ?? [] {
      let span = scalar.place(of: "{\(fact)}")
      syntax.references.append(NameUse(namespace: .fact, name: fact, span: span.part(from: 1, length: fact.utf8.count)))
    }
  }

  private mutating func test(_ node: YAMLNode) {
    do throws(ValueTrouble) {
      for fix in try node.numberTest(of: .number).signs { report(.comparisonSign(fix)) }
    } catch {
      report(error.diagnostic)
    }
  }
}

/// The findings of form about one value, where its shape is known only after its file was read.
public func readValue(_ node: YAMLNode, as shape: Shape, of key: String) -> [Diagnostic] {
  var walk = FormWalk(root: YAMLMapping(entries: [], isFlow: false, span: node.span))
  walk.visit(node, as: shape, of: key)
  return walk.syntax.findings
}
