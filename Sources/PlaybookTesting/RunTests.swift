public import DecisionEngine
public import DecisionModel
import DecisionOracle
public import PlaybookModel
import ReplyReview

/// Runs every example, counterexample, test and story of a playbook, in the order of the document.
///
/// - Parameter decider: what decides about comments; the oracle where none is given.
/// - Throws: where the program cannot be prepared, which a playbook without errors never causes.
public func runTests(
  of playbook: Playbook, compiledTo program: DecisionProgram, by decider: (any CommentDecider)? = nil
) throws -> [TestResult] {
  let bench = try PlaybookBench(program, decider)
  return try bench.examples(of: playbook) + playbook.tests.map(bench.run)
}

/// Runs the examples and counterexamples alone, in the same order.
///
/// - Throws: as ``runTests(of:compiledTo:)`` does.
public func runExamples(of playbook: Playbook, compiledTo program: DecisionProgram) throws -> [TestResult] {
  try PlaybookBench(program).examples(of: playbook)
}

/// What decides, with the clock of a playbook's tests.
struct TestBench {
  let program: DecisionProgram
  let decider: any CommentDecider

  init(_ oracle: Oracle, _ decider: (any CommentDecider)?) {
    program = oracle.program
    self.decider = decider ?? oracle
  }

  /// When a test happens that gives no instant: noon of the day from which the playbook holds, else of 2026-01-01 in UTC.
  var now: Instant { program.effectiveNoon ?? Self.usualNow }

  static let usualNow = Instant(seconds: 1_767_268_800)

  func decide(_ comment: TestComment) -> Decision { decider.decide(json: comment.json, now: now) }

  /// The instant from which the deadlines of a comment count.
  func posted(_ comment: TestComment) -> Instant {
    let given = comment.json["post"]?["at"]?.string ?? comment.json["now"]?.string
    return given.flatMap { WrittenTime($0)?.instant(in: program.zone) } ?? now
  }
}

/// All that the examples and tests of a playbook are run on.
struct PlaybookBench {
  let bench: TestBench
  let reviewer: Reviewer
  let watching: Watching

  init(_ program: DecisionProgram, _ decider: (any CommentDecider)? = nil) throws {
    let oracle = try Oracle(program, digest: "sha256:tests")
    bench = TestBench(oracle, decider)
    reviewer = try Reviewer(oracle)
    watching = try Watching(program)
  }

  // MARK: Examples

  func examples(of playbook: Playbook) throws -> [TestResult] {
    let definitions = try DefinitionBench(playbook, program: bench.program)
    return definitions.results + playbook.standards.flatMap(examples) + playbook.categories.flatMap(examples)
  }

  private func examples(of category: Category) -> [TestResult] {
    let name = category.definition.name
    let positive = category.examples.positive.map { example in
      result(of: example, kind: .example) { decision in
        decision.category == name
          ? [] : [Mismatch(what: "category", expected: name, actual: decision.category ?? "none", span: example.span)]
      }
    }
    let negative = category.examples.negative.map { example in
      result(of: example, kind: .counterexample) { decision in
        decision.category != name
          ? [] : [Mismatch(what: "category", expected: "another than \(name)", actual: name, span: example.span)]
      }
    }
    return positive + negative
  }

  private func result(
    of example: Example, kind: TestResult.Kind, _ compare: (Decision) -> [Mismatch]
  ) -> TestResult {
    let decision = bench.decide(example.comment)
    let mismatches = bench.trouble(decision, at: example.span) ?? compare(decision)
    return TestResult(kind, of: example, mismatches)
  }

  // MARK: Tests

  func run(_ test: PlaybookTest) -> TestResult {
    switch test.subject {
    case .comment(let comment, let expectation):
      let mismatches = bench.mismatches(
        of: bench.decide(comment), with: expectation, postedAt: bench.posted(comment))
      return result(test, .test, mismatches)
    case .draft(let draft, let expectation): return result(test, .test, mismatches(of: draft, with: expectation))
    case .entry(let entry, let expectation):
      return result(test, .test, mismatches(of: watching.watches(finding: entry), with: expectation))
    case .story(let steps):
      var story = Story(bench: bench)
      return result(test, .story, steps.flatMap { story.play($0) })
    }
  }

  private func result(_ test: PlaybookTest, _ kind: TestResult.Kind, _ mismatches: [Mismatch]) -> TestResult {
    TestResult(
      kind: kind, title: test.title, span: test.span, outcome: mismatches.isEmpty ? .passed : .failed(mismatches),
      covers: test.covers)
  }
}
