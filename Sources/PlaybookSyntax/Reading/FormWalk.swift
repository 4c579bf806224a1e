import DecisionModel
public import Diagnostics
public import YAMLSyntax

/// Reads a file by the table of keys: finds what is misspelt, missing, empty or of the wrong kind, and gathers the
/// names.
///
/// - Parameter faults: where the reader of YAML has found errors, so that nothing is said twice.
public func readSyntax(of root: YAMLMapping, as form: Form, faults: [Span] = []) -> FileSyntax {
  var walk = FormWalk(root: root, faults: faults)
  walk.mapping(root, as: form)
  return walk.syntax
}

/// One walk over a tree beside its shapes. Everything that a message says of form is said here.
///
/// What could not be read has its finding from the reader of YAML, and is passed over.
struct FormWalk {
  var syntax: FileSyntax
  /// How many keys without effect stand around: what stands within such a key needs no word of its own.
  var keysWithoutEffect = 0
  private let faults: [Span]

  init(root: YAMLMapping, faults: [Span] = []) {
    syntax = FileSyntax(root: root)
    self.faults = faults
  }

  mutating func report(_ diagnostic: Diagnostic) { syntax.report(diagnostic) }

  mutating func visit(_ node: YAMLNode, as shape: Shape, of key: String) {
    if node.isUnreadable { return syntax.isPartial = true }
    if node.isEmpty { return reportEmpty(node, of: key) }
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

  /// What is empty because its only entry could not be read has its finding.
  private mutating func reportEmpty(_ node: YAMLNode, of key: String) {
    let isFaulty = faults.contains { node.span.start < $0.start && $0.end < node.span.end }
    if isFaulty { syntax.isPartial = true } else { report(.emptyValue(node, of: key)) }
  }

  /// Nothing can be said of a value that is of another sort than its key expects.
  mutating func refuse(_ node: YAMLNode, expected: Shape, of key: String) {
    syntax.isPartial = true
    report(.wrongType(node, expected: expected, of: key))
  }

  // MARK: Collections

  private mutating func list(_ node: YAMLNode, of item: Shape, key: String) {
    guard case .sequence(let sequence) = node else { return refuse(node, expected: .list(item), of: key) }
    items(of: sequence, as: item, key: key)
  }

  private mutating func oneOrMany(_ node: YAMLNode, of item: Shape, key: String) {
    guard case .sequence(let sequence) = node else { return visit(node, as: item, of: key) }
    items(of: sequence, as: item, key: key)
  }

  private mutating func items(of sequence: YAMLSequence, as item: Shape, key: String) {
    if item.isProse, let unquoted = sequence.unquotedText { return report(.unquotedProse(unquoted, in: key)) }
    for node in sequence.items { visit(node, as: item, of: key) }
  }

  private mutating func form(_ node: YAMLNode, as form: Form, of key: String) {
    guard case .mapping(let mapping) = node else { return refuse(node, expected: .form(form), of: key) }
    self.mapping(mapping, as: form)
  }

  mutating func mapping(_ mapping: YAMLMapping, as form: Form) {
    var absent = form.keys
    var unknown: [YAMLMapping.Entry] = []
    for (entry, previous) in mapping.entriesWithPrevious {
      if let key = form[entry.key.text] {
        absent.removeAll { $0.name == key.name }
        value(of: entry, as: key)
      } else if form.title == Form.history.title {
        history(entry)
      } else if let split = splitText(entry, after: previous, in: mapping) {
        report(split)
      } else if !faults.contains(entry.key.span) {
        unknown.append(entry)
      }
    }
    for entry in unknown where !syntax.isFull { unknownKey(entry, of: form, absent: &absent) }
    for key in absent where key.isRequired { report(.missingKey(key, in: mapping, of: form)) }
  }

  private mutating func value(of entry: YAMLMapping.Entry, as key: Key) {
    withEffect(key.effect, of: entry) { $0.visit(entry.value, as: key.shape, of: key.name) }
  }

  /// Reports a key that the form lacks, and reads its value by the key that was probably meant.
  private mutating func unknownKey(_ entry: YAMLMapping.Entry, of form: Form, absent: inout [Key]) {
    let meant = nearest(to: entry.key.text, among: absent.map(\.name)).flatMap { form[$0] }
    let isCertain = meant.map { $0.name == certainlyMeant(by: entry.key.text, among: absent.map(\.name)) } ?? false
    report(.unknownKey(entry.key, of: form, meant: meant, isCertain: isCertain, absent: absent))
    guard let meant else { return syntax.isPartial = true }
    absent.removeAll { $0.name == meant.name }
    value(of: entry, as: meant)
  }

  private mutating func entries(_ node: YAMLNode, keys: ScalarKind, values: Shape, of key: String) {
    guard case .mapping(let mapping) = node else {
      return refuse(node, expected: .entries(keys: keys, values: values), of: key)
    }
    for (entry, previous) in mapping.entriesWithPrevious {
      if let split = splitText(entry, after: previous, in: mapping) {
        report(split)
        continue
      }
      value(of: entry.key, as: keys)
      visit(entry.value, as: values, of: entry.key.shown)
    }
  }

  private mutating func either(_ node: YAMLNode, _ shapes: [Shape], of key: String) {
    guard let shape = shapes.first(where: { $0.admits(node) }) else {
      return refuse(node, expected: .either(shapes), of: key)
    }
    if case .scalar(.choice(let words)) = shape, case .scalar(let scalar) = node, !scalar.isNear(oneOf: words) {
      return refuse(node, expected: .either(shapes), of: key)
    }
    visit(node, as: shape, of: key)
  }

  /// A ladder's name in a history: a number of strikes, or what is known of the author on it.
  private mutating func history(_ entry: YAMLMapping.Entry) {
    syntax.references.append(NameUse(namespace: .ladder, name: entry.key.text, span: entry.key.span))
    visit(entry.value, as: Form.ladderHistory, of: entry.key.shown)
  }

  private mutating func facts(_ node: YAMLNode, of key: String) {
    guard case .mapping(let mapping) = node else { return refuse(node, expected: .givenFacts, of: key) }
    syntax.givenFacts += mapping.entries.map { FactUse(fact: $0.key, value: $0.value) }
  }

  // MARK: Scalars

  private mutating func scalar(_ node: YAMLNode, as kind: ScalarKind, of key: String) {
    guard case .scalar(let scalar) = node else { return refuse(node, expected: .scalar(kind), of: key) }
    value(of: scalar, as: kind)
  }

  private mutating func value(of scalar: YAMLScalar, as kind: ScalarKind) {
    gatherNames(scalar, as: kind)
    do throws(ValueTrouble) {
      try kind.check(scalar)
    } catch {
      report(error.diagnostic)
    }
  }

  private mutating func test(_ node: YAMLNode) {
    do throws(ValueTrouble) {
      for fix in try node.numberTest(of: .number).signs { report(.comparisonSign(fix)) }
    } catch {
      report(error.diagnostic)
    }
  }

  // MARK: Names

  private mutating func gatherNames(_ scalar: YAMLScalar, as kind: ScalarKind) {
    switch kind {
    case .definition(let namespace):
      syntax.definitions.append(NameUse(namespace: namespace, name: scalar.text, span: scalar.span))
    case .referenceOrNone where scalar.text.isExactly("none"): break
    case .reference(let namespace), .referenceOrNone(let namespace):
      syntax.references.append(NameUse(namespace: namespace, name: scalar.text, span: scalar.span))
    case .wording: gatherFacts(inWording: scalar)
    default: break
    }
  }

  private mutating func gatherFacts(inWording scalar: YAMLScalar) {
    for fact in (try? scalar.wording())?.facts ?? [] {
      let braces = scalar.place(of: "{\(fact)}")
      let span = braces.map { $0.part(from: 1, length: fact.utf8.count) } ?? scalar.span
      syntax.references.append(NameUse(namespace: .fact, name: fact, span: span))
    }
  }
}

/// The findings of form about one value, where its shape is known only after its file was read.
public func readValue(_ node: YAMLNode, as shape: Shape, of key: String) -> [Diagnostic] {
  var walk = FormWalk(root: YAMLMapping(entries: [], isFlow: false, span: node.span))
  walk.visit(node, as: shape, of: key)
  return walk.syntax.findings
}
