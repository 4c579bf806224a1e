import Diagnostics
import PlaybookSyntax
import YAMLSyntax

/// The findings of form in a playbook; a head and a last category are added where they are missing.
func findingsOfForm(in text: String) -> [Diagnostic] { findings(in: text, as: .playbook) }

/// The findings of reading a file as a form, those of YAML included.
func findings(in text: String, as form: Form) -> [Diagnostic] {
  let file = SourceFile(id: SourceFile.ID(0), name: "playbook.yaml", bytes: Array(text.utf8))
  var findings: [Diagnostic] = []
  let root = parseYAML(file) { findings.append($0) }
  guard case .mapping(let mapping)? = root else { return findings }
  return findings + readSyntax(of: mapping, as: form).findings
}

/// A playbook of which only what a test is about must be written.
func playbook(_ sections: String) -> String {
  let head = sections.contains("playbook: ") ? "" : "decorum: 1\nplaybook: shop\n"
  let tail = sections.contains("categories:") ? "" : "\ncategories: [{category: other, when: otherwise}]\n"
  return head + sections + tail
}

/// A plain scalar, as it stands alone in a file.
func scalar(_ text: String, style: YAMLScalar.Style = .plain) -> YAMLScalar {
  let quotes = style == .plain ? 0 : 2
  return YAMLScalar(
    text: text, style: style, span: Span(file: SourceFile.ID(0), start: 0, end: text.utf8.count + quotes))
}

/// The value of a key `x` as a node.
func node(_ value: String) throws -> YAMLNode {
  let file = SourceFile(id: SourceFile.ID(0), name: "value.yaml", bytes: Array("x: \(value)\n".utf8))
  let root = parseYAML(file) { _ in }
  struct NoValue: Error {}
  guard case .mapping(let mapping)? = root, let node = mapping["x"] else { throw NoValue() }
  return node
}
