import DecisionModel
import Testing

@testable import DecisionEngine
@testable import DecisionOracle

/// 2026-12-02 is a Wednesday, 2026-12-05 a Saturday.
struct WorkingTimeTests {
  static let noon = TimeOfDay.noon
  static let evening = TimeOfDay(hour: 18, minute: 0) ?? .noon
  static let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

  static let afternoons = WorkingHours(WeeklyHours([.init(days: weekdays, opens: noon, closes: evening)]))
  static let mornings = WorkingHours(WeeklyHours([.init(days: Weekday.allCases, opens: .midnight, closes: noon)]))

  static func program(_ add: (inout DecisionProgram) -> Void = { _ in }) -> DecisionProgram {
    .testing {
      $0.teams = [
        TeamEntry(name: "care", title: "Customer care", hours: afternoons, cover: "legal"),
        TeamEntry(name: "legal", title: "Legal counsel", hours: mornings, cover: "duty"),
        TeamEntry(name: "duty", title: "Duty manager", hours: WorkingHours(WeeklyHours([]))),
      ]
      $0.plans = [
        PlanRule(
          name: "plan", title: "Put it right", owner: "care", within: Allowance(.hours(2), isWorkingTime: true),
          notBefore: .minutes(2), replyPlace: .publicly, isOptional: false, steps: [])
      ]
      $0.categories = [.testing("yes", when: .says(["yes"]), plan: "plan")]
      add(&$0)
    }
  }

  static func comment(_ at: String) -> String { #"{"text": "yes court", "post": {"at": "\#(at)"}}"# }

  @Test(
    arguments: [
      ("2026-12-02T13:00:00Z", "care", "2026-12-02T15:00:00Z"),
      ("2026-12-02T09:00:00Z", "legal", "2026-12-02T14:00:00Z"),
      ("2026-12-02T20:00:00Z", "duty", "2026-12-03T14:00:00Z"),
      ("2026-12-05T13:00:00Z", "duty", "2026-12-07T14:00:00Z"),
    ])
  func `who acts is asked when the comment comes, and the time is the owner's`(at: String, owner: String, due: String)
    throws
  {
    let decision = try Oracle(testing: Self.program()).decide(Self.comment(at))
    #expect(decision.reply?.owner == owner)
    #expect(decision.reply?.due?.description == due)
    let title = ["care": "Customer care", "legal": "Legal counsel", "duty": "Duty manager"][owner] ?? ""
    #expect(decision.summary.contains("\(title) answers within 2 working hours"))
  }

  @Test func `the pause stands after the place`() throws {
    let decision = try Oracle(testing: Self.program()).decide(Self.comment("2026-12-02T13:00:00Z"))
    #expect(
      decision.text.contains(
        #""in":"public","not_before":"2026-12-02T13:02:00Z","due":"2026-12-02T15:00:00Z""#))
  }

  @Test func `a level's time is that of its own team`() throws {
    let allowance = Allowance(.hours(1), isWorkingTime: true)
    let program = Self.program {
      $0.escalations = [
        EscalationRule(
          name: "court", title: "Court", place: .testing("escalation.court"), clause: Clause(when: .says(["court"])),
          levels: [LevelRule(team: "legal", within: allowance), LevelRule(team: "care", within: allowance)],
          holdsReply: false, plan: nil, must: [], may: [])
      ]
    }
    let decision = try Oracle(testing: program).decide(Self.comment("2026-12-02T11:30:00Z"))
    let levels = decision.actions.first { $0.action == "escalate" }?.levels ?? []
    #expect(levels.map { "\($0.team) \($0.due)" } == ["legal 2026-12-03T00:30:00Z", "care 2026-12-02T13:00:00Z"])
  }

  @Test func `a circle of cover ends`() throws {
    let program = Self.program {
      let never = WorkingHours(WeeklyHours([]))
      $0.teams = ["care", "legal", "duty"].enumerated().map { index, name in
        TeamEntry(name: name, title: name, hours: never, cover: ["legal", "duty", "care"][index])
      }
    }
    #expect(try Oracle(testing: program).decide(Self.comment("2026-12-02T09:00:00Z")).reply?.due == .latest)
  }

  @Test func `whether a team is open is found, and when was looked`() throws {
    let program = DecisionProgram.testing {
      $0.teams[0] = TeamEntry(name: "care", title: "Customer care", hours: Self.afternoons)
      $0.categories = [.testing("asked", when: .all([.timeOpen("care"), .not(.timeOpen("legal"))]))]
    }
    let engine = try Oracle(testing: program)
    #expect(try engine.truth(#"{"text": "a", "post": {"at": "2026-12-02T13:00:00Z"}}"#) == .no)
    var open = program
    open.categories[0] = .testing("asked", when: .timeOpen("care"))
    let decision = try Oracle(testing: open).decide(#"{"text": "a", "post": {"at": "2026-12-02T13:00:00Z"}}"#)
    #expect(
      decision.text.contains(
        #""found":[{"fact":"time.open","is":"2026-12-02T13:00:00Z","test":"care"}]"#))
    let later = try engine.comment(try json(#"{"text": "a"}"#), now: testNow)
    let trace = try Oracle(testing: open).explain(later).first { $0.anchor == "category.asked" }
    #expect(trace?.when?.words == "time.open: care")
    #expect(trace?.when?.because == "came 2026-12-02T09:00:00Z")
  }

  @Test func `a program whose teams are not there is refused`() {
    #expect(throws: EngineProblem.self) { try Oracle(testing: .asking(.timeOpen("press"))) }
    let program = DecisionProgram.testing { $0.teams[0] = TeamEntry(name: "care", title: "Care", cover: "press") }
    #expect(throws: EngineProblem.self) { try Oracle(testing: program) }
  }
}
