import Diagnostics
import Foundation
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline
import PlaybookTesting
import StandardLibrary
import TestSupport
import Testing

/// The library is held to the checks that it is part of.
@Suite("Standard library") struct StandardLibraryTests {
  @Test func `every file of the folder is part of the compiler, and no other`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/StandardLibrary/std").standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { name in
      String(name.prefix(while: { $0 != "." }))
    }
    #expect(names.sorted() == StandardLibrary.names)
  }

  @Test(arguments: StandardLibrary.names)
  func `every file passes all checks without a finding, as a part of a playbook that uses it`(_ name: String) throws {
    let analysis = try #require(Library.analyses[name])
    let told = analysis.findings.map { "\($0.name): \($0.message) at \(analysis.location(of: $0.span))" }
    #expect(told == [])
  }

  @Test(arguments: StandardLibrary.names)
  func `every lexicon, signal and standard has examples, counterexamples and an about`(_ name: String) throws {
    let playbook = try #require(Library.analyses[name]?.playbook)
    let lexicons = playbook.lexicons.map { ($0.definition, $0.examples) }
    let signals = playbook.signals.map { ($0.definition, $0.examples) }
    let standards = playbook.standards.filter { $0.avoid != nil }.map { ($0.definition, $0.examples) }
    let all = lexicons + signals + standards
    // What a file imports of the library is looked at in its own file.
    for (definition, examples) in all where !playbook.takesFromLibrary(definition) {
      #expect(!examples.positive.isEmpty && !examples.negative.isEmpty, "\(definition.name)")
      #expect(definition.about != nil, "\(definition.name)")
    }
  }

  @Test(arguments: StandardLibrary.names)
  func `the examples of every file pass`(_ name: String) throws {
    for result in try testPlaybook(try #require(Library.analyses[name])) {
      guard case .failed(let mismatches) = result.outcome else { continue }
      for mismatch in mismatches {
        Issue.record("\(result.title): \(mismatch.what): expected \(mismatch.expected), got \(mismatch.actual)")
      }
    }
  }
}
