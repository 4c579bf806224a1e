import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

@Suite struct ConditionTests {
  static let holds = Condition.says(["yes"])
  static let fails = Condition.says(["never"])
  static let unclear = Condition.fact("x.yes", .yesNo(true))

  @Test(
    arguments: [
      (.all([holds, holds]), .yes), (.all([holds, unclear]), .unknown), (.all([fails, unclear]), .no),
      (.any([holds, unclear]), .yes), (.any([fails, unclear]), .unknown), (.any([fails, fails]), .no),
      (.none([fails, fails]), .yes), (.none([fails, unclear]), .unknown), (.none([holds, unclear]), .no),
      (.not(holds), .no), (.not(fails), .yes), (.not(unclear), .unknown),
      (.count([holds, unclear, fails], .atLeast(1)), .yes), (.count([holds, unclear, fails], .atLeast(2)), .unknown),
      (.count([holds, unclear, fails], .atLeast(3)), .no), (.withoutEffect("time.open"), .unknown),
      (.all([]), .yes), (.any([]), .no), (.escalation(["legal"]), .no), (.category(["other"]), .no),
    ] as [(Condition, Truth)])
  func `conditions are made of conditions`(condition: Condition, expected: Truth) throws {
    #expect(try Oracle(testing: .asking(condition)).truth(#"{"text": "yes"}"#) == expected)
  }

  @Test(
    arguments: [
      (["crisis"], #"["crisis"]"#, .yes), (["crisis", "sale"], #"["sale"]"#, .yes), (["crisis"], #"["sale"]"#, .no),
      (["crisis"], "[]", .no), (["crisis"], "null", .no), (["crisis"], nil, .no),
    ] as [([String], String?, Truth)])
  func `a mode is on or off, and off where nothing is said`(wanted: [String], given: String?, expected: Truth) throws {
    var program = DecisionProgram.asking(.mode(wanted))
    program.modes = ["crisis", "sale"]
    let modes = given.map { #", "modes": \#($0)"# } ?? ""
    #expect(try Oracle(testing: program).truth(#"{"text": "yes"\#(modes)}"#) == expected)
  }

  @Test func `a mode that the program lacks is refused, in a comment it is passed over`() throws {
    #expect(throws: EngineProblem.self) { try Oracle(testing: .asking(.mode(["crisis"]))) }
    #expect(try Oracle(testing: .asking(.mode([]))).truth(#"{"text": "yes", "modes": ["crisis"]}"#) == .no)
  }

  /// The decision is at 09:00; months are those of the calendar.
  @Test(
    arguments: [
      (.hours(5), "[]", 1), (.hours(5), #"["2026-12-02T09:00:00Z"]"#, 2), (.hours(5), #"["2026-12-02T09:00:01Z"]"#, 1),
      (.hours(5), #"["2026-12-02T04:00:01Z", "2026-12-02T08:00:00Z"]"#, 3),
      (.hours(5), #"["2026-12-02T04:00:00Z", "2026-12-02T08:00:00Z"]"#, 2),
      (.months(1), #"["2026-11-02T09:00:01Z"]"#, 2), (.months(1), #"["2026-11-02T09:00:00Z"]"#, 1),
      (.hours(5), "null", nil), (.hours(5), nil, nil),
    ] as [(Length, String?, Int?)], AuthorHistory.allCases)
  func `what the author wrote is counted, this comment included`(
    _ given: (length: Length, instants: String?, count: Int?), _ history: AuthorHistory
  ) throws {
    let json = given.instants.map { #", "history": {"\#(history.rawValue)": \#($0)}"# } ?? ""
    let engine = try Oracle(testing: .asking(.history(history, in: given.length, .exactly(Double(given.count ?? 1)))))
    #expect(try engine.truth(#"{"text": "yes"\#(json)}"#) == (given.count == nil ? .unknown : .yes))
  }

  static let lexicons: [LexiconTable] = [
    LexiconTable(
      name: "anger",
      terms: [.init(term: "furious", weight: 3), .init(term: "annoyed", weight: 1), .init(term: "fed up", weight: 2)],
      except: ["not annoyed"], disguises: false)
  ]

  @Test(
    arguments: [
      ("I am furious", .uses("anger"), .yes), ("I am calm", .uses("anger"), .no), ("not annoyed", .uses("anger"), .no),
      ("furious, so furious", .termCount("anger", .exactly(1)), .yes), ("calm", .termCount("anger", .exactly(0)), .yes),
      ("furious and fed up", .termCount("anger", .atLeast(2)), .yes),
      ("furious and fed up", .score("anger", .exactly(5)), .yes),
      ("furious furious", .score("anger", .exactly(3)), .yes), ("annoyed", .score("anger", .atLeast(2)), .no),
      ("calm", .score("anger", .lessThan(1)), .yes), ("see you in court", .says(["my lawyer", "in court"]), .yes),
      ("my lawyers", .says(["my lawyer"]), .no),
    ] as [(String, Condition, Truth)])
  func `the text is searched`(text: String, condition: Condition, expected: Truth) throws {
    var program = DecisionProgram.asking(condition)
    program.lexicons = Self.lexicons
    #expect(try Oracle(testing: program).truth(#"{"text": "\#(text)"}"#) == expected)
  }

  @Test func `a term that stands twice in a lexicon counts once`() throws {
    var program = DecisionProgram.asking(.termCount("twice", .exactly(1)))
    program.lexicons = [.testing("twice", ["refund", "Refund", "refund"])]
    #expect(try Oracle(testing: program).truth(#"{"text": "refund"}"#) == .yes)
  }

  @Test(
    arguments: [
      (.length, 41), (.words, 5), (.exclamations, 2), (.questions, 1), (.links, 1), (.mentions, 1), (.hashtags, 1),
      (.emoji, 1), (.longestRun, 6), (.capitals, 0.5),
    ] as [(Measure, Double)])
  func `every measure is asked of the text`(measure: Measure, value: Double) throws {
    let engine = try Oracle(testing: .asking(.measure(measure, .exactly(value))))
    #expect(try engine.truth(#"{"text": "AB ab! ? zzZZZZ! @a #b 😀 http://x.example"}"#) == .yes)
  }

  @Test(
    arguments: [
      (.number(.atLeast(3)), "x.number", "3", .yes), (.number(.atLeast(3)), "x.number", "2.5", .no),
      (.number(.not(3)), "x.number", nil, .unknown), (.yesNo(true), "x.yes", "true", .yes),
      (.yesNo(true), "x.yes", "false", .no), (.words(["staff", "press"]), "x.word", #""STAFF""#, .yes),
      (.words(["staff"]), "x.word", #""customer""#, .no),
      (.words(["staff"]), "x.words", #"["customer", "Staff"]"#, .yes),
      (.words(["staff"]), "x.words", "[]", .no), (.words(["strasse"]), "x.word", #""Straße""#, .yes),
      (.says(["official"]), "x.text", #""The Official One""#, .yes),
      (.says(["official"]), "x.text", #""unofficial""#, .no),
      (.uses(["names"]), "x.text", #""bob""#, .yes), (.uses(["names"]), "x.text", nil, .unknown),
      (.duration(.lessThan(259_200)), "x.duration", #""2 days""#, .yes),
      (.duration(.lessThan(259_200)), "x.duration", "300000", .no),
      (.instant(.before(testNow)), "x.instant", #""2026-12-02""#, .yes),
      (.instant(.after(testNow)), "x.instant", #""2026-12-02""#, .no),
      (.instant(.between(testNow, testNow)), "x.instant", #""2026-12-02T09:00:00Z""#, .yes),
      (.known(true), "x.number", "1", .yes), (.known(true), "x.number", nil, .no),
      (.known(false), "x.number", nil, .yes),
      (.known(false), "x.number", "1", .no), (.identities(["bob"]), "author.id", #""bob""#, .yes),
      (.identities(["bob"]), "author.id", #""Bob""#, .no),
    ] as [(FactTest, String, String?, Truth)])
  func `a fact is tested, and unknown where it is not given`(
    test: FactTest, fact: String, value: String?, expected: Truth
  ) throws {
    var program = DecisionProgram.asking(.fact(fact, test))
    program.lexicons = [.testing("names", ["bob"])]
    let given = value.map { #", "facts": {"\#(fact)": \#($0)}"# } ?? ""
    #expect(try Oracle(testing: program).truth(#"{"text": ""\#(given)}"#) == expected)
  }

  @Test func `identities and words are compared by their bytes`() throws {
    // é as one character and as e with a mark is one text to Swift, one word, and two identities.
    let identity = try Oracle(testing: .asking(.fact("author.id", .identities(["caf\u{E9}"]))))
    #expect(try identity.truth(#"{"text": "", "author": {"id": "cafe\u0301"}}"#) == .no)
    let word = try Oracle(testing: .asking(.fact("x.word", .words(["caf\u{E9}"]))))
    #expect(try word.truth(#"{"text": "", "facts": {"x.word": "CAFE\u0301"}}"#) == .yes)
  }

  @Test(arguments: [(#"{"conduct": 2}"#, .yes), (#"{"conduct": 1}"#, .no), ("{}", .unknown)] as [(String, Truth)])
  func `strikes are those before the comment`(history: String, expected: Truth) throws {
    var program = DecisionProgram.asking(.strikes("conduct", .atLeast(2)))
    program.ladders = [.testing([.testing("watch", strikes: 1)])]
    #expect(try Oracle(testing: program).truth(#"{"text": "", "history": \#(history)}"#) == expected)
  }

  /// `when` down, `unless` across: no, unknown, yes.
  @Test(arguments: [
    (fails, fails, false), (fails, unclear, false), (fails, holds, false), (unclear, fails, false),
    (unclear, unclear, false), (unclear, holds, false), (holds, fails, true), (holds, unclear, true),
    (holds, holds, false),
  ])
  func `a clause holds when its when does and its unless does not`(when: Condition, unless: Condition, holds: Bool)
    throws
  {
    let decision = try Oracle(testing: .asking(when, unless: unless)).decide(#"{"text": "yes"}"#)
    #expect(decision.category == (holds ? "asked" : "other"))
  }

  @Test(
    arguments: [
      (fails, fails, .no), (fails, unclear, .no), (fails, holds, .no), (unclear, fails, .unknown),
      (unclear, unclear, .unknown),
      (unclear, holds, .no), (holds, fails, .yes), (holds, unclear, .yes), (holds, holds, .no),
    ] as [(Condition, Condition, Truth)])
  func `a signal is true, false or unknown as its clause is`(when: Condition, unless: Condition, expected: Truth) throws
  {
    var program = DecisionProgram.asking(.signal("named"))
    program.signals = [SignalRule(name: "named", clause: Clause(when: when, unless: unless))]
    #expect(try Oracle(testing: program).truth(#"{"text": "yes"}"#) == expected)
  }

  @Test func `signals may be made of later ones`() throws {
    var program = DecisionProgram.asking(.signal("first"))
    program.signals = [
      SignalRule(name: "first", clause: Clause(when: .signal("second"))),
      SignalRule(name: "second", clause: Clause(when: Self.holds)),
    ]
    #expect(try Oracle(testing: program).truth(#"{"text": "yes"}"#) == .yes)
  }

  @Test func `an escalation may ask for the category`() throws {
    let engine = try Oracle(
      testing: .testing {
        $0.categories = [.testing("asked", when: Self.holds)]
        $0.escalations = [.testing("one", when: .category(["asked"])), .testing("two", when: .category(["other"]))]
      })
    #expect(try engine.decide(#"{"text": "yes"}"#).escalations == ["one"])
    #expect(try engine.decide(#"{"text": "no"}"#).escalations == ["two"])
  }
}
