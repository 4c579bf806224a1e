import DecisionModel
import PlaybookAnalysis
import PlaybookPipeline
import PlaybookTesting
import Testing

/// Mutants of playbooks small enough to be known by heart.
@Suite("Mutants of playbooks") struct MutantTests {
  private static let playbook = """
    lexicons:
      insults: {terms: [idiot*, fool]}
    ladders:
      conduct: {forget_after: 90 days, rungs: [{rung: warning, strikes: 1, do: [warn]}, {rung: block, strikes: 3, do: [{block: {for: 7 days}}]}]}
    categories:
      - {category: abuse, when: {text.uses: insults}, ladder: conduct, examples: ["you fool"], counterexamples: ["hello"]}
      - {category: refund, when: {all: [{text.says: refund}, {text.words: at least 2}]}, examples: ["refund me"]}
      - {category: late, when: {case.unanswered_for: at least 4 hours}}
      - {category: other, when: otherwise, examples: ["thanks"]}
    """

  private static func trial(_ text: String) throws -> (trial: MutantTrial, mutants: [Mutant]) {
    let analysis = try CoverageTests.analysis(text)
    let playbook = try #require(analysis.playbook)
    let program = try compilePlaybook(analysis).program
    return (try MutantTrial(playbook, compiledTo: program), mutants(of: playbook, compiledTo: program))
  }

  /// `lexicon.insults without the term “fool”`
  private static func unnoticed(_ text: String) throws -> [(words: String, comment: TellingComment?)] {
    let (trial, mutants) = try trial(text)
    return try mutants.compactMap { mutant in
      guard case .unnoticed(let comment) = try trial.judge(mutant) else { return nil }
      return ("\(mutant.place) \(mutant.words)", comment)
    }
  }

  @Test func `the mutants are those that a slip of the pen would make`() throws {
    let mutants = try Self.trial(Self.playbook).mutants.map { "\($0.place) \($0.words)" }
    #expect(
      mutants == [
        "category.abuse after refund, not before it", "category.refund after late, not before it",
        "category.abuse `not` before text.uses: insults",
        "category.refund `not` before text.says: refund", "category.refund `not` before text.words: at least 2",
        "category.refund text.words: at least 3, not text.words: at least 2",
        "category.refund text.words: at least 1, not text.words: at least 2",
        "category.late `not` before case.unanswered_for: at least 4 hours",
        "category.late case.unanswered_for: at least 241 minutes, not case.unanswered_for: at least 4 hours",
        "category.late case.unanswered_for: at least 239 minutes, not case.unanswered_for: at least 4 hours",
        "lexicon.insults without the term “idiot*”", "lexicon.insults without the term “fool”",
        "ladder.conduct.warning without the rung", "ladder.conduct.warning at 2 strikes",
        "ladder.conduct.block without the rung", "ladder.conduct.block at 4 strikes",
        "ladder.conduct.block at 2 strikes",
      ])
  }

  @Test func `those that no test notices are told, each with a comment that tells it apart`() throws {
    let unnoticed = try Self.unnoticed(Self.playbook)
    #expect(
      unnoticed.map(\.words) == [
        "category.abuse after refund, not before it", "category.refund after late, not before it",
        "category.refund text.words: at least 1, not text.words: at least 2",
        "category.late `not` before case.unanswered_for: at least 4 hours",
        "category.late case.unanswered_for: at least 241 minutes, not case.unanswered_for: at least 4 hours",
        "category.late case.unanswered_for: at least 239 minutes, not case.unanswered_for: at least 4 hours",
        "lexicon.insults without the term “idiot*”", "ladder.conduct.warning without the rung",
        "ladder.conduct.warning at 2 strikes", "ladder.conduct.block without the rung",
        "ladder.conduct.block at 4 strikes", "ladder.conduct.block at 2 strikes",
      ])
    for (words, comment) in unnoticed { #expect(comment != nil, "\(words)") }
  }

  @Test func `with the tests pasted every one is noticed`() throws {
    let tests = try Self.unnoticed(Self.playbook).compactMap(\.comment?.test)
    let whole =
      Self.playbook + "\ntests:\n" + tests.map { "  " + $0.replacing("\n", with: "\n  ") }.joined(separator: "\n")
    let results = try testPlaybook(try CoverageTests.analysis(whole))
    #expect(results.filter { !$0.isPassed }.map(\.title) == [])
    let left = try Self.unnoticed(whole).map(\.words)
    #expect(left == [])
  }

  @Test func `where nothing tells a mutant apart none is made up`() throws {
    // Whoever says `fool` says `fool*`, too.
    let unnoticed = try Self.unnoticed(
      """
      lexicons:
        insults: {terms: [fool*, fool]}
      categories:
        - {category: abuse, when: {any: [{text.uses: insults}, {text.says: fool}]}, examples: ["you fool", "foolish"]}
        - {category: other, when: otherwise, examples: ["thanks"]}
      """)
    let dropped = unnoticed.first { $0.words.hasPrefix("category.abuse `not` before text.says") }
    #expect(dropped == nil, "`not` before it is noticed by the last category's example")
    #expect(unnoticed.map(\.words).contains("lexicon.insults without the term “fool”"))
  }
}
