import Diagnostics
import YAMLSyntax

/// What `parseYAML` makes of a text.
struct Reading {
  let file: SourceFile
  let tree: YAMLNode?
  let findings: [Diagnostic]

  init(_ bytes: [UInt8]) {
    let file = SourceFile(id: SourceFile.ID(0), name: "playbook.yaml", bytes: bytes)
    var findings: [Diagnostic] = []
    tree = parseYAML(file) { findings.append($0) }
    self.file = file
    self.findings = findings
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  var names: [String] { findings.map(\.name.description) }
  var hasErrors: Bool { findings.contains { $0.severity == .error } }
  /// The tree as the yaml-test-suite writes it, without markers of documents.
  var events: [String] { tree.map(YAMLSyntaxTests.events) ?? [] }
}

/// The events of a tree in the notation of the yaml-test-suite.
func events(of node: YAMLNode) -> [String] {
  switch node {
  case .scalar(let scalar): ["=VAL \(sign(of: scalar.style))\(escaped(scalar.text))"]
  case .sequence(let sequence): ["+SEQ"] + sequence.items.flatMap(events) + ["-SEQ"]
  case .mapping(let mapping):
    ["+MAP"] + mapping.entries.flatMap { events(of: .scalar($0.key)) + events(of: $0.value) } + ["-MAP"]
  }
}

private func sign(of style: YAMLScalar.Style) -> String {
  switch style {
  case .plain: ":"
  case .singleQuoted: "'"
  case .doubleQuoted: "\""
  case .literal: "|"
  case .folded: ">"
  }
}

private func escaped(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    switch scalar {
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case "\r": "\\r"
    case "\u{8}": "\\b"
    case "\0": "\\0"
    default: String(scalar)
    }
  }.joined()
}
