import DecisionModel
import DecisionOracle
import Diagnostics
import PlaybookModel

/// Runs the examples of signals and lexicons: on a program in which each of them is a category, so that a decision names all
/// that hold.
struct DefinitionBench {
  let results: [TestResult]

  init(_ playbook: Playbook, program: DecisionProgram) throws {
    let examined = Probe.withExamples(in: playbook)
    guard !examined.isEmpty else {
      results = []
      return
    }
    let bench = try ConditionBench(examined.map { ($0.title, $0.condition) }, program: program)
    results = examined.flatMap { probe in
      probe.examples.positive.map { bench.result(of: $0, holds: true, probe) }
        + probe.examples.negative.map { bench.result(of: $0, holds: false, probe) }
    }
  }
}

/// The comments that are examples of word lists and signals, each with the category that stands for its definition.
struct DefinitionExamples {
  let oracle: Oracle
  let comments: [(comment: Comment, title: String)]

  /// Nil where no definition has an example.
  init?(_ playbook: Playbook, _ program: DecisionProgram) throws {
    let probes = Probe.withExamples(in: playbook)
    guard !probes.isEmpty else { return nil }
    let bench = try ConditionBench(probes.map { ($0.title, $0.condition) }, program: program)
    oracle = bench.oracle
    comments = probes.flatMap { probe in
      (probe.examples.positive + probe.examples.negative).compactMap { example in
        (try? bench.oracle.comment(example.comment.json, now: bench.bench.now)).map { ($0, probe.title) }
      }
    }
  }
}

/// Conditions judged by the engine: on a program in which each of them is a category.
private struct ConditionBench {
  let oracle: Oracle
  let bench: TestBench

  /// - Parameters:
  ///   - conditions: conditions with names that no author can have given to a category.
  ///   - program: the program whose lexicons and signals they name.
  /// - Throws: where the program cannot be prepared, which a playbook without errors never causes.
  init(_ conditions: [(name: String, condition: Condition)], program: DecisionProgram) throws {
    oracle = try Oracle(program.probing(conditions), digest: "sha256:tests")
    bench = TestBench(oracle, nil)
  }

  func holding(in decision: Decision) -> Set<String> {
    Set([decision.category].compactMap { $0 } + decision.also)
  }
}

/// A definition whose examples show what it holds for.
private struct Probe {
  /// The name of the category that stands for it; no author can have given it.
  let title: String
  let condition: Condition
  let examples: Examples

  /// The definitions that have examples.
  static func withExamples(in playbook: Playbook) -> [Probe] {
    (playbook.lexicons.map(Probe.init) + playbook.signals.map(Probe.init)).filter {
      !$0.examples.positive.isEmpty || !$0.examples.negative.isEmpty
    }
  }

  init(_ lexicon: Lexicon) {
    title = "lexicon \(lexicon.definition.name)"
    condition = .uses(lexicon.definition.name)
    examples = lexicon.examples
  }

  init(_ signal: Signal) {
    title = "signal \(signal.definition.name)"
    condition = .signal(signal.definition.name)
    examples = signal.examples
  }
}

extension DecisionProgram {
  fileprivate func probing(_ probes: [(name: String, condition: Condition)]) -> DecisionProgram {
    var program = self
    let last = CategoryRule(
      name: "none", title: "None", place: ClausePlace(anchor: "none", section: "", at: ""), clause: nil, plan: nil,
      must: [],
      may: [], ladder: nil)
    let (ladders, categories) = (self.ladders.map(\.name), self.categories.map(\.name))
    program.categories =
      probes.map { probe in
        CategoryRule(
          name: probe.name, title: probe.name, place: ClausePlace(anchor: probe.name, section: "", at: ""),
          clause: Clause(when: probe.condition.taking(ladders: ladders, categories: categories)), plan: nil, must: [],
          may: [], ladder: nil)
      } + [last]
    program.escalations = []
    program.shadows = []
    program.standards = []
    return program
  }
}

extension ConditionBench {
  fileprivate func result(of example: Example, holds: Bool, _ probe: Probe) -> TestResult {
    let decision = bench.decide(example.comment)
    let isHeld = holding(in: decision).contains(probe.title)
    let mismatch = Mismatch(
      what: probe.title, expected: holds ? "holds" : "does not hold", actual: isHeld ? "holds" : "does not hold",
      span: example.span)
    let mismatches = bench.trouble(decision, at: example.span) ?? (isHeld == holds ? [] : [mismatch])
    return TestResult(holds ? .example : .counterexample, of: example, mismatches)
  }
}
