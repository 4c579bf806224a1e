import DecisionEngine
import DecisionModel
import DecisionOracle
import Foundation
import PlaybookPipeline
import Testing

/// What the fuzzer begins with, and what it ever broke something with, is kept and tried again.
@Suite struct CorpusTests {
  @Test func `every playbook of the fuzzer's corpus ends in findings or a decision`() throws {
    let files = Shipped.paths(in: "Fuzz/Corpus/bytes-to-findings")
    #expect(files.count > 50)
    for file in files { #expect(unsoundness(of: try Shipped.bytes(of: file)) == nil, "\(file)") }
  }

  @Test func `every text of the fuzzer's corpus gets a decision`() throws {
    let files = Shipped.paths(in: "Fuzz/Corpus/text-to-decision")
    #expect(files.count > 50)
    let playbook = PlaybookPath(Shipped.root.appending(path: "playbooks/harbour-coffee").path)
    let engine = try compilePlaybook(try checkPlaybook(at: playbook)).oracle()
    for file in files {
      let bytes = try Shipped.bytes(of: file)
      for decision in [engine.decide(line: bytes, now: noon).decision, engine.decide(Comment(text: bytes, now: noon))] {
        #expect(decision.category != nil || decision.trouble != nil, "\(file)")
        #expect(try JSONValue(parsing: decision.json).written.utf8.elementsEqual(decision.json), "\(file)")
      }
    }
  }
}
