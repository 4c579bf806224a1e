import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

@Suite struct MergingTests {
  /// An engine whose one category and escalations hold for "court".
  static func engine(_ category: CategoryRule, _ escalations: [EscalationRule] = [], plans: [PlanRule] = []) throws
    -> Oracle
  {
    try Oracle(
      testing: .testing {
        $0.categories = [category]
        $0.escalations = escalations
        $0.plans = plans
        $0.ladders = [
          .testing([.testing("warn", strikes: 1, must: ["warn", "capture"], may: ["mute"], say: ["From the ladder."])])
        ]
      })
  }

  static func decide(_ category: CategoryRule, _ escalations: [EscalationRule] = [], plans: [PlanRule] = []) throws
    -> Decision
  {
    try engine(category, escalations, plans: plans).decide(
      #"{"text": "court", "author": {"id": "bob"}, "history": {"conduct": 0}}"#)
  }

  static func court(
    plan: String? = nil, must: [String] = [], may: [String] = [], ladder: String? = nil
  ) -> CategoryRule {
    .testing("court", when: .says(["court"]), plan: plan, must: must, may: may, ladder: ladder)
  }

  @Test(
    arguments: [
      (["block", "hide", "capture", "monitor"], [], ["monitor", "capture", "hide", "block"], []),
      // Declared actions stand after the built-in ones of their kind.
      (["voucher", "archive", "warn", "publish"], [], ["publish", "archive", "warn", "voucher"], []),
      (["hide", "hide"], [], ["hide"], []),
      (["notify:legal", "notify:care", "notify:legal"], [], ["notify", "notify"], []),
      (["hide"], ["hide", "mute"], ["hide"], ["mute"]), ([], ["block", "monitor"], [], ["monitor", "block"]),
      (["let_stand", "capture"], [], ["let_stand", "capture"], []), (["let_stand", "hide"], [], ["hide"], []),
      (["let_stand"], ["hide"], ["let_stand"], ["hide"]), (["hide"], ["let_stand"], ["hide"], []),
    ] as [([String], [String], [String], [String])])
  func `actions are ordered from silent to final, each once`(
    must: [String], may: [String], ordered: [String], left: [String]
  ) throws {
    let decision = try Self.decide(Self.court(must: must, may: may))
    #expect(decision.ordered == ordered)
    #expect(decision.may.map(\.action) == left)
  }

  @Test func `one notify for each team, in the order in which they are named`() throws {
    let decision = try Self.decide(
      Self.court(must: ["notify:legal", "notify:care"]), [.testing("one", must: ["notify:legal"])])
    #expect(decision.actions.map(\.to) == ["legal", "care", nil])
    #expect(
      decision.text.contains(#"{"action":"notify","to":"legal"},{"action":"notify","to":"care"},{"action":"escalate""#))
  }

  @Test func `category, ladder and escalations order together`() throws {
    let decision = try Self.decide(
      Self.court(must: ["hide"], may: ["block"], ladder: "conduct"),
      [.testing("one", must: ["report", "mute"], may: ["hide"])])
    #expect(decision.ordered == ["capture", "escalate", "warn", "hide", "mute", "report"])
    #expect(decision.may.map(\.action) == ["block"])
    #expect(decision.because.map(\.place.anchor) == ["category.court", "ladder.conduct.warn", "escalation.one"])
  }

  @Test func `what is ordered keeps the words that came with a leave`() throws {
    let engine = try Oracle(
      testing: .testing {
        $0.categories = [Self.court(must: ["mute"], ladder: "conduct")]
        $0.ladders = [.testing([.testing("quiet", strikes: 1, may: ["mute"], say: ["Quiet, please."])])]
      })
    let decision = try engine.decide(#"{"text": "court"}"#)
    #expect(decision.actions.map(\.say) == ["Quiet, please."])
    #expect(decision.may.isEmpty)
  }

  /// Levels as team and minutes after the comment.
  @Test(
    arguments: [
      ([[("legal", 30), ("duty", 60)]], [[("legal", 30), ("duty", 60)]]),
      ([[("duty", nil)]], [[("duty", 0)]]),
      ([[("legal", nil)], [("care", nil)]], [[("legal", 0)], [("care", 0)]]),
      // One escalate for each first team; of two deadlines the earlier one stays.
      ([[("legal", 30), ("duty", 60)], [("legal", 10), ("duty", 90)]], [[("legal", 10), ("duty", 60)]]),
      (
        [[("legal", 30), ("duty", 60)], [("care", 5)], [("legal", 40), ("care", 50)]],
        [[("legal", 30), ("care", 50), ("duty", 60)], [("care", 5)]]
      ),
      ([[("legal", 30), ("legal", 20)]], [[("legal", 30), ("legal", 20)]]),
    ] as [([[(String, Int?)]], [[(String, Int)]])])
  func `levels are merged by team`(levels: [[(String, Int?)]], expected: [[(String, Int)]]) throws {
    let escalations = levels.enumerated().map { EscalationRule.testing("e\($0)", to: $1) }
    let decision = try Self.decide(Self.court(), escalations)
    let wanted = expected.map { $0.map { DecidedLevel(team: $0.0, due: testNow.adding(seconds: Int64($0.1) * 60)) } }
    #expect(decision.actions.map(\.levels) == wanted)
    #expect(decision.escalations == escalations.map(\.name))
  }

  @Test func `deadlines count from the post`() throws {
    let engine = try Self.engine(Self.court(), [.testing("one", to: [("legal", 30), ("duty", nil)])])
    let decision = try engine.decide(#"{"text": "court", "post": {"at": "2026-12-01T08:00:00Z"}}"#)
    #expect(decision.actions.first?.levels.map(\.due.description) == ["2026-12-01T08:30:00Z", "2026-12-01T08:00:00Z"])
  }

  @Test func `the first escalation with a plan replaces the category's, and nothing of that is left`() throws {
    let plans: [PlanRule] = [
      .testing("usual", place: .privately, steps: [.testing("ask")]),
      .testing("second", owner: "duty", steps: [.testing("explain")]),
      .testing("third"),
    ]
    let escalations: [EscalationRule] = [
      .testing("one"), .testing("two", plan: "second"), .testing("three", plan: "third"),
    ]
    let decision = try Self.decide(Self.court(plan: "usual"), escalations, plans: plans)
    #expect(decision.reply?.plan == "second")
    #expect(decision.reply?.steps.map(\.step) == ["explain"])
    #expect(decision.ordered == ["escalate", "reply"])
    let alone = try Self.decide(Self.court(plan: "usual"), plans: plans)
    #expect(alone.ordered == ["message"])
  }

  @Test func `a hold keeps back everything that speaks`() throws {
    let decision = try Self.decide(
      Self.court(plan: "usual", must: ["hide"], may: ["voucher"], ladder: "conduct"),
      [
        .testing("one", to: [("legal", nil), ("care", 9)], holds: true), .testing("two", to: [("duty", nil)]),
        .testing("three", to: [("care", nil)], holds: true), .testing("four", to: [("legal", nil)], holds: true),
      ], plans: [.testing("usual")])
    let held = (decision.actions + decision.may).filter { !$0.heldBy.isEmpty }
    #expect(held.map(\.action) == ["reply", "warn", "voucher"])
    #expect(held.allSatisfy { $0.heldBy == ["legal", "care"] })
    #expect(decision.reply?.heldBy == ["legal", "care"])
    #expect(decision.reply?.due == testNow.adding(seconds: 3600))
  }

  @Test(
    arguments: [
      (court(), [], [], "observe"), (court(must: ["capture"]), [], [], "observe"),
      (court(), [.testing("one")], [], "observe"),
      (court(must: ["warn"]), [], [], "respond"), (court(must: ["warn", "hide"]), [], [], "enforce"),
      (court(may: ["hide"]), [], [], "observe"), (court(plan: "usual"), [], [.testing("usual")], "respond"),
      (court(plan: "usual"), [], [.testing("usual", isOptional: true)], "observe"),
      (court(plan: "usual"), [.testing("one", holds: true)], [.testing("usual")], "hold"),
      (court(plan: "usual"), [.testing("one", holds: true)], [.testing("usual", isOptional: true)], "hold"),
      (court(must: ["warn", "hide"]), [.testing("one", holds: true)], [], "hold"),
      // Nothing speaks here, so nothing waits.
      (court(must: ["hide"]), [.testing("one", holds: true)], [], "enforce"),
    ] as [(CategoryRule, [EscalationRule], [PlanRule], String)])
  func `the stance is that of the strongest thing`(
    category: CategoryRule, escalations: [EscalationRule], plans: [PlanRule], stance: String
  ) throws {
    #expect(try Self.decide(category, escalations, plans: plans).stance.rawValue == stance)
  }

  @Test func `the first category that holds is taken, later ones are named`() throws {
    let engine = try Oracle(
      testing: .testing {
        $0.categories = ["a", "b", "c", "d"].map { .testing($0, when: .says([$0])) }
      })
    let decision = try engine.decide(#"{"text": "d b c"}"#)
    #expect(decision.category == "b")
    #expect(decision.also == ["c", "d"])
    #expect(try engine.decide(#"{"text": "e"}"#).category == "other")
  }
}
