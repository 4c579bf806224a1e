import DecisionEngine
import DecisionModel
import DecisionOracle
import Diagnostics
import PlaybookAnalysis
import PlaybookPipeline
import TestSupport
import Testing

/// Whatever stands in a playbook, it ends in findings or in decisions.
@Suite struct HostilePlaybookTests {
  @Test(arguments: Shipped.files)
  func `a shipped file of which bytes were changed ends in findings or a decision`(file: String) throws {
    try mutate([try Shipped.bytes(of: file)], "mutants of \(file)", count: 30)
  }

  @Test func `random playbooks of which bytes were changed end in findings or a decision`() throws {
    var dice = Dice(seed: 17)
    let playbooks = (0..<40).map { _ in
      Array(RandomCase(&dice, comments: 0).playbook.yaml(dice.pick(PrintingStyle.all), dice.split()).utf8)
    }
    try mutate(playbooks, "mutants of random playbooks", count: 500)
  }

  @Test func `random playbooks with values of another kind end in findings or a decision`() throws {
    let first = propertySeed("values of another kind")
    for number in 0..<UInt64(400 * timesLonger) {
      var dice = Dice(seed: first &+ number)
      let playbook = RandomCase(&dice, comments: 0).playbook
      let yaml = (0..<dice.number(1...3)).reduce(playbook) { tree, _ in tree.distorted(&dice) }.yaml(
        .mixed, dice.split())
      let problem = unsoundness(of: Array(yaml.utf8))
      #expect(problem == nil, "DECORUM_SEED=\(first &+ number)\n\(yaml)")
      if problem != nil { return }
    }
  }

  @Test(.enabled(if: SharedData.isPresent, "the development data is absent"))
  func `the cases of the yaml-test-suite, as they are and changed, end in findings or a decision`() throws {
    let lines = try #require(SharedData.bytes(of: "yaml/yaml_test_suite.ndjson")).split(separator: 0x0A)
    let cases = try lines.compactMap { try JSONValue(parsing: Array($0))["in_yaml"]?.string }
    #expect(cases.count == 402)
    for bytes in cases { #expect(unsoundness(of: bytes) == nil, "\(String(decoding: bytes, as: UTF8.self))") }
    try mutate(cases, "mutants of the yaml-test-suite", count: 1_500)
  }

  @Test(.enabled(if: SharedData.isPresent, "the development data is absent"))
  func `the evil files, as they are and changed, end in findings or a decision`() throws {
    let files = try SharedData.files(in: "yaml/evil", withExtension: "yaml").map {
      try #require(SharedData.bytes(of: "yaml/evil/\($0)"))
    }
    #expect(files.count > 40)
    for bytes in files { #expect(unsoundness(of: bytes) == nil) }
    try mutate(files.filter { $0.count < 10_000 }, "mutants of the evil files", count: 500)
  }

  private func mutate(_ seeds: [[UInt8]], _ property: String, count: Int) throws {
    let first = propertySeed(property)
    for number in 0..<UInt64(count * timesLonger) {
      var dice = Dice(seed: first &+ number)
      var bytes = dice.pick(seeds)
      for _ in 0..<dice.number(1...4) { dice.mutate(&bytes, others: seeds) }
      let problem = unsoundness(of: bytes)
      #expect(problem == nil, "DECORUM_SEED=\(first &+ number)\n\(String(decoding: bytes, as: UTF8.self))")
      if problem != nil { return }
    }
  }
}

/// What the compiler does with a playbook that it may do with none; nil where there is nothing.
func unsoundness(of bytes: [UInt8]) -> String? {
  do {
    let analysis = try checkPlaybook("playbook.yaml", in: [InMemoryFile("playbook.yaml", bytes)])
    for finding in analysis.findings {
      if let problem = misplacement(of: finding, in: analysis.files) { return "\(finding.name): \(problem)" }
      if TerminalRenderer(files: analysis.files).render(finding).isEmpty { return "\(finding.name): prints nothing" }
    }
    guard !analysis.hasErrors else { return nil }
    guard analysis.playbook != nil else { return "there is neither a playbook nor an error" }
    let engine = try compilePlaybook(analysis).oracle()
    let decision = engine.decide(Comment(text: Array("you 1d10ts, I want a refund! 😡".utf8), now: noon))
    _ = try publishPlaybook(analysis)
    _ = try testPlaybook(analysis)
    return decision.category == nil ? "there is no category" : nil
  } catch {
    return "\(error)"
  }
}

private func misplacement(of finding: Diagnostic, in files: SourceFiles) -> String? {
  for span in [finding.span] + finding.related.map(\.span) + [finding.fix?.span].compactMap({ $0 }) {
    guard files.files.indices.contains(span.file.number) else { return "stands in no file" }
    guard 0 <= span.start, span.start <= span.end, span.end <= files[span.file].bytes.count else {
      return "stands at \(span.start)..<\(span.end) of \(files[span.file].bytes.count) bytes"
    }
  }
  return nil
}
