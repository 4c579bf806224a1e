import DecisionEngine
import DecisionModel
import DecisionOracle
import Diagnostics
import PlaybookAnalysis
import PlaybookPipeline
import PlaybookTesting
import Testing

/// Runs the cases of `Tests/Conformance` on the tree-walking engine.
@Suite("Conformance") struct ConformanceTests {
  @Test func `there are at least a thousand cases`() throws {
    let inPlaybooks = try ConformanceFiles.playbooks.reduce(0) { $0 + (try cases(in: $1)) }
    let asData = try ConformanceFiles.decisions.reduce(0) {
      $0 + (try ConformanceFiles.lines("\($1)/comments.ndjson").count)
    }
    print(
      "conformance: \(inPlaybooks) cases in \(ConformanceFiles.playbooks.count) playbooks, \(asData) decisions as data")
    #expect(inPlaybooks + asData >= 1000)
  }

  @Test(arguments: ConformanceFiles.playbooks, WhoDecides.allCases)
  func `every example, test and story holds`(_ name: String, _ who: WhoDecides) throws {
    let analysis = try checkPlaybook(at: PlaybookPath(ConformanceFiles.path(name)))
    #expect(analysis.findings.filter { $0.severity == .error }.map(\.message) == [])
    let results = try testPlaybook(analysis, by: who.decider)
    let count = TestCount(results)
    #expect(count.passed > 0)
    for result in results {
      guard case .failed(let mismatches) = result.outcome else { continue }
      for mismatch in mismatches {
        Issue.record(
          "\(name): \(result.title): \(mismatch.what): expected \(mismatch.expected), got \(mismatch.actual), at \(analysis.files.location(of: mismatch.span))"
        )
      }
    }
  }

  @Test(arguments: ConformanceFiles.decisions, WhoDecides.allCases)
  func `every decision comes out byte for byte`(_ name: String, _ who: WhoDecides) throws {
    let analysis = try checkPlaybook(at: PlaybookPath(ConformanceFiles.path(name)))
    let compiled = try compilePlaybook(analysis)
    let engine = try who.decider(compiled)
    let comments = try ConformanceFiles.lines("\(name)/comments.ndjson")
    let expected = try ConformanceFiles.lines("\(name)/decisions.ndjson")
    #expect(comments.count == expected.count)
    for (index, (comment, line)) in zip(comments, expected).enumerated() {
      let decision = engine.decide(line: comment, now: Instant(seconds: 0)).decision
      #expect(
        line.admits(decision.json, digest: compiled.digest),
        "\(name), line \(index + 1): got \(String(decoding: decision.json, as: UTF8.self))")
    }
  }

  /// Tests, and steps of stories that expect something.
  private func cases(in name: String) throws -> Int {
    let analysis = try checkPlaybook(at: PlaybookPath(ConformanceFiles.path(name)))
    return analysis.playbook?.caseCount ?? 0
  }
}

extension [UInt8] {
  /// Whether a decision is what the line expects, apart from what its marks stand for (see `Tests/Conformance/README.md`).
  fileprivate func admits(_ decision: [UInt8], digest: String) -> Bool {
    let line = String(decoding: self, as: UTF8.self)
    let written = String(decoding: decision, as: UTF8.self)
    if line == #"{"stance":"hold","trouble":"…"}"# {
      let json = try? JSONValue(parsing: decision)
      return json?["stance"]?.text == "hold" && json?["trouble"]?.text?.isEmpty == false
    }
    guard let summary = (try? JSONValue(parsing: decision))?["summary"]?.string, !summary.isEmpty else { return false }
    var shown = JSONWriter()
    shown.string(summary)
    let filled = line.replacing(#""digest":"sha256:…""#, with: #""digest":"\#(digest)""#)
      .replacing(#""summary":"…""#, with: #""summary":\#(shown.text)"#)
    return filled.utf8.elementsEqual(written.utf8)
  }
}
