import Diagnostics
import Foundation
import PlaybookAnalysis
import PlaybookPipeline
import PlaybookTesting

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
  /// - Parameter text: the playbook, where it is not to be read as it stands.
  init(_ name: String, text: String? = nil) throws {
    let file = InMemoryFile("\(name).yaml", try text ?? PolicyPlaybook.text(name))
    analysis = try checkPlaybook(file.path, in: [file])
    results = analysis.hasErrors ? [] : try testPlaybook(analysis)
  }

  var errors: [String] { analysis.findings.filter { $0.severity == .error }.map(\.message) }

  /// What covers a fact.
  func covering(_ fact: String) -> [TestResult] { results.filter { $0.covers.contains(fact) } }
}

extension TestResult {
  var hasPassed: Bool {
    if case .passed = outcome { true } else { false }
  }
}
