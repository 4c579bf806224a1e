import Foundation
import PlaybookSyntax

@testable import PlaybookAnalysis

/// The names of all findings that the sources of the compiler can report.
func namesInSources() throws -> Set<String> {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../Sources")
    .standardizedFileURL
  var names: Set<String> = []
  for module in ["YAMLSyntax", "PlaybookSyntax", "PlaybookAnalysis", "PlaybookMigration"] {
    let place = folder.appendingPathComponent(module).resolvingSymlinksInPath()
    let files =
      FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    for file in files where file.pathExtension == "swift" { names.formUnion(try namesOfFindings(in: file)) }
  }
  return names
}

/// The names that are written out, and those that are made of `unknown-` or `unused-` and a kind of name.
private func namesOfFindings(in file: URL) throws -> [String] {
  let name = /(?:Diagnostic|ValueTrouble|Name)\(\s*"([^"]+)"/
  return try String(contentsOf: file, encoding: .utf8).matches(of: name).flatMap { match -> [String] in
    switch match.1 {
    case #"unknown-\(use.namespace.kebab)"#: namedKinds.map { "unknown-\($0.kebab)" }
    case #"unused-\(use.namespace.kebab)"#: Namespace.mustBeUsed.map { "unused-\($0.kebab)" }
    default: [String(match.1)]
    }
  }
}

/// The kinds of names that some key of the language refers to.
private let namedKinds: Set<Namespace> = {
  var kinds: Set<Namespace> = [.fact]
  func visit(_ shape: Shape) {
    switch shape {
    case .scalar(let kind): visit(kind)
    case .entries(let keys, let values):
      visit(keys)
      visit(values)
    case .list(let item), .oneOrMany(let item): visit(item)
    case .form(let form), .clause(let form): form.keys.forEach { visit($0.shape) }
    case .either(let shapes): shapes.forEach(visit)
    case .condition, .numberTest, .givenFacts: break
    }
  }
  func visit(_ kind: ScalarKind) {
    switch kind {
    case .reference(let namespace), .referenceOrNone(let namespace): kinds.insert(namespace)
    default: break
    }
  }
  Form.playbook.keys.forEach { visit($0.shape) }
  ConditionKey.all.forEach { visit($0.shape) }
  return kinds
}()
