import Diagnostics
import Foundation
import PlaybookAnalysis
import PlaybookPipeline
import PlaybookTesting
import YAMLSyntax

/// A playbook of `Tests/Policies`, run: which of its examples, tests and stories cover which facts, and what became of them.
struct PolicyPlaybook {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Policies").standardized

  /// The names of the playbooks, without their ending.
  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "\(name).yaml"), encoding: .utf8)
  }

  let analysis: Analysis
  let results: [TestResult]
  /// By fact, what covers it.
  private(set) var covering: [String: [TestResult]] = [:]

  /// - Parameter text: the playbook, where it is not to be read as it stands.
  init(_ name: String, text: String? = nil) throws {
    let file = InMemoryFile("\(name).yaml", try text ?? PolicyPlaybook.text(name))
    analysis = try checkPlaybook(file.path, in: [file])
    results = analysis.hasErrors ? [] : try testPlaybook(analysis)
    if let tree = parseYAML(analysis.files.files[0], report: { _ in }) { readCoverage(tree) }
  }

  var errors: [String] { analysis.findings.filter { $0.severity == .error }.map(\.message) }

  /// Whatever lies within a mapping with `covers` covers what it says.
  private mutating func readCoverage(_ node: YAMLNode) {
    switch node {
    case .scalar: break
    case .sequence(let sequence): sequence.items.forEach { readCoverage($0) }
    case .mapping(let mapping):
      for fact in mapping["covers"]?.texts ?? [] {
        covering[fact, default: []] += results.filter { mapping.span.holds($0.span) }
      }
      mapping.entries.forEach { readCoverage($0.value) }
    }
  }
}

extension YAMLNode {
  /// A text, or the texts of a list.
  fileprivate var texts: [String] {
    switch self {
    case .scalar(let scalar): [scalar.text]
    case .sequence(let sequence): sequence.items.flatMap(\.texts)
    case .mapping: []
    }
  }
}

extension Span {
  fileprivate func holds(_ other: Span) -> Bool { file == other.file && start <= other.start && other.end <= end }
}

extension TestResult {
  var hasPassed: Bool {
    if case .passed = outcome { true } else { false }
  }
}
