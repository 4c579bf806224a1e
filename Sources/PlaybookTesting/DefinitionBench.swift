import DecisionEngine
import DecisionModel
import Diagnostics
import PlaybookModel

/// Runs the examples of signals and lexicons: on a program in which each of them is a category, so that a decision names
/// all that hold.
struct DefinitionBench {
  let results: [TestResult]

  init(_ playbook: Playbook, program: DecisionProgram) throws {
    let probes = playbook.lexicons.map(Probe.init) + playbook.signals.map(Probe.init)
    let examined = probes.filter { !$0.examples.positive.isEmpty || !$0.examples.negative.isEmpty }
    guard !examined.isEmpty else {
      results = []
      return
    }
    let bench = TestBench(engine: try Engine(program.probing(examined), digest: "sha256:tests"), program: program)
    results = examined.flatMap { probe in
      probe.examples.positive.map { bench.result(of: $0, holds: true, probe) }
        + probe.examples.negative.map { bench.result(of: $0, holds: false, probe) }
    }
  }
}

/// A definition whose examples show what it holds for.
private struct Probe {
  let title: String
  /// The name of the category that stands for it; no author can have given it.
  let category: String
  let condition: Condition
  let examples: Examples

  init(_ lexicon: Lexicon) {
    title = "lexicon \(lexicon.definition.name)"
    category = "lexicon \(lexicon.definition.name)"
    condition = .uses(lexicon.definition.name)
    examples = lexicon.examples
  }

  init(_ signal: Signal) {
    title = "signal \(signal.definition.name)"
    category = "signal \(signal.definition.name)"
    condition = .signal(signal.definition.name)
    examples = signal.examples
  }
}

extension DecisionProgram {
  fileprivate func probing(_ probes: [Probe]) -> DecisionProgram {
    var program = self
    let last = CategoryRule(
      name: "none", title: "None", place: ClausePlace(anchor: "none", section: "", at: ""), clause: nil, plan: nil,
      must: [],
      may: [], ladder: nil)
    program.categories =
      probes.map { probe in
        CategoryRule(
          name: probe.category, title: probe.title, place: ClausePlace(anchor: probe.category, section: "", at: ""),
          clause: Clause(when: probe.condition), plan: nil, must: [], may: [], ladder: nil)
      } + [last]
    program.escalations = []
    program.shadows = []
    return program
  }
}

extension TestBench {
  fileprivate func result(of example: Example, holds: Bool, _ probe: Probe) -> TestResult {
    let decision = decide(example.comment)
    let isHeld = ([decision.category].compactMap { $0 } + decision.also).contains(probe.category)
    let mismatch = Mismatch(
      what: probe.title, expected: holds ? "holds" : "does not hold", actual: isHeld ? "holds" : "does not hold",
      span: example.span)
    let mismatches = trouble(decision, at: example.span) ?? (isHeld == holds ? [] : [mismatch])
    return TestResult(
      kind: holds ? .example : .counterexample, title: example.comment.text, span: example.span,
      outcome: mismatches.isEmpty ? .passed : .failed(mismatches))
  }
}
