import Diagnostics
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline
import PlaybookTesting
import Testing

/// What tests have shown, on playbooks small enough to be known by heart.
@Suite("Coverage by tests") struct CoverageTests {
  static func analysis(_ text: String) throws -> Analysis {
    let text = "decorum: 1\nplaybook: small\n" + text + "\n"
    let analysis = try checkPlaybook("playbook.yaml", in: [InMemoryFile("playbook.yaml", text)], judging: false)
    let errors = analysis.findings.filter { $0.severity == .error }.map(\.message)
    try #require(errors == [])
    return analysis
  }

  /// What is not shown: `condition category.abuse text.says: fool: never true`.
  private func missing(_ text: String) throws -> [String] {
    try testCoverage(Self.analysis(text)).items.filter { !$0.isShown }.map { item in
      ([item.kind.rawValue, item.place] + [item.words].compactMap { $0 }).joined(separator: " ") + ": \(item.missing)"
    }
  }

  @Test func `a category and its condition are shown by one example that it takes, and one that it does not`() throws {
    let categories = """
      categories:
        - {category: refund, when: {text.says: refund}, examples: ["refund me"]}
        - {category: other, when: otherwise, examples: ["hello"]}
      """
    #expect(try missing(categories) == [])
    #expect(
      try missing(categories.replacing(#", examples: ["hello"]"#, with: "")) == [
        "category category.refund: never false", "category category.other: never true",
        "condition category.refund text.says: refund: never false",
      ])
  }

  @Test func `a condition is shown where it alone makes the difference`() throws {
    let both = """
      categories:
        - category: angry-refund
          when: {all: [{text.says: refund}, {text.says: angry}]}
          examples: ["an angry refund"]
          counterexamples: [EXAMPLES]
        - {category: other, when: otherwise}
      """
    // Where both are false, neither makes a difference.
    #expect(
      try missing(both.replacing("EXAMPLES", with: #""hello""#)) == [
        "condition category.angry-refund text.says: refund: never false",
        "condition category.angry-refund text.says: angry: never false",
      ])
    #expect(
      try missing(both.replacing("EXAMPLES", with: #""refund""#)) == [
        "condition category.angry-refund text.says: refund: never false"
      ])
    #expect(try missing(both.replacing("EXAMPLES", with: #""refund", "angry""#)) == [])
  }

  @Test func `what stands below the category that takes a comment is not looked at`() throws {
    #expect(
      try missing(
        """
        categories:
          - {category: refund, when: {text.says: refund}, examples: ["refund me"]}
          - {category: thanks, when: {text.says: thanks}, examples: ["thanks"], counterexamples: ["refund and thanks"]}
          - {category: other, when: otherwise}
        """) == [
          "category category.thanks: never false", "category category.other: never true",
          "condition category.thanks text.says: thanks: never false",
        ])
  }

  @Test func `an exception and the conditions of a signal are conditions like others`() throws {
    let playbook = """
      signals:
        loud: {when: {any: [{text.capitals: at least 60%}, {text.exclamations: at least 3}]}}
      categories:
        - category: shouting
          when: {signal: loud}
          unless: {text.says: goal}
          examples: ["WHAT IS THIS", "what!!!"]
          counterexamples: ["hello"]
        - {category: other, when: otherwise}
      """
    #expect(try missing(playbook) == ["condition category.shouting text.says: goal: never true"])
    #expect(try missing(playbook.replacing(#"["hello"]"#, with: #"["hello", "GOAL GOAL"]"#)) == [])
    #expect(
      try missing(playbook.replacing("\"WHAT IS THIS\", ", with: "")) == [
        "condition category.shouting text.says: goal: never true",
        "condition signal.loud text.capitals: at least 60%: never true",
      ])
  }

  @Test func `a term is shown where its condition fails without it`() throws {
    let playbook = """
      lexicons:
        insults: {terms: [idiot*, fool, clown]}
      categories:
        - {category: abuse, when: {text.uses: insults}, examples: [EXAMPLES]}
        - {category: refund, when: {text.says: [refund, my money]}, examples: ["refund me"]}
        - {category: other, when: otherwise, examples: ["hello"]}
      """
    let money = "term category.refund my money: never found alone"
    #expect(
      try missing(playbook.replacing("EXAMPLES", with: #""you fool of a clown", "idiots""#)) == [
        "term lexicon.insults fool: never found alone", "term lexicon.insults clown: never found alone", money,
      ])
    #expect(try missing(playbook.replacing("EXAMPLES", with: #""fool", "clown", "idiot""#)) == [money])
    // Examples of the word list itself count, too.
    let own = playbook.replacing("clown]}", with: #"clown], examples: ["fool", "clown"]}"#).replacing(
      "EXAMPLES", with: #""idiot""#)
    #expect(try missing(own) == [money])
  }

  @Test func `rungs, escalations and standards are shown taken and not taken`() throws {
    let playbook = """
      teams: {legal: {title: Legal}}
      ladders:
        conduct: {forget_after: 90 days, rungs: [{rung: warning, strikes: 1, do: [warn]}, {rung: block, strikes: 2, do: [{block: {for: 7 days}}]}]}
      standards:
        polite: {avoid: {text.says: fool}, examples: ["you fool"], counterexamples: ["thank you"]}
        brief: {avoid: {text.says: at length}, examples: ["at length"]}
      categories:
        - {category: abuse, when: {text.says: fool}, ladder: conduct, examples: ["fool"]}
        - {category: other, when: otherwise, examples: ["hello"]}
      escalations:
        - {escalation: lawyer, when: {text.says: lawyer}, to: legal}
      """
    let rungs = ["rung ladder.conduct.warning: never false", "rung ladder.conduct.block: never true"]
    let lawyer = [
      "escalation escalation.lawyer: never true", "condition escalation.lawyer text.says: lawyer: never true",
    ]
    #expect(try missing(playbook) == lawyer + rungs + ["standard standard.brief: never false"])
    let tests = """

      tests:
        - {test: again, comment: {text: a fool of a lawyer, author: {id: mia}, history: {conduct: 1}}, expect: {ladders: {conduct: block}}}
      """
    #expect(try missing(playbook + tests) == ["standard standard.brief: never false"])
  }

  @Test func `what comes with the library is shown by the library`() throws {
    let coverage = try testCoverage(
      Self.analysis(
        """
        imports: [std/insults]
        categories:
          - {category: abuse, when: {text.uses: insults}}
          - {category: other, when: otherwise}
        """))
    #expect(coverage.items.map(\.place) == ["category.abuse", "category.other", "category.abuse"])
    #expect(coverage.share == 0)
  }
}
