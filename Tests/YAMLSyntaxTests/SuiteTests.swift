import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLSyntax

/// A case of the yaml-test-suite (data-2022-01-17, MIT).
private struct SuiteCase: Decodable {
  let id: String
  let error: Bool
  let in_yaml: String
  let events: String

  /// The events without those of stream and document, and without the mark of a flow collection.
  var treeEvents: [String] {
    events.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("+STR") && !$0.hasPrefix("-STR") }
      .filter { !$0.hasPrefix("+DOC") && !$0.hasPrefix("-DOC") }
      .map { $0 == "+SEQ []" ? "+SEQ" : $0 == "+MAP {}" ? "+MAP" : $0 }
  }

  static func all() throws -> [SuiteCase] {
    let bytes = try #require(SharedData.bytes(of: "yaml/yaml_test_suite.ndjson"))
    return try bytes.split(separator: 0x0A).map { try JSONDecoder().decode(SuiteCase.self, from: Data($0)) }
  }
}

@Suite(.enabled(if: SharedData.isPresent, "skipped: ../shared/data is absent"))
struct SuiteTests {
  @Test func `every case of the suite is read as it says or refused`() throws {
    let cases = try SuiteCase.all()
    var (read, refused, misread) = (0, 0, [String]())
    for suiteCase in cases {
      let reading = Reading(suiteCase.in_yaml)
      if reading.hasErrors {
        refused += 1
      } else if !suiteCase.error && reading.events == suiteCase.treeEvents {
        read += 1
      } else {
        misread.append(suiteCase.id)
      }
    }
    print("yaml-test-suite: \(read) read, \(refused) refused, \(misread.count) misread")
    #expect(cases.count == 402)
    #expect(misread == [])
    // Refusing is not the easy way out: what needs nothing beyond the subset is read.
    #expect(read >= 130)
  }

  @Test func `every refusal has a place in the file`() throws {
    for suiteCase in try SuiteCase.all() {
      let reading = Reading(suiteCase.in_yaml)
      for finding in reading.findings { #expect(finding.span.end <= reading.file.bytes.count, "\(suiteCase.id)") }
    }
  }

  @Test func `every node of a valid case is what its span says`() throws {
    for suiteCase in try SuiteCase.all() where !suiteCase.error {
      let reading = Reading(suiteCase.in_yaml)
      guard !reading.hasErrors, let tree = reading.tree else { continue }
      #expect(nodesThatReadOtherwise(in: tree, of: reading.file) == [], "\(suiteCase.id)")
    }
  }
}
