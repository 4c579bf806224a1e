import AuthorLedger
import DecisionModel

/// Events as a ledger would have them, for tests: instants are minutes after Tuesday, 2026-12-01 09:00 UTC.
struct CaseLog {
  private(set) var events: [LedgerEvent] = []

  static let version = PlaybookVersion(name: "sample", version: "1", digest: "sha256:00")

  /// Care works on weekdays from nine to five, and duty covers for legal.
  static let program: DecisionProgram = {
    var program = DecisionProgram(playbook: "sample", version: "1", zone: .utc)
    let office = [TimeOfDay(hour: 9, minute: 0), TimeOfDay(hour: 17, minute: 0)].compactMap { $0 }
    let hours = WeeklyHours([
      .init(days: Array(Weekday.allCases.prefix(5)), opens: office[0], closes: office[1])
    ])
    program.teams = [
      TeamEntry(name: "care", title: "Care", hours: WorkingHours(hours)),
      TeamEntry(name: "legal", title: "Legal", cover: "duty"), TeamEntry(name: "duty", title: "Duty"),
    ]
    program.actions = ActionDefinition.ordered(declared: [])
    let warn = RungRule(
      name: "second", place: ClausePlace(anchor: "ladder.conduct.second", section: "1", at: ""), strikes: 2, needs: nil,
      must: [ActionOrder(action: "warn")], may: [], wordings: [])
    program.ladders = [LadderRule(name: "conduct", title: "Conduct", forgetAfter: nil, rungs: [warn])]
    return program
  }()

  static func programs(_ version: PlaybookVersion) -> DecisionProgram? { program }

  static func at(_ minutes: Int) -> Instant { Instant(seconds: 1_796_115_600 + Int64(minutes) * 60) }

  @discardableResult
  mutating func add(_ happening: Happening, at minutes: Int, by actor: String = "ana", author: Int64 = 1) -> Int64 {
    let number = Int64(events.count + 1)
    events.append(
      LedgerEvent(
        number: number, author: author, place: number, at: CaseLog.at(minutes), actor: actor,
        playbook: CaseLog.version, happening: happening))
    return number
  }

  /// A comment, with what is wanted about it; the number of its event.
  @discardableResult
  mutating func comment(
    _ obligations: [Obligation], at minutes: Int, in number: Int64? = nil, author: Int64 = 1,
    category: String? = "complaint", channel: String? = "x"
  ) -> Int64 {
    add(
      .decided(
        DecidedComment(
          comment: LedgerKey(bytes: []), case: number, posted: CaseLog.at(minutes), channel: channel,
          category: category, stance: .respond, obligations: obligations)),
      at: minutes, by: "decorum", author: author)
  }

  mutating func handle(_ deed: CaseDeed, at minutes: Int, in number: Int64 = 1, by actor: String = "ana") {
    add(.handled(deed, case: number), at: minutes, by: actor)
  }

  func file(_ number: Int64 = 1) -> CaseFile {
    CaseFile(number: number, author: 1, events: events, programs: CaseLog.programs)
  }
}

extension Obligation {
  static func reply(within minutes: Int, heldBy: [String] = [], isOptional: Bool = false, at: Int = 0) -> Obligation {
    Obligation(
      .reply(plan: "recovery"), owner: "care", due: CaseLog.at(at + minutes), heldBy: heldBy, isOptional: isOptional)
  }

  /// Levels by team, each due so many minutes after the start.
  static func takeOver(_ levels: [(String, Int)]) -> Obligation {
    let levels = levels.map { DecidedLevel(team: $0.0, due: CaseLog.at($0.1)) }
    return Obligation(.takeOver, owner: levels.first?.team, due: levels.first?.due, levels: levels)
  }

  static func step(
    _ name: String, _ days: Double, since: FollowUpRule.Start, workingDays: Bool = false, untilResolved: Bool = false
  ) -> Obligation {
    Obligation(
      .step(name), owner: "care", since: since,
      after: Length(days, .days).map { Allowance($0, isWorkingTime: workingDays) }, untilResolved: untilResolved)
  }
}
