public import Diagnostics
public import YAMLSyntax

// The words of every finding about form.

extension Diagnostic {
  static func wrongType(_ node: YAMLNode, expected: Shape, of key: String) -> Diagnostic {
    let found = if case .scalar(let scalar) = node { "`\(scalar.shown)`" } else { node.sort }
    return Diagnostic(
      "wrong-type", .error, "`\(key)` cannot be \(found)", at: node.firstLine, help: "write \(expected.expectation)")
  }

  /// `key:` with nothing behind it, or an empty text, list or mapping.
  public static func emptyValue(_ node: YAMLNode, of key: String) -> Diagnostic {
    Diagnostic(
      "empty-value", .error, "`\(key)` is empty", at: node.span, help: "write its value, or leave `\(key)` out")
  }

  static func unknownKey(
    _ key: YAMLScalar, of form: Form, meant: Key?, isCertain: Bool, absent: [Key]
  ) -> Diagnostic {
    let others = absent.isEmpty ? "leave it out" : "write one of its keys: \(absent.map(\.name).listed)"
    let help = meant.map { "write `\($0.name)`" } ?? form.helpForKeyOfPlaybook(key) ?? others
    return Diagnostic(
      "unknown-key", .error, "\(form.title) has no key `\(key.shown)`", at: key.span, help: help,
      fix: isCertain ? meant.map { Fix(span: key.span, replacement: $0.name) } : nil)
  }

  static func missingKey(_ key: Key, in mapping: YAMLMapping, of form: Form) -> Diagnostic {
    Diagnostic(
      "missing-key", .error, "\(form.title) needs `\(key.name)`", at: mapping.firstKey,
      help: "add `\(key.name)`: \(key.shape.expectation)")
  }

  static func unquotedProse(_ span: Span, in key: String) -> Diagnostic {
    Diagnostic(
      "unquoted-prose", .error, "in a list in brackets, each text of `\(key)` is quoted", at: span,
      help: "put each text in quotes, or write one to a line after `- `")
  }

  /// A sign such as `>=` where the language has words.
  public static func comparisonSign(_ fix: Fix) -> Diagnostic {
    Diagnostic(
      "comparison-sign", .note, "a test reads better in words", at: fix.span, help: "write `\(fix.replacement)`",
      fix: fix)
  }
}

extension Form {
  /// A key that stands at the top of a playbook has no business in a file that it imports.
  fileprivate func helpForKeyOfPlaybook(_ key: YAMLScalar) -> String? {
    guard title == Form.part.title, Form.playbook[key.text] != nil else { return nil }
    return key.text == "playbook"
      ? "leave it out: the playbook that imports this file has a name"
      : "move it to the file of the playbook itself"
  }
}

extension FormWalk {
  /// `{title: Hello, world}`: YAML reads `world` as a key without a value.
  func splitText(_ entry: YAMLMapping.Entry, after previous: YAMLMapping.Entry?, in mapping: YAMLMapping) -> Diagnostic?
  {
    guard mapping.isFlow, case .scalar(let value) = entry.value, value.isAbsent,
      case .scalar(let before)? = previous?.value, before.style == .plain, !before.isAbsent
    else { return nil }
    let whole = before.span.joined(with: entry.key.span)
    if before.isNumber(splitBefore: entry.key) { return .splitNumber(before, entry.key, at: whole) }
    return Diagnostic(
      "split-prose", .error, "YAML splits this text at its comma", at: whole,
      help: "put it in quotes: \"\(before.shown), \(entry.key.shown)\"")
  }
}

extension Diagnostic {
  static func splitNumber(_ first: YAMLScalar, _ second: YAMLScalar, at span: Span) -> Diagnostic {
    let number = "\(first.shown),\(second.shown)"
    return Diagnostic(
      "split-number", .error, "YAML splits `\(number)` at its comma", at: span,
      help: "write `\(first.shown)\(second.shown)` or \"\(number)\"")
  }
}

extension YAMLNode {
  /// Where a finding about the whole node points: a scalar's text, else the first line of a collection.
  var firstLine: Span {
    switch self {
    case .scalar(let scalar): scalar.span
    case .mapping(let mapping): mapping.isFlow ? mapping.span : mapping.firstKey
    case .sequence(let sequence):
      sequence.isFlow
        ? sequence.span
        : sequence.items.first.map { sequence.span.beginning.joined(with: $0.firstLine) } ?? sequence.span
    }
  }
}

extension YAMLMapping {
  /// The first key, which stands for the whole where all of it would be too much to underline.
  public var firstKey: Span { entries.first?.key.span ?? span }
}

extension [String] {
  /// Names as a sentence lists them; long lists are cut.
  public var listed: String {
    let shown = prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return count > 8 ? shown + ", …" : shown
  }
}
