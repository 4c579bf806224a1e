import Diagnostics
import PlaybookAnalysis
import PlaybookModel
import PlaybookPipeline
import PlaybookTesting
import Testing

/// Tests of tests: what passes, what fails and how it is told.
@Suite("Tests of playbooks") struct RunTestsTests {
  @Test func `examples and counterexamples are run against their category`() throws {
    let results = try results(
      """
      categories:
        - category: refund
          examples: ["refund me", "hello"]
          counterexamples: ["good morning", "my refund"]
          when: {text.says: refund}
        - {category: other, when: otherwise}
      """)
    #expect(
      results.map(summary) == ["example passed", "example failed", "counterexample passed", "counterexample failed"])
    #expect(mismatches(results[1]) == ["category: refund, other"])
    #expect(mismatches(results[3]) == ["category: another than refund, refund"])
  }

  @Test func `examples of signals and lexicons hold or do not hold by themselves`() throws {
    let results = try results(
      """
      lexicons:
        thanks: {terms: [thank*], examples: ["thank you", "no"], counterexamples: ["hello"]}
      signals:
        grateful: {when: {text.uses: thanks}, unless: {text.says: no}, examples: ["thanks"], counterexamples: ["no thanks"]}
      categories:
        - {category: praise, when: {signal: grateful}}
        - {category: other, when: otherwise}
      """)
    #expect(
      results.map(summary) == [
        "example passed", "example failed", "counterexample passed", "example passed", "counterexample passed",
      ])
    #expect(mismatches(results[1]) == ["lexicon thanks: holds, does not hold"])
  }

  @Test func `examples of standards are drafts that break them, and ask nothing of ladders that are drafts`() throws {
    let results = try results(
      """
      ladders: {conduct: {status: draft, rungs: [{rung: warn, strikes: 1}]}}
      standards:
        polite: {avoid: {text.says: fool}, examples: ["you fool", "you"], counterexamples: ["thank you"]}
        patient: {avoid: {history.conduct: at least 2}, counterexamples: [{text: x, history: {conduct: 2}}]}
      categories:
        - {category: other, when: otherwise, ladder: conduct}
      """)
    #expect(
      results.map(summary) == ["counterexample passed", "example passed", "example failed", "counterexample passed"])
    #expect(mismatches(results[2]) == ["standard polite: is broken, is not broken"])
  }

  @Test(
    arguments: [
      ("category: refund", []), ("category: other", ["category: other, refund"]),
      ("stance: respond", []), ("stance: hold", ["stance: hold, respond"]),
      ("actions: [capture, reply]", []), ("actions: [reply, capture]", []),
      ("actions: reply", ["actions: reply, capture, reply"]),
      ("actions: none", ["actions: none, capture, reply"]), ("may: none", []), ("also: none", []),
      ("escalations: loud", []), ("escalations: none", ["escalations: none, loud"]),
      ("steps: [thank, solve]", []), ("steps: [thank]", ["steps: thank, thank, solve"]),
      ("reply: {plan: put-right, owner: care, in: public, due: 60 minutes, held_by: none}", []),
      ("reply: {due: 2026-06-01 13:00}", []),
      ("reply: {due: 2 hours}", ["reply due: 2026-06-01T14:00:00Z, 2026-06-01T13:00:00Z"]),
      ("reply: none", ["reply: none, put-right"]), ("reply: {owner: boss}", ["reply owner: boss, care"]),
      ("assumed: [author.followers]", []), ("assumed: none", ["assumed: none, author.followers"]),
      ("found: {money: [refund*]}", []), ("found: {money: none}", ["found money: none, refund*"]),
      ("ladders: {conduct: watch}", ["ladders conduct: watch, none"]), ("ladders: {conduct: none}", []),
    ] as [(String, [String])])
  func `an expectation compares what it names and nothing else`(_ expectation: String, _ expected: [String]) throws {
    let results = try results(
      """
      effective: 2026-06-01
      teams: {care: {title: Care}, boss: {title: Boss}}
      lexicons: {money: [refund*]}
      ladders: {conduct: {rungs: [{rung: watch, strikes: 1, do: [monitor]}]}}
      categories:
        - {category: bad, when: {text.says: idiot}, ladder: conduct}
        - {category: refund, when: {text.uses: money}, respond: put-right, do: [capture]}
        - {category: other, when: otherwise}
      responses:
        put-right: {owner: care, reply: {within: 60 minutes, in: public}, steps: [{step: thank}, {step: solve}]}
      escalations:
        - {escalation: loud, when: [{text.uses: money}, {author.followers: at least 10k}], do: [capture]}
        - {escalation: famous, when: {author.followers: at least 10k}, to: boss}
      tests:
        - test: a refund
          comment: refunds please
          expect: {\(expectation)}
      """)
    #expect(results.map(mismatches) == [expected])
  }

  @Test func `a story keeps strikes, forgets them and counts what was done`() throws {
    let results = try results(
      """
      ladders:
        conduct:
          forget_after: 10 days
          rungs: [{rung: watch, strikes: 1, do: [monitor]}, {rung: warn, strikes: 2, do: [warn]}, {rung: block, strikes: 3, needs: warn, do: [block]}]
      categories:
        - {category: bad, when: {text.says: idiot}, ladder: conduct}
        - {category: other, when: otherwise}
      tests:
        - story: a troll
          steps:
            - {at: 2026-06-01 10:00, by: ann, comment: idiot, expect: {ladders: {conduct: watch}}}
            - {at: 2026-06-01 10:00, by: bob, comment: idiot, expect: {ladders: {conduct: watch}}}
            - {at: 2026-06-01 11:00, by: ann, comment: idiot, expect: {ladders: {conduct: warn}}}
            - {at: 2026-06-01 12:00, by: ann, comment: idiot, expect: {ladders: {conduct: warn}}}
            - {at: 2026-06-01 13:00, by: ann, done: warn}
            - {at: 2026-06-01 14:00, by: ann, comment: idiot, expect: {ladders: {conduct: block}}}
            - {at: 2026-06-01 15:00, by: ann, event: pardon}
            - {at: 2026-06-01 16:00, by: ann, comment: idiot, expect: {ladders: {conduct: watch}}}
            - {at: 2026-06-11 15:59, by: ann, comment: idiot, expect: {ladders: {conduct: warn}}}
            - {at: 2026-06-21 15:59, by: ann, comment: idiot, expect: {ladders: {conduct: block}}}
      """)
    #expect(results.map(mismatches) == [["ladders conduct: block, watch"]])
  }

  @Test func `a draft is reviewed and an entry is looked through, and what comes out otherwise is told`() throws {
    let results = try results(
      """
      lexicons: {thanks: [thank you]}
      response_steps: {thank: {shown_by: thanks}}
      standards: {polite: {avoid: {text.says: fool}, every_plan: yes}}
      responses: {plain: {steps: [{step: thank}]}}
      watch: {us: {terms: [corner bakery], feeds: ["https://a.example"]}, cake: {terms: [cake], feeds: ["https://a.example"]}}
      categories: [{category: other, when: otherwise, respond: plain}]
      tests:
        - {test: good, draft: Thank you, plan: plain, expect: {passes: yes, lacks: none, breaks: none}}
        - {test: bad, draft: "You fool [name]", plan: plain, expect: {passes: yes, lacks: none, breaks: none}}
        - {test: too good, draft: Thank you, plan: plain, expect: {passes: no, lacks: [thank], breaks: [polite]}}
        - {test: found, entry: {title: Corner Bakery, summary: cake}, expect: {watch: [cake, us]}}
        - {test: not found, entry: A cake, expect: {watch: [us]}}
        - {test: found and not wanted, entry: A cake, expect: {watch: none}}
      """)
    #expect(
      results.map(mismatches) == [
        [],
        [
          "breaks: none, polite", "lacks: none, thank",
          "passes: yes, no: The step “Thank” is missing. This breaks the standard “Polite”. A blank is not filled in: [name]",
        ], ["breaks: polite, none", "lacks: thank, none", "passes: no, yes"], [], ["watch: us, cake"],
        ["watch: none, cake"],
      ])
  }

  @Test func `that no ladder counts a comment can be expected`() throws {
    let results = try results(
      """
      ladders: {conduct: {rungs: [{rung: warn, strikes: 1, do: [warn]}]}}
      categories:
        - {category: insult, when: {text.says: idiot}, ladder: conduct}
        - {category: other, when: otherwise}
      tests:
        - {test: none does, comment: hello, expect: {ladders: none}}
        - {test: one does, comment: idiot, expect: {ladders: none}}
      """)
    #expect(results.map(mismatches) == [[], ["ladders: none, conduct"]])
  }

  @Test func `a practice is shown by what cites it and passes`() throws {
    let analysis = try analyse(
      "playbook.yaml",
      with: FileReader { path throws(FileReader.Trouble) in
        Array(
          """
          decorum: 1
          playbook: small
          practices: {P1: shown by an example, P2: cited by what fails, P3: shown by a story}
          categories:
            - {category: refund, when: {text.says: refund}, examples: [{text: refund, covers: [P1]}]}
            - {category: other, when: otherwise}
          tests:
            - {test: fails, comment: refund, covers: P2, expect: {category: other}}
            - {story: told, covers: [P3], steps: [{at: 2026-01-01, by: ann, comment: refund, expect: {category: refund}}]}
          """.utf8)
      })
    let playbook = try #require(analysis.playbook)
    let shown = coverage(of: playbook, by: try testPlaybook(analysis))
    #expect(shown.map(\.practice.definition.name) == ["P1", "P2", "P3"])
    #expect(shown.map(\.isShown) == [true, false, true])
    #expect(shown.map { $0.citedBy.map(\.title) } == [["refund"], ["fails"], ["told"]])
  }

  // MARK: Reading results

  private func results(_ text: String) throws -> [TestResult] {
    let playbook = "decorum: 1\nplaybook: small\n" + text + "\n"
    let reader = FileReader { path throws(FileReader.Trouble) in
      guard path == "playbook.yaml" else { throw .missing }
      return Array(playbook.utf8)
    }
    let analysis = try analyse("playbook.yaml", with: reader)
    #expect(analysis.findings.filter { $0.severity == .error }.map(\.message) == [])
    return try testPlaybook(analysis)
  }

  private func summary(_ result: TestResult) -> String {
    switch result.outcome {
    case .passed: "\(result.kind.rawValue) passed"
    case .failed: "\(result.kind.rawValue) failed"
    }
  }

  private func mismatches(_ result: TestResult) -> [String] {
    guard case .failed(let mismatches) = result.outcome else { return [] }
    return mismatches.map { "\($0.what): \($0.expected), \($0.actual)" }
  }
}
