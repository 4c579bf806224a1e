import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

@Suite struct SummaryTests {
  static let bob = #""author": {"id": "bob", "name": "Bob"}"#

  static func summary(
    _ category: CategoryRule, _ escalations: [EscalationRule] = [], plan: PlanRule? = nil, rung: RungRule? = nil,
    comment: String = #"{"text": "court", \#(bob), "history": {"conduct": 1}}"#
  ) throws -> String {
    let engine = try Oracle(
      testing: .testing {
        $0.categories = [category]
        $0.escalations = escalations
        $0.plans = plan.map { [$0] } ?? []
        $0.ladders = [.testing(rung.map { [$0] } ?? [])]
      })
    return try engine.decide(comment).summary
  }

  static func court(
    plan: String? = nil, must: [String] = [], may: [String] = [], ladder: String? = nil
  ) -> CategoryRule {
    .testing("court", when: .says(["court"]), plan: plan, must: must, may: may, ladder: ladder)
  }

  @Test(
    arguments: [
      ([], [], "Nothing to do."), (["let_stand"], [], "Let it stand."),
      (["capture", "hide"], [], "Hide it and keep a copy."),
      (["publish"], [], "Publish it."), (["hide", "capture", "monitor"], [], "Hide it, watch Bob and keep a copy."),
      (["block", "remove", "mute"], [], "Mute Bob, remove it and block Bob."),
      (["warn", "lock"], [], "Lock the thread and warn Bob."),
      (["report"], [], "Report it to the platform."), (["notify:care"], [], "Tell Customer care."),
      (["notify:care", "notify:legal", "hide"], [], "Hide it, tell Customer care and tell Legal counsel."),
      (["notify"], [], "Tell a colleague."), (["voucher", "archive"], [], "Send a voucher and archive it."),
      ([], ["hide"], "You may hide it."), ([], ["hide", "mute"], "You may hide it or mute Bob."),
      (["capture"], ["hide", "mute", "block"], "Keep a copy. You may also hide it, mute Bob or block Bob."),
      (["reply"], [], "Answer."), (["message"], [], "Answer in private."),
    ] as [([String], [String], String)])
  func `actions are told in words`(must: [String], may: [String], expected: String) throws {
    #expect(try Self.summary(Self.court(must: must, may: may)) == expected)
  }

  @Test(
    arguments: [
      (.testing("plan"), "Customer care answers within 60 minutes (Put it right)."),
      (.testing("plan", within: nil), "Customer care answers (Put it right)."),
      (
        .testing("plan", within: Allowance(.days(1), isWorkingTime: true), isOptional: true),
        "Customer care may answer within 1 working day (Put it right)."
      ),
      (.testing("plan", place: .privately), "Customer care answers in private within 60 minutes (Put it right)."),
      (.testing("plan", owner: nil), "Answer within 60 minutes (Put it right)."),
      (.testing("plan", owner: nil, within: nil, isOptional: true), "You may answer (Put it right)."),
    ] as [(PlanRule, String)])
  func `a plan says who answers by when`(plan: PlanRule, expected: String) throws {
    #expect(try Self.summary(Self.court(plan: "plan"), plan: plan) == expected)
  }

  @Test(
    arguments: [
      ([.testing("one")], nil, "Hide it and hand it to Legal counsel."),
      (
        [.testing("one"), .testing("two", to: [("duty", 5)])], nil,
        "Hide it, hand it to Legal counsel and hand it to Duty manager."
      ),
      ([.testing("one", holds: true)], nil, "Hide it. Legal counsel decides before anyone answers."),
      (
        [.testing("one", holds: true), .testing("two", to: [("duty", nil)])], nil,
        "Hide it and hand it to Duty manager. Legal counsel decides before anyone answers."
      ),
      (
        [.testing("one", holds: true), .testing("two", to: [("duty", nil)], holds: true)], nil,
        "Hide it. Legal counsel and Duty manager decide before anyone answers."
      ),
      (
        [.testing("one", holds: true)], .testing("plan"),
        "Hide it. Legal counsel decides before Customer care answers within 60 minutes (Put it right)."
      ),
      (
        [.testing("one", holds: true)], .testing("plan", owner: "legal"),
        "Hide it. Legal counsel decides before it answers within 60 minutes (Put it right)."
      ),
      (
        [.testing("one", holds: true)], .testing("plan", owner: nil, isOptional: true),
        "Hide it. Legal counsel decides before anyone answers within 60 minutes (Put it right)."
      ),
      (
        [.testing("one")], .testing("plan"),
        "Hide it and hand it to Legal counsel. Customer care answers within 60 minutes (Put it right)."
      ),
      ([.testing("one", to: [])], nil, "Hide it."),
    ] as [([EscalationRule], PlanRule?, String)])
  func `escalations say who takes it over and who holds it`(
    escalations: [EscalationRule], plan: PlanRule?, expected: String
  ) throws {
    #expect(try Self.summary(Self.court(plan: plan?.name, must: ["hide"]), escalations, plan: plan) == expected)
  }

  @Test(arguments: [
    (#"{"text": "court", \#(bob), "history": {"conduct": 1}}"#, "Hide it. Second strike: warn Bob."),
    (
      #"{"text": "court", "author": {"id": "b"}, "history": {"conduct": 11}}"#,
      "Hide it. Twelfth strike: warn the author."
    ),
    (#"{"text": "court", \#(bob), "history": {"conduct": 12}}"#, "Hide it. 13th strike: warn Bob."),
    (#"{"text": "court", \#(bob), "history": {"conduct": 20}}"#, "Hide it. 21st strike: warn Bob."),
    (#"{"text": "court", \#(bob), "history": {"conduct": 110}}"#, "Hide it. 111th strike: warn Bob."),
    (#"{"text": "court", \#(bob)}"#, "Hide it. First strike as far as we know: warn Bob."),
    (#"{"text": "court", "author": {"name": "Bob Jr."}}"#, "Hide it. First strike as far as we know: warn Bob Jr."),
    (#"{"text": "court", "author": {"name": " "}}"#, "Hide it. First strike as far as we know: warn the author."),
    (
      #"{"text": "court", "author": {"name": "Bob\n the\t\t Great "}}"#,
      "Hide it. First strike as far as we know: warn Bob the Great."
    ),
  ])
  func `a strike says which one it is and what it brings`(comment: String, expected: String) throws {
    let rung = RungRule.testing("warn", strikes: 1, must: ["warn", "hide"])
    #expect(try Self.summary(Self.court(must: ["hide"], ladder: "conduct"), rung: rung, comment: comment) == expected)
  }

  @Test func `a strike that brings nothing of its own is told alone`() throws {
    let rung = RungRule.testing("watch", strikes: 1, must: ["hide"])
    #expect(try Self.summary(Self.court(must: ["hide"], ladder: "conduct"), rung: rung) == "Hide it. Second strike.")
    #expect(try Self.summary(Self.court(ladder: "conduct")) == "Second strike.")
  }

  @Test func `a long name is shortened`() throws {
    let name = String(repeating: "x", count: 50)
    let comment = #"{"text": "court", "author": {"name": "\#(name)"}}"#
    let expected = "Warn \(String(repeating: "x", count: 39))…."
    #expect(try Self.summary(Self.court(must: ["warn"]), comment: comment) == expected)
  }

  @Test(arguments: [
    ("x.balanced", [], "Is it positive or balanced?"),
    ("x.checked", [], "Somebody must say first what `x.checked` is."),
    ("x.balanced", ["hide"], "You may hide it. Is it positive or balanced?"),
  ])
  func `a question that must be answered stands last`(fact: String, may: [String], expected: String) throws {
    let category = CategoryRule.testing("first", when: .fact(fact, .yesNo(true)))
    let engine = try Oracle(
      testing: .testing { $0.categories = [category, Self.court(may: may)] })
    #expect(try engine.decide(#"{"text": "court"}"#).summary == expected)
  }

  @Test func `there are four sentences at the most`() throws {
    let escalation = EscalationRule.testing("ask", when: .all([.says(["court"]), .fact("x.balanced", .yesNo(true))]))
    let summary = try Self.summary(
      Self.court(plan: "plan", must: ["hide"], may: ["block"], ladder: "conduct"), [escalation], plan: .testing("plan"),
      rung: .testing("warn", strikes: 1, must: ["warn"]))
    #expect(
      summary == "Hide it. Second strike: warn Bob. Customer care answers within 60 minutes (Put it right). "
        + "Is it positive or balanced?")
  }
}
