import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

@Suite struct ReasonTests {
  static let lexicons: [LexiconTable] = [
    .testing("refund", ["money back", "refund*", "pay"]), .testing("insults", ["idiot"], disguises: true),
  ]

  /// What the category `asked` found, as JSON.
  static func found(_ condition: Condition, _ comment: String) throws -> String {
    var program = DecisionProgram.asking(condition)
    program.lexicons = lexicons
    program.ladders = [.testing([.testing("watch", strikes: 1)])]
    program.signals = [
      SignalRule(name: "money", clause: Clause(when: .uses("refund"), unless: .says(["please"]))),
      SignalRule(name: "late", clause: Clause(when: .fact("x.number", .number(.atLeast(1))))),
    ]
    let decision = try Oracle(testing: program).decide(comment)
    let reason = try #require(decision.because.first)
    #expect(reason.place.anchor == "category.asked")
    var writer = JSONWriter()
    decision.write(to: &writer)
    let because = try json(writer.text)["because"]?.array?.first?["found"]
    var found = JSONWriter()
    found.value(because ?? .null)
    return found.text
  }

  static let refunded = #"{"lexicon":"refund","term":"refund*","text":"Refunds","from":0,"to":7}"#

  @Test(
    arguments: [
      (.uses("refund"), "Refunds", "[\(refunded)]"), (.termCount("refund", .atLeast(1)), "Refunds", "[\(refunded)]"),
      (.score("refund", .atLeast(1)), "Refunds", "[\(refunded)]"),
      // Each distinct term once, at its first place, in the order of the text.
      (
        .uses("refund"), "Refunds! pay, refund, pay",
        #"[\#(refunded),{"lexicon":"refund","term":"pay","text":"pay","from":9,"to":12}]"#
      ),
      (
        .uses("insults"), "1d10t",
        #"[{"lexicon":"insults","term":"idiot","text":"1d10t","from":0,"to":5,"disguised":true}]"#
      ),
      (.says(["pay up", "never"]), "Pay-up", #"[{"phrase":"pay up","text":"Pay-up","from":0,"to":6}]"#),
      // A phrase that two conditions look for is found once, and beside the same term of a lexicon.
      (
        .all([.says(["pay"]), .says(["pay", "x"]), .uses("refund")]), "pay",
        #"[{"phrase":"pay","text":"pay","from":0,"to":3},{"lexicon":"refund","term":"pay","text":"pay","from":0,"to":3}]"#
      ),
      // Terms at one place are in the order of their bytes.
      (
        .says(["pay now", "pay"]), "pay now",
        #"[{"phrase":"pay","text":"pay","from":0,"to":3},{"phrase":"pay now","text":"pay now","from":0,"to":7}]"#
      ),
      // Only what is true, and nothing under `not` and `none`.
      (.any([.says(["never"]), .uses("refund")]), "Refunds", "[\(refunded)]"),
      (.all([.uses("refund"), .not(.says(["x"])), .none([.says(["y"])])]), "Refunds", "[\(refunded)]"),
      (.not(.not(.uses("refund"))), "Refunds", "null"), (.none([.none([.uses("refund")])]), "Refunds", "null"),
      (.count([.uses("refund"), .says(["never"])], .atLeast(1)), "Refunds", "[\(refunded)]"),
      (
        .any([.all([.uses("refund"), .says(["never"])]), .says(["refunds"])]), "Refunds",
        #"[{"phrase":"refunds","text":"Refunds","from":0,"to":7}]"#
      ),
      (.signal("money"), "Refunds", "[\(refunded)]"),
      (.all([.signal("money"), .signal("money")]), "Refunds", "[\(refunded)]"),
      (.termCount("refund", .exactly(0)), "nothing", "null"),
    ] as [(Condition, String, String)])
  func `what was found in the text is named`(condition: Condition, text: String, expected: String) throws {
    #expect(try Self.found(condition, #"{"text": "\#(text)"}"#) == expected)
  }

  @Test(
    arguments: [
      (
        .fact("x.number", .number(.atLeast(1))), #""x.number": 1.5"#,
        #"{"fact":"x.number","is":1.5,"test":"at least 1"}"#
      ),
      (
        .fact("x.number", .number(.anyOf([.exactly(1), .between(2, 3)]))), #""x.number": 2"#,
        #"{"fact":"x.number","is":2,"test":"exactly 1 or between 2 and 3"}"#
      ),
      (
        .fact("x.number", .number(.moreThan(0.95))), #""x.number": 1e21"#,
        #"{"fact":"x.number","is":1000000000000000000000,"test":"more than 0.95"}"#
      ),
      (.fact("x.yes", .yesNo(false)), #""x.yes": false"#, #"{"fact":"x.yes","is":false,"test":"no"}"#),
      (.fact("x.word", .words(["a", "b"])), #""x.word": "B""#, #"{"fact":"x.word","is":"B","test":"a or b"}"#),
      (.fact("x.words", .words(["a"])), #""x.words": ["B", "A"]"#, #"{"fact":"x.words","is":["B","A"],"test":"a"}"#),
      (
        .fact("x.text", .says(["a b", "c"])), #""x.text": "A B""#,
        #"{"fact":"x.text","is":"A B","test":"says a b or c"}"#
      ),
      (.fact("x.text", .uses(["refund"])), #""x.text": "pay""#, #"{"fact":"x.text","is":"pay","test":"uses refund"}"#),
      (
        .fact("x.duration", .duration(.atMost(259_200))), #""x.duration": 3600"#,
        #"{"fact":"x.duration","is":"1 hour","test":"at most 3 days"}"#
      ),
      (
        .fact("x.instant", .instant(.before(testNow))), #""x.instant": "2026-01-01""#,
        #"{"fact":"x.instant","is":"2026-01-01T00:00:00Z","test":"before 2026-12-02T09:00:00Z"}"#
      ),
      (.fact("x.number", .known(true)), #""x.number": 0"#, #"{"fact":"x.number","is":0,"test":"known"}"#),
      (.fact("x.number", .known(false)), "", #"{"fact":"x.number","test":"unknown"}"#),
      (.signal("late"), #""x.number": 1"#, #"{"fact":"x.number","is":1,"test":"at least 1"}"#),
    ] as [(Condition, String, String)])
  func `facts are named with their value and their test`(condition: Condition, facts: String, expected: String) throws {
    // Said twice, it is named once.
    let twice = Condition.all([condition, .any([condition])])
    #expect(try Self.found(twice, #"{"text": "", "facts": {\#(facts)}}"#) == "[\(expected)]")
  }

  @Test(
    arguments: [
      (.measure(.words, .atLeast(2)), #"{"measure":"text.words","is":3,"test":"at least 2"}"#),
      (.measure(.capitals, .moreThan(0.6)), #"{"measure":"text.capitals","is":0.75,"test":"more than 60%"}"#),
      (.measure(.capitals, .atLeast(0.07)), #"{"measure":"text.capitals","is":0.75,"test":"at least 7%"}"#),
      (
        .measure(.capitals, .between(0.125, 1)),
        #"{"measure":"text.capitals","is":0.75,"test":"between 0.125 and 100%"}"#
      ),
      (.measure(.longestRun, .exactly(2)), #"{"measure":"text.longest_run","is":2,"test":"exactly 2"}"#),
      (.strikes("conduct", .atLeast(1)), #"{"fact":"history.conduct","is":2,"test":"at least 1"}"#),
    ] as [(Condition, String)])
  func `measures and strikes are named with their value and their test`(condition: Condition, expected: String) throws {
    let text = try Self.found(condition, #"{"text": "AA B c", "history": {"conduct": 2}}"#)
    #expect(text == "[\(expected)]")
  }

  @Test func `what was found in the text stands before facts and measures`() throws {
    let condition = Condition.all([.measure(.words, .atLeast(1)), .fact("x.number", .known(true)), .uses("refund")])
    let found = try Self.found(condition, #"{"text": "Refunds", "facts": {"x.number": 1}}"#)
    #expect(
      found
        == #"[\#(Self.refunded),{"measure":"text.words","is":1,"test":"at least 1"},{"fact":"x.number","is":1,"test":"known"}]"#
    )
  }

  @Test func `32 places at the most are named`() throws {
    let words = (0..<40).map { "word\($0)" }
    let decision = try Oracle(testing: .asking(.says(words))).decide(#"{"text": "\#(words.joined(separator: " "))"}"#)
    let phrases = decision.because.first?.found.map { found in
      if case .phrase(let phrase, _) = found { phrase } else { "" }
    }
    #expect(phrases == Array(words.prefix(32)))
  }

  @Test func `the category that holds where none above does found nothing`() throws {
    let decision = try Oracle(testing: .asking(.says(["never"]))).decide(#"{"text": "hello"}"#)
    #expect(decision.text.contains(#""because":[{"clause":"category.other","section":"1","at":"playbook.yaml:1:1"}]"#))
  }
}
