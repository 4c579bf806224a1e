import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

@Suite struct AssumptionTests {
  static let holds = Condition.says(["yes"])
  static let fails = Condition.says(["never"])
  static let number = Condition.fact("x.number", .number(.atLeast(1)))
  static let word = Condition.fact("x.word", .words(["staff"]))
  static let yes = Condition.fact("x.yes", .yesNo(true))

  @Test(
    arguments: [
      (number, nil, ["x.number"]), (holds, nil, []), (.all([number, fails]), nil, []),
      (.all([number, holds]), nil, ["x.number"]),
      (.any([number, holds]), nil, []), (.any([word, number]), nil, ["x.number", "x.word"]),
      (.any([.all([number, fails]), word]), nil, ["x.word"]), (.not(number), nil, ["x.number"]),
      (.none([number, word]), nil, ["x.number", "x.word"]), (.none([number, holds]), nil, []),
      (.count([number, holds, word], .atLeast(1)), nil, []),
      (.count([number, holds, fails], .atLeast(2)), nil, ["x.number"]),
      (.withoutEffect("time.open"), nil, ["time.open"]),
      (.history(.sameText, in: .days(1), .atLeast(2)), nil, ["history.same_text"]),
      (.strikes("conduct", .atLeast(1)), nil, ["history.conduct"]),
      (.fact("x.number", .known(true)), nil, []), (.fact("x.text", .says(["a"])), nil, ["x.text"]),
      (.all([number, number]), nil, ["x.number"]),
      // What the exception would need is assumed where the rest holds or may hold, and nothing where it does not.
      (holds, number, ["x.number"]), (fails, number, []), (word, number, ["x.number", "x.word"]), (word, holds, []),
      (holds, .all([number, fails]), []), (holds, .any([number, yes]), ["x.number", "x.yes"]),
      (.signal("named"), nil, ["x.word"]), (holds, .signal("named"), ["x.word"]), (.signal("settled"), nil, []),
    ] as [(Condition, Condition?, [String])])
  func `facts met on the way down through unknown conditions are assumed`(
    when: Condition, unless: Condition?, expected: [String]
  ) throws {
    var program = DecisionProgram.asking(when, unless: unless)
    program.ladders = [.testing([.testing("watch", strikes: 1)])]
    program.signals = [
      SignalRule(name: "named", clause: Clause(when: Self.holds, unless: Self.word)),
      SignalRule(name: "settled", clause: Clause(when: Self.fails, unless: Self.word)),
    ]
    #expect(try Oracle(testing: program).decide(#"{"text": "yes"}"#).assumed == expected)
  }

  @Test func `categories after the chosen one assume nothing`() throws {
    let engine = try Oracle(
      testing: .testing {
        $0.categories = [
          .testing("first", when: Self.number), .testing("second", when: Self.holds),
          .testing("third", when: Self.word),
        ]
      })
    #expect(try engine.decide(#"{"text": "yes"}"#).assumed == ["x.number"])
    #expect(try engine.decide(#"{"text": "no"}"#).assumed == ["x.number", "x.word"])
  }

  @Test func `every escalation and the steps of the chosen plan count, those of other plans do not`() throws {
    let engine = try Oracle(
      testing: .testing {
        $0.categories = [.testing("first", when: Self.holds, plan: "replaced")]
        $0.plans = [
          .testing("replaced", steps: [.testing("ask", when: Self.yes)]),
          .testing("chosen", steps: [.testing("offer", when: Self.number)]),
        ]
        $0.escalations = [.testing("one", when: Self.word), .testing("two", when: Self.holds, plan: "chosen")]
      })
    #expect(try engine.decide(#"{"text": "yes"}"#).assumed == ["x.number", "x.word"])
  }

  @Test(arguments: [
    (#"{"text": "yes"}"#, ["author.id"]), (#"{"text": "yes", "history": {"conduct": 1}}"#, ["author.id"]),
    (#"{"text": "yes", "author": {"id": "bob"}}"#, ["history.conduct"]),
    (#"{"text": "yes", "author": {"id": "bob"}, "history": {"conduct": 0}}"#, []), (#"{"text": "no"}"#, []),
  ])
  func `a ladder assumes the author or the history`(comment: String, expected: [String]) throws {
    var program = DecisionProgram.testing { $0.categories = [.testing("abuse", when: Self.holds, ladder: "conduct")] }
    program.ladders = [.testing([.testing("watch", strikes: 1)])]
    #expect(try Oracle(testing: program).decide(comment).assumed == expected)
  }

  @Test func `a required fact that would be assumed makes the decision wait for its answer`() throws {
    let needed = Condition.all([.fact("x.balanced", .yesNo(true)), .fact("x.checked", .yesNo(true))])
    let engine = try Oracle(testing: .asking(needed))
    let open = try engine.decide(#"{"text": ""}"#)
    #expect(open.stance == .hold)
    #expect(
      open.ask == [
        Question(fact: "x.balanced", question: "Is it positive or balanced?"),
        Question(fact: "x.checked", question: nil),
      ])
    #expect(
      open.text.contains(
        #""ask":[{"fact":"x.balanced","question":"Is it positive or balanced?"},{"fact":"x.checked"}]"#))
    let settled = try engine.decide(#"{"text": "", "facts": {"x.balanced": false}}"#)
    #expect(settled.stance == .observe)
    #expect(settled.ask.isEmpty)
  }
}
