import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

/// Programs that no compiler makes are refused with a sentence, and never trap.
@Suite struct InconsistentProgramTests {
  @Test(
    arguments: [
      (.signal("s"), "The program has no signal `s`."), (.uses("l"), "The program has no lexicon `l`."),
      (.termCount("l", .atLeast(1)), "The program has no lexicon `l`."),
      (.score("l", .atLeast(1)), "The program has no lexicon `l`."),
      (.fact("f", .known(true)), "The program has no fact `f`."),
      (.strikes("c", .atLeast(1)), "The program has no ladder `c`."),
      (.category(["c"]), "The program has no category `c`."),
      (.says(["a*b"]), "The program looks for `a*b`, which is no phrase."),
      (.all([.any([.not(.signal("s"))])]), "The program has no signal `s`."),
      (.fact("x.text", .uses(["l"])), "The program has no lexicon `l`."),
      (.fact("x.number", .yesNo(true)), "The program asks of the fact `x.number` what its type does not have."),
      (.fact("x.number", .says(["a"])), "The program asks of the fact `x.number` what its type does not have."),
      (
        .fact("x.text", .instant(.before(testNow))),
        "The program asks of the fact `x.text` what its type does not have."
      ),
    ] as [(Condition, String)])
  func `a condition names what there is`(condition: Condition, sentence: String) {
    expectRefusal(sentence) { try Oracle(testing: .asking(condition)) }
    expectRefusal(sentence) { try Oracle(testing: .asking(.says(["a"]), unless: condition)) }
    expectRefusal(sentence) { try Oracle(testing: .testing { $0.escalations = [.testing("e", when: condition)] }) }
    expectRefusal(sentence) {
      try Oracle(testing: .testing { $0.plans = [.testing("p", steps: [.testing("ask", when: condition)])] })
    }
    expectRefusal(sentence) {
      try Oracle(testing: .testing { $0.signals = [SignalRule(name: "unused", clause: Clause(when: condition))] })
    }
  }

  static let changes: [(String, @Sendable (inout DecisionProgram) -> Void)] = [
    ("The program has no plan `p`.", { $0.categories = [.testing("c", when: nil, plan: "p")] }),
    ("The program has no ladder `l`.", { $0.categories = [.testing("c", when: nil, ladder: "l")] }),
    ("The program has no action `dance`.", { $0.categories = [.testing("c", when: nil, must: ["dance"])] }),
    ("The program has no action `dance`.", { $0.ladders = [.testing([.testing("r", strikes: 1, may: ["dance"])])] }),
    ("The program has no team `hq`.", { $0.escalations = [.testing("e", must: ["notify:hq"])] }),
    ("The program has no team `hq`.", { $0.escalations = [.testing("e", to: [("hq", nil)])] }),
    ("The program has no plan `p`.", { $0.escalations = [.testing("e", plan: "p")] }),
    ("The program has no team `hq`.", { $0.plans = [.testing("p", owner: "hq")] }),
    ("The program has no fact `f`.", { $0.plans = [.testing("p", steps: [.testing("ask", say: ["{f}"])])] }),
    ("The program has no fact `f`.", { $0.ladders = [.testing([.testing("r", strikes: 1, say: ["{f}"])])] }),
    ("The program looks for ``, which is no phrase.", { $0.lexicons = [.testing("l", [""])] }),
    ("The program looks for `*`, which is no phrase.", { $0.lexicons = [.testing("l", ["a"], except: ["*"])] }),
    ("The program has two of the lexicon `l`.", { $0.lexicons = [.testing("l", ["a"]), .testing("l", ["b"])] }),
    ("The program has two of the category `other`.", { $0.categories = [.testing("other", when: nil)] }),
    ("The program has no action `publish`.", { $0.actions = [] }),
    (
      "The program has no action `dance`.",
      { $0.brakes = [.init(action: "dance", atMost: 1, window: .days(1), team: "duty")] }
    ),
    ("The program has no team `hq`.", { $0.brakes = [.init(action: "hide", atMost: 1, window: .days(1), team: "hq")] }),
    ("The program has two of the channel `x`.", { $0.channels = [.testing("x"), .testing("x")] }),
    ("The program has no signal `s`.", { $0.shadows = [.testing("category.s", when: .signal("s"))] }),
  ]

  @Test(arguments: changes.indices)
  func `whatever is named is there`(change: Int) {
    let (sentence, apply) = Self.changes[change]
    expectRefusal(sentence) { try Oracle(testing: .testing(apply)) }
  }

  @Test func `the last category holds where none above does`() {
    var program = DecisionProgram.testing { _ in }
    program.categories = []
    let sentence = "The program's last category does not hold where none above does."
    expectRefusal(sentence) { try Oracle(testing: program) }
    program.categories = [.testing("c", when: .says(["a"]))]
    expectRefusal(sentence) { try Oracle(testing: program) }
  }

  @Test(arguments: [1, 2, 3])
  func `signals are not made of themselves`(length: Int) {
    let program = DecisionProgram.testing { program in
      program.signals = (0..<length).map { place in
        SignalRule(name: "s\(place)", clause: Clause(when: .any([.signal("s\((place + 1) % length)")])))
      }
    }
    expectRefusal("The signal `s0` is made of itself.") { try Oracle(testing: program) }
  }

  static func nested(_ depth: Int) -> Condition {
    (0..<depth).reduce(.says(["deep"])) { condition, _ in .not(condition) }
  }

  /// A chain of signals, each made of the next, or of the one before.
  static func chain(_ length: Int, forwards: Bool) -> DecisionProgram {
    .testing { program in
      let names = (0...length).map { "s\($0)" }
      var rules = names.indices.dropLast().map {
        SignalRule(name: names[$0], clause: Clause(when: .signal(names[$0 + 1])))
      }
      rules.append(SignalRule(name: names[length], clause: Clause(when: .says(["deep"]))))
      program.signals = forwards ? rules : rules.reversed()
      program.categories = [.testing("deep", when: .signal("s0"))]
    }
  }

  @Test func `conditions stand 256 deep in each other at the most, those of signals included`() throws {
    let sentence = "The conditions of the program stand more than 256 deep in each other."
    #expect(try Oracle(testing: .asking(Self.nested(256))).decide(#"{"text": "deep"}"#).category == "asked")
    expectRefusal(sentence) { try Oracle(testing: .asking(Self.nested(257))) }
    expectRefusal(sentence) { try Oracle(testing: .asking(Self.nested(5000))) }
    for forwards in [true, false] {
      let engine = try Oracle(testing: Self.chain(250, forwards: forwards))
      #expect(try engine.decide(#"{"text": "deep"}"#).category == "deep")
      expectRefusal(sentence) { try Oracle(testing: Self.chain(300, forwards: forwards)) }
      expectRefusal(sentence) { try Oracle(testing: Self.chain(20_000, forwards: forwards)) }
    }
  }

  @Test func `signals that double at every level are walked once`() throws {
    let engine = try Oracle(
      testing: .testing { program in
        program.signals = (0..<100).map { place in
          SignalRule(
            name: "s\(place)", clause: Clause(when: .all([.signal("s\(place + 1)"), .signal("s\(place + 1)")])))
        }
        program.signals.append(SignalRule(name: "s100", clause: Clause(when: .fact("x.yes", .yesNo(true)))))
        program.categories = [.testing("wide", when: .signal("s0"))]
      })
    #expect(try engine.decide(#"{"text": ""}"#).assumed == ["x.yes"])
    let known = #"{"text": "", "facts": {"x.yes": true}}"#
    #expect(try engine.decide(known).because.first?.found.count == 1)
    #expect(engine.explain(try engine.comment(try json(known), now: testNow)).count == 2)
  }

  @Test func `a comment made by hand may hold anything`() throws {
    let engine = try Oracle(testing: .asking(.fact("x.number", .number(.atLeast(1)))))
    var comment = DecisionModel.Comment(
      text: [0xFF, 0xC3], facts: [-1: .yesNo(true), 99_999: .number(.nan)], now: .latest)
    let place = try #require(engine.program.facts.firstIndex { $0.name == "x.number" })
    comment.facts[place] = .bytes([0xFF])
    comment.histories = [7: LadderHistory(strikes: .min)]
    let decision = engine.decide(comment)
    #expect(decision.category == "other")
    #expect(decision.assumed == ["x.number"])
  }

  @Test(arguments: [Int.min, -1, .max])
  func `strikes made by hand may be any number`(strikes: Int) throws {
    let engine = try Oracle(
      testing: .testing {
        $0.ladders = [.testing([.testing("watch", strikes: .min), .testing("warn", strikes: .max)])]
        $0.categories = [.testing("c", when: .says(["a"]), ladder: "conduct")]
      })
    var comment = try engine.comment(try json(#"{"text": "a", "author": {"id": "b"}}"#), now: .latest)
    comment.histories = [0: LadderHistory(strikes: strikes)]
    #expect(engine.decide(comment).ladders.map(\.rung) == [strikes == .max ? "warn" : "watch"])
  }
}

/// Expects an `EngineProblem` with a sentence.
private func expectRefusal(
  _ sentence: String, location: SourceLocation = #_sourceLocation, _ body: () throws -> Oracle
) {
  let problem = #expect(throws: EngineProblem.self, sourceLocation: location) { _ = try body() }
  #expect(problem?.sentence == sentence, sourceLocation: location)
}
