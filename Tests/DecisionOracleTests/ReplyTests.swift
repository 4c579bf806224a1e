import DecisionEngine
import DecisionModel
import DecisionOracle
import Testing

@Suite struct ReplyTests {
  static func engine(_ plan: PlanRule) throws -> Oracle {
    try Oracle(
      testing: .testing {
        $0.plans = [plan]
        $0.categories = [.testing("asked", when: .says(["yes"]), plan: plan.name)]
      })
  }

  static func steps(_ steps: [StepRule], _ comment: String) throws -> [DecidedStep] {
    try engine(.testing("plan", steps: steps)).decide(comment).reply?.steps ?? []
  }

  @Test func `a reply has its plan, its owner, its place and its deadline`() throws {
    let plan = PlanRule.testing("plan", steps: [.testing("ask"), .testing("offer", say: ["Take [what]."])])
    let decision = try Self.engine(plan).decide(#"{"text": "yes", "post": {"at": "2026-12-01T08:00:00Z"}}"#)
    #expect(
      decision.text.contains(
        #""actions":[{"action":"reply"}],"reply":{"plan":"plan","owner":"care","in":"public","due":"2026-12-01T09:00:00Z","#
          + #""steps":[{"step":"ask"},{"step":"offer","say":"Take [what]."}]}"#))
  }

  @Test(
    arguments: [
      (.publicly, "private", "public", "reply"), (.privately, "public", "private", "message"),
      (.same, "public", "public", "reply"),
      (.same, "Private", "private", "message"), (nil, "private", "private", "message"),
    ] as [(ReplyPlace?, String, String, String)])
  func `an answer stands where the plan says`(place: ReplyPlace?, visibility: String, expected: String, action: String)
    throws
  {
    let comment = #"{"text": "yes", "post": {"visibility": "\#(visibility)"}}"#
    let decision = try Self.engine(.testing("plan", place: place)).decide(comment)
    #expect(decision.reply?.place.rawValue == expected)
    #expect(decision.ordered == [action])
  }

  @Test func `where the comment stands unknown, the answer is public`() throws {
    #expect(try Self.engine(.testing("plan", place: .same)).decide(#"{"text": "yes"}"#).reply?.place == .publicly)
  }

  @Test(
    arguments: [
      (Allowance(.minutes(90)), "2026-12-02T10:30:00Z"), (Allowance(.days(2)), "2026-12-04T09:00:00Z"),
      (Allowance(.hours(3), isWorkingTime: true), "2026-12-02T12:00:00Z"),
      (Allowance(.days(1), isWorkingTime: true), "2026-12-04T00:00:00Z"),
      (nil, nil),
    ] as [(Allowance?, String?)])
  func `an answer is due so long after the comment`(within: Allowance?, due: String?) throws {
    let decision = try Self.engine(.testing("plan", within: within)).decide(#"{"text": "yes"}"#)
    #expect(decision.reply?.due?.description == due)
  }

  @Test func `an answer that nobody must give stands under may`() throws {
    let decision = try Self.engine(.testing("plan", isOptional: true)).decide(#"{"text": "yes"}"#)
    #expect(decision.ordered.isEmpty)
    #expect(decision.may.map(\.action) == ["reply"])
    #expect(decision.reply?.plan == "plan")
  }

  @Test func `the steps are those whose clause holds`() throws {
    let steps: [StepRule] = [
      .testing("thank"), .testing("ask", when: .says(["never"])), .testing("offer", when: .says(["yes"])),
      .testing("solve", when: .fact("x.yes", .yesNo(true))),
      .testing("own", when: .says(["yes"]), unless: .says(["indeed"])),
    ]
    #expect(try Self.steps(steps, #"{"text": "yes"}"#).map(\.step) == ["thank", "offer", "own"])
    #expect(
      try Self.steps(steps, #"{"text": "yes indeed", "facts": {"x.yes": true}}"#).map(\.step) == [
        "thank", "offer", "solve",
      ])
  }

  static let given = """
    "author": {"name": "Zoë", "followers": 12000.5, "verified": true, "account_age": 1209600, "roles": ["Staff", "VIP"]}, \
    "post": {"at": "2026-12-01T08:00:00+01:00"}, "facts": {"x.duration": 90}
    """

  @Test(arguments: [
    ("Dear {author.name},", "Dear Zoë,"), ("{author.followers}", "12000.5"), ("{author.verified}", "yes"),
    ("{author.account_age}", "2 weeks"), ("{author.roles}", "Staff, VIP"), ("{post.at}", "2026-12-01T07:00:00Z"),
    ("{x.duration}", "90 seconds"), ("[what] {{and}} [[this]]", "[what] {and} [this]"),
    ("{x.word} {author.name}", "[x.word] Zoë"),
  ])
  func `facts are filled in and blanks left`(written: String, said: String) throws {
    let steps = try Self.steps([.testing("thank", say: [written])], #"{"text": "yes", \#(Self.given)}"#)
    #expect(steps.map(\.say) == [said])
  }

  @Test(
    arguments: [
      (0.0, "0 seconds"), (1, "1 second"), (60, "1 minute"), (5400, "90 minutes"), (86_400, "1 day"),
      (604_800, "1 week"),
      (777_600, "9 days"), (0.5, "0.5 seconds"), (1e300, nil),
    ] as [(Double, String?)])
  func `a duration is said in its largest whole unit`(seconds: Double, said: String?) throws {
    let comment = #"{"text": "yes", "facts": {"x.duration": \#(seconds)}}"#
    let steps = try Self.steps([.testing("thank", say: ["{x.duration}"])], comment)
    #expect(steps.first?.say == said ?? "1\(String(repeating: "0", count: 300)) seconds")
  }

  @Test func `which wording is said depends on the clause and the comment`() throws {
    let wordings = (0..<7).map { "wording \($0)" }
    let steps: [StepRule] = [.testing("thank", say: wordings), .testing("ask", say: wordings)]
    // Computed with Python: FNV-1a over "response.plan.thank", a zero byte and the id or the text, modulo 7.
    #expect(try Self.steps(steps, #"{"id": "c-1", "text": "yes"}"#).map(\.say) == ["wording 2", "wording 5"])
    #expect(try Self.steps(steps, #"{"id": "c-1", "text": "yes, really"}"#).map(\.say) == ["wording 2", "wording 5"])
    #expect(try Self.steps(steps, #"{"text": "yes"}"#).map(\.say) == ["wording 5", "wording 6"])
  }

  @Test func `a wording that needs an unknown fact is passed over, and only if none is left it has a blank`() throws {
    let wordings = ["{x.word}", "known", "{x.text}"]
    for id in 0..<20 {
      let steps = try Self.steps([.testing("thank", say: wordings)], #"{"id": "\#(id)", "text": "yes"}"#)
      #expect(steps.map(\.say) == ["known"])
    }
    let steps = try Self.steps([.testing("thank", say: ["{x.word} and {author.name}"])], #"{"text": "yes"}"#)
    #expect(steps.map(\.say) == ["[x.word] and [author.name]"])
  }
}
