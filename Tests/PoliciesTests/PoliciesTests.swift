import DecisionEngine
import DecisionModel
import DecisionOracle
import Diagnostics
import Foundation
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline
import PlaybookTesting
import Testing

/// Real policies, written as playbooks in `Tests/Policies`, and what of them can be executed.
@Suite("Policies") struct PoliciesTests {
  @Test(arguments: PolicyPlaybook.names) func `every playbook is sound and its tests pass`(_ name: String) throws {
    let playbook = try PolicyPlaybook(name)
    #expect(playbook.analysis.findings.map(\.message) == [])
    #expect(playbook.results.filter { !$0.hasPassed }.map(\.title) == [])
    #expect(!playbook.results.isEmpty)
  }

  @Test func `every fact has one mark and stands among the practices of its playbook`() throws {
    let marked = Dictionary(grouping: markedFacts, by: \.playbook)
    for name in PolicyPlaybook.names {
      let practices = try PolicyPlaybook(name).analysis.playbook?.practices.map(\.definition.name) ?? []
      #expect(practices.sorted() == (marked[name] ?? []).map(\.id).sorted(), "\(name)")
    }
    #expect(markedFacts.count == 44)
    #expect(Set(markedFacts.map(\.id)).count == 44)
  }

  @Test func `at least thirty facts are executable`() {
    var counts = (executable: 0, prose: 0, not: 0)
    for fact in markedFacts {
      switch fact.mark {
      case .executable: counts.executable += 1
      case .proseOnly: counts.prose += 1
      case .notExpressible: counts.not += 1
      }
    }
    let inPart = markedFacts.count { $0.rest != nil }
    print(
      "policies: of \(markedFacts.count) facts \(counts.executable) executable (\(inPart) of them in part), \(counts.prose) prose only, \(counts.not) not expressible"
    )
    #expect(counts.executable >= 30)
  }

  @Test func `the questions of a chart are asked in its order`() throws {
    let engine = try compilePlaybook(try PolicyPlaybook("air-force-response").analysis).oracle()
    let decision = engine.decide(line: Array(#"{"text": "The wing flew at night"}"#.utf8), now: Instant(seconds: 0))
      .decision
    let asked = ["balanced", "bashes", "rants", "mistaken", "let_down"].map { "posting.\($0)" }
    #expect(decision.ask.map(\.fact) == asked)
    #expect(decision.summary.contains("Is the posting positive or balanced?"))
  }

  @Test(arguments: markedFacts) func `the mark is true`(_ fact: MarkedFact) throws {
    try verify(fact.mark, of: fact)
    if let rest = fact.rest { try verify(rest, of: fact) }
  }

  private func verify(_ mark: Mark, of fact: MarkedFact) throws {
    switch mark {
    case .executable(let words, let otherwise): try verifyExecutable(fact, words, otherwise)
    case .proseOnly(let sentence):
      let analysis = try PolicyPlaybook(fact.playbook).analysis
      let documents = try publishPlaybook(analysis).map { $0.text.split { $0.isWhitespace }.joined(separator: " ") }
      #expect(documents.contains { $0.contains(sentence) }, "no document of \(fact.playbook) says: \(sentence)")
    case .notExpressible(let probe): try verifyNotExpressible(probe)
    }
  }

  private func verifyExecutable(_ fact: MarkedFact, _ words: String, _ otherwise: String) throws {
    let covering = try PolicyPlaybook(fact.playbook).covering(fact.id)
    #expect(!covering.isEmpty, "nothing covers it")
    #expect(covering.filter { !$0.hasPassed }.map(\.title) == [])

    let text = try PolicyPlaybook.text(fact.playbook)
    #expect(text.contains(words), "the playbook does not say: \(words)")
    let changed = try PolicyPlaybook(fact.playbook, text: text.replacing(words, with: otherwise))
    #expect(changed.errors == [], "so changed it is no playbook")
    let failed = changed.covering(fact.id).filter { !$0.hasPassed }
    #expect(
      !failed.isEmpty, "whether the playbook says `\(words)` or `\(otherwise)` makes no difference to what covers it")
  }

  /// The playbook is sound without the probe, and with it has the finding that refuses it.
  private func verifyNotExpressible(_ probe: Probe) throws {
    let frame = "decorum: 1\nplaybook: probe\ncategories: [{category: other, when: otherwise}]\n"
    let (alone, probed) = (try errors(in: frame), try errors(in: frame + probe.yaml))
    #expect(alone == [])
    #expect(probed == [probe.finding])
  }

  private func errors(in text: String) throws -> [String] {
    let file = InMemoryFile("probe.yaml", text)
    let findings = try checkPlaybook(file.path, in: [file]).findings
    return findings.filter { $0.severity == .error }.map(\.name.description)
  }
}
