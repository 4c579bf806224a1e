import AuthorLedger
import DecisionModel
import Testing

/// Events in their canonical form.
@Suite struct EventTests {
  @Test(arguments: happenings)
  func `an event is read back as it was written`(_ happening: Happening) throws {
    let event = LedgerEvent(
      number: 12, author: 3, place: 4, at: noon, actor: "Ana \"A\" \u{7}", playbook: version, happening: happening)
    let read = try LedgerEvent(json: JSONValue(parsing: event.json))
    #expect(read == event)
    #expect(read.json == event.json)
  }

  @Test func `the canonical form is this one`() {
    let event = LedgerEvent(
      number: 2, author: 1, place: 2, at: noon, actor: "decorum", playbook: version,
      happening: .strike(Strike(decision: 1, ladder: "abuse", weight: 2, at: noon, strikes: 2, rung: "warning")))
    #expect(
      String(decoding: event.json, as: UTF8.self)
        == #"{"number":2,"author":1,"place":2,"at":"2026-12-01T12:00:00Z","by":"decorum","playbook":{"name":"Café","#
        + #""version":"1.2","digest":"sha256:00"},"did":{"strike":{"decision":1,"ladder":"abuse","weight":2,"#
        + #""at":"2026-12-01T12:00:00Z","strikes":2,"rung":"warning"}}}"#)
  }

  @Test(arguments: [
    #"{}"#, #"{"edited":{}}"#, #"{"edited":{"decision":1.5}}"#, #"{"edited":{"decision":1},"erased":{}}"#,
    #"{"decided":{"comment":"00","posted":"2026-12-01T12:00:00Z","stance":"hold"}}"#, #"{"mode":{"mode":"x"}}"#,
    #"{"handled":{"deed":"danced","case":1}}"#, #"{"strike":{"decision":1}}"#, "[]", "1", #"{"unheard_of":{}}"#,
  ])
  func `what is no event is refused`(_ json: String) throws {
    let json = try JSONValue(parsing: Array(json.utf8))
    #expect(throws: EventProblem.self) { try Happening(json: json) }
  }

  private static let happenings: [Happening] =
    [
      .decided(decided), .decided(DecidedComment(comment: key, posted: noon, stance: .observe)),
      .strike(Strike(decision: 1, ladder: "a", weight: 2, at: noon, strikes: 2, rung: nil, isShadow: true)),
      .edited(decision: 7), .done(deed: "warn", case: nil), .done(deed: "block", case: 7), .appealed(decision: 7),
      .appealSettled(decision: 7, upheld: true), .appealSettled(decision: 7, upheld: false), .pardoned(ladder: nil),
      .pardoned(ladder: "a"), .mode("crisis", isOn: true), .mode("crisis", isOn: false), .erased(),
      .erased(withStanding: true), .expired(.texts, before: noon), .expired(.events, before: noon),
    ]
    + ([
      .taken(team: nil), .taken(team: "care"), .replied, .movedToPrivate, .approved(action: "block", team: "legal"),
      .refused(action: "block", team: "legal"), .followedUp(step: "call"), .ended(action: "block"), .resolved,
    ] as [CaseDeed]).map { .handled($0, case: 9) }

  private static var decided: DecidedComment {
    DecidedComment(
      comment: key, thread: LedgerKey(bytes: [UInt8](repeating: 0xFF, count: 32)), case: 3, posted: noon,
      channel: "instagram", category: "abuse", stance: .enforce, actions: ["hide", "warn"], braked: ["hide"],
      escalations: ["legal"],
      clauses: ["category.abuse", "ladder.abuse.warning"], said: ["category.abuse": 1, "a": 0],
      obligations: obligations, known: .object([JSONMember("modes", .array([.text("crisis")]))]))
  }

  private static var obligations: [Obligation] {
    let after = Length(1.5, .hours).map { Allowance($0, isWorkingTime: true) }
    return [
      Obligation(.reply(plan: "recovery"), owner: "care", due: noon, notBefore: noon, heldBy: ["legal"]),
      Obligation(.takeOver, levels: [DecidedLevel(team: "a", due: noon), DecidedLevel(team: "b", due: noon)]),
      Obligation(.deed(action: "warn"), isOptional: true),
      Obligation(.approval(action: "block", teams: ["a", "b"], count: 2)),
      Obligation(.step("follow_up"), since: .replied, after: after, untilResolved: true),
      Obligation(.endOf(action: "block"), since: .resolved),
    ]
  }
}

private let noon = Instant(seconds: 1_796_126_400)
private let key = LedgerKey(bytes: Array(0..<32))
private let version = PlaybookVersion(name: "Café", version: "1.2", digest: "sha256:00")
