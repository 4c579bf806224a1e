public import Diagnostics
public import YAMLSyntax

// The words of every finding about form.

extension FormWalk {
  func wrongType(_ node: YAMLNode, expected: Shape, of key: String) -> Diagnostic {
    Diagnostic(
      "wrong-type", .error, "`\(key)` cannot be \(node.sort)", at: node.firstLine,
      help: "write \(expected.expectation)")
  }

  func emptyValue(_ node: YAMLNode, of key: String) -> Diagnostic? {
    let isEmpty =
      switch node {
      case .scalar(let scalar): scalar.text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A }
      case .sequence(let sequence): sequence.items.isEmpty
      case .mapping(let mapping): mapping.entries.isEmpty
      }
    guard isEmpty else { return nil }
    return Diagnostic(
      "empty-value", .error, "`\(key)` is empty", at: node.span, help: "write its value, or leave `\(key)` out")
  }

  func unknownKey(_ entry: YAMLMapping.Entry, in mapping: YAMLMapping, of form: Form) -> Diagnostic {
    if let split = splitProse(entry, in: mapping) { return split }
    let known = form.keys.map(\.name)
    let help =
      nearest(to: entry.key.text, among: known).map { "write `\($0)`" }
      ?? "write one of its keys: \(known.filter { mapping[$0] == nil }.map { "`\($0)`" }.joined(separator: ", "))"
    return Diagnostic(
      "unknown-key", .error, "\(form.title) has no key `\(entry.key.shown)`", at: entry.key.span, help: help)
  }

  func missingKey(_ key: Key, in mapping: YAMLMapping, of form: Form) -> Diagnostic {
    Diagnostic(
      "missing-key", .error, "\(form.title) needs `\(key.name)`", at: mapping.firstKey,
      help: "add `\(key.name)`: \(key.shape.expectation)")
  }

  /// `{title: Hello, world}`: YAML reads `world` as a key without a value.
  func splitProse(_ entry: YAMLMapping.Entry, in mapping: YAMLMapping) -> Diagnostic? {
    guard mapping.isFlow, case .scalar(let value) = entry.value, value.isAbsent,
      let index = mapping.entries.firstIndex(of: entry), index > 0,
      case .scalar(let before) = mapping.entries[index - 1].value, before.style == .plain, !before.isAbsent
    else { return nil }
    let whole = before.span.joined(with: entry.key.span)
    if readNumber("\(before.text),\(entry.key.text)") != nil {
      return Diagnostic(
        "split-number", .error, "YAML splits `\(before.text),\(entry.key.text)` at its comma", at: whole,
        help: "write `\(before.text)\(entry.key.text)` or \"\(before.text),\(entry.key.text)\"")
    }
    return Diagnostic(
      "split-prose", .error, "YAML splits this text at its comma", at: whole,
      help: "put it in quotes: \"\(before.shown), \(entry.key.shown)\"")
  }

  func unquotedProse(_ scalar: YAMLScalar, in key: String) -> Diagnostic? {
    guard scalar.style == .plain, !scalar.isAbsent else { return nil }
    return Diagnostic(
      "unquoted-prose", .error, "in a list in brackets, `\(key)` are quoted", at: scalar.span,
      help: "put it in quotes, or write one to a line after `- `", fix: .init(span: scalar.span, replacement: "\"\(scalar.text)\""))
  }

  mutating func noteEffect(_ effect: Key.Effect, of key: YAMLScalar) {
    guard effect == .later else { return }
    report(Diagnostic("no-effect-yet", .note, "`\(key.text)` is checked, and has no effect yet", at: key.span))
  }

  mutating func noteWorkingTime(_ scalar: YAMLScalar, as kind: ScalarKind) {
    guard kind == .length(working: true), scalar.text.utf8Range(of: "working") != nil else { return }
    report(Diagnostic("no-effect-yet", .note, "working time is checked, and counts as plain time yet", at: scalar.span))
  }
}

extension YAMLNode {
  /// Where a finding about the whole node points: a scalar's text, else the first line of a collection.
  var firstLine: Span {
    switch self {
    case .scalar(let scalar): scalar.span
    case .sequence(let sequence): sequence.items.first.map { sequence.span.start == $0.span.start ? $0.firstLine : sequence.span } ?? sequence.span
    case .mapping(let mapping): mapping.isFlow ? mapping.span : mapping.firstKey
    }
  }
}

extension YAMLMapping {
  /// The first key, which stands for the whole where all of it would be too much to underline.
  public var firstKey: Span { entries.first?.key.span ?? span }
}

extension Diagnostic {
  /// A sign such as `>=` where the language has words.
  public static func comparisonSign(_ fix: Fix) -> Diagnostic {
    Diagnostic(
      "comparison-sign", .note, "a test reads better in words", at: fix.span, help: "write `\(fix.replacement)`", fix: fix)
  }
}
