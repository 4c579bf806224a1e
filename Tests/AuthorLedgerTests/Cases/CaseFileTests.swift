import AuthorLedger
import DecisionModel
import Testing

/// What becomes of a case, event by event.
@Suite struct CaseFileTests {
  @Test(arguments: [(59, false), (60, false), (61, true)])
  func `an answer is late when its deadline is over`(_ minute: Int, _ isLate: Bool) {
    var log = CaseLog()
    log.comment([.reply(within: 60)], at: 0)
    log.handle(.replied, at: minute)
    #expect(log.file().duties.map(\.state) == [.met(at: CaseLog.at(minute), by: "ana", isLate: isLate)])
    #expect(log.file().standing.state == .answered)
  }

  @Test func `one answer answers every comment of the case`() {
    var log = CaseLog()
    log.comment([.reply(within: 60)], at: 0)
    log.comment([.reply(within: 60, at: 10)], at: 10, in: 1)
    #expect(log.file().standing.waitingSince == CaseLog.at(0))
    log.handle(.replied, at: 65)
    let met = log.file().duties.map(\.state)
    #expect(
      met == [
        .met(at: CaseLog.at(65), by: "ana", isLate: true), .met(at: CaseLog.at(65), by: "ana", isLate: false),
      ])
  }

  @Test(
    arguments: [
      (nil, true), ("legal", true), ("pr", true), ("duty", true), ("care", false),
    ] as [(String?, Bool)])
  func `an escalation is taken over by its teams and by who covers for them`(_ team: String?, _ isMet: Bool) {
    var log = CaseLog()
    log.comment([.takeOver([("legal", 30), ("pr", 60)])], at: 0)
    log.handle(.taken(team: team), at: 20)
    #expect(log.file().duties.contains(where: \.isOpen) == !isMet)
    #expect(log.file().standing.state == .taken)
  }

  @Test(arguments: [(0, "legal", 30), (30, "legal", 30), (31, "pr", 60), (60, "pr", 60), (600, "pr", 60)])
  func `an escalation that runs out goes to its next level`(_ minute: Int, _ team: String, _ due: Int) {
    let obligation = Obligation.takeOver([("legal", 30), ("pr", 60)])
    #expect(obligation.owner(at: CaseLog.at(minute)) == team)
    #expect(obligation.due(at: CaseLog.at(minute)) == CaseLog.at(due))
  }

  @Test func `what waits for an answer begins with it, in the hours of its owner`() {
    var log = CaseLog()
    log.comment(
      [.reply(within: 60), .step("check", 1, since: .replied, workingDays: true), .step("ask", 7, since: .resolved)],
      at: 0)
    #expect(log.file().duties.map(\.state) == [.open, .waiting, .waiting])
    log.handle(.replied, at: 30)
    let checked = log.file().duties[1]
    #expect(checked.isOpen && checked.began == CaseLog.at(30))
    // Wednesday's close: Tuesday is not counted.
    #expect(checked.obligation.due == Instant("2026-12-02T17:00:00Z"))
    log.handle(.replied, at: 90)
    #expect(log.file().duties[1].began == CaseLog.at(30), "a second answer begins nothing again")
    log.handle(.resolved, at: 120)
    #expect(log.file().duties[2].obligation.due == Instant("2026-12-08T11:00:00Z"))
  }

  @Test func `what is done until the case is resolved comes again, and ends with it`() {
    var log = CaseLog()
    log.comment([.step("call", 2, since: .replied, untilResolved: true)], at: 0)
    log.handle(.replied, at: 0)
    log.handle(.followedUp(step: "call"), at: 60)
    #expect(log.file().duties.map(\.obligation.due) == [CaseLog.at(60 + 2 * 1440)])
    #expect(log.file().duties.map(\.isOpen) == [true])
    log.handle(.resolved, at: 90)
    #expect(log.file().duties.map(\.state) == [.ended(at: CaseLog.at(90), .resolved)])
  }

  @Test func `a new comment opens a resolved case again, and what began with the end waits again`() {
    var log = CaseLog()
    log.comment([.reply(within: 60), .step("ask", 7, since: .resolved)], at: 0)
    log.handle(.taken(team: nil), at: 5)
    log.handle(.resolved, at: 10)
    #expect(log.file().standing.state == .resolved)
    #expect(log.file().duties.map(\.state) == [.ended(at: CaseLog.at(10), .resolved), .open])
    log.comment([.reply(within: 60, at: 20)], at: 20, in: 1)
    #expect(log.file().standing.state == .open)
    #expect(log.file().duties.map(\.isOpen) == [false, false, true])
    log.handle(.resolved, at: 40)
    #expect(log.file().duties[1].obligation.due == CaseLog.at(40 + 7 * 1440))
  }

  @Test func `an edit replaces what the old decision wanted`() {
    var log = CaseLog()
    let old = log.comment([.reply(within: 60), Obligation(.deed(action: "hide"))], at: 0)
    log.add(.edited(decision: old), at: 10)
    log.comment([.reply(within: 60)], at: 10, in: old)
    let ended = CaseDuty.State.ended(at: CaseLog.at(10), .edited)
    #expect(log.file().duties.map(\.state) == [ended, ended, .open])
    #expect(log.file().standing.comments == 1)
  }

  @Test func `an edit of another case changes nothing`() {
    var log = CaseLog()
    log.comment([.reply(within: 60)], at: 0)
    let other = log.comment([.reply(within: 60)], at: 1)
    log.add(.edited(decision: other), at: 10)
    #expect(log.file(1).standing.comments == 1)
    #expect(log.file(other).standing.comments == 0)
  }

  @Test func `a rung that was carried out stands for what it orders`() {
    var log = CaseLog()
    log.comment([Obligation(.deed(action: "warn")), Obligation(.deed(action: "hide"))], at: 0)
    log.add(.done(deed: "second", case: 1), at: 5)
    #expect(log.file().duties.map(\.isOpen) == [false, true])
    log.add(.done(deed: "hide", case: nil), at: 6)
    #expect(log.file().duties.map(\.isOpen) == [false, true], "what names no case meets nothing in this one")
  }

  @Test func `an end that only the author's wish brings is wanted of nobody until then`() {
    var log = CaseLog()
    log.comment([Obligation(.endOf(action: "hide"))], at: 0)
    #expect(log.file().duties.map(\.state) == [.waiting])
    log.handle(.ended(action: "hide"), at: 5)
    #expect(!log.file().isPending)
  }

  @Test func `the end of an action is met when it is lifted`() {
    var log = CaseLog()
    log.comment([Obligation(.endOf(action: "block"), due: CaseLog.at(90 * 1440))], at: 0)
    log.handle(.ended(action: "block"), at: 5)
    #expect(!log.file().isPending)
  }
}

/// Who says yes, and what a no ends.
@Suite struct ApprovalTests {
  private static func log(_ count: Int, of teams: [String]) -> CaseLog {
    var log = CaseLog()
    log.comment(
      [
        Obligation(.approval(action: "block", teams: teams, count: count)), Obligation(.deed(action: "block")),
        Obligation(.endOf(action: "block"), due: CaseLog.at(9_000)),
      ], at: 0)
    return log
  }

  @Test(
    arguments: [
      (1, ["duty"], [("duty", "ann")], true), (1, ["duty"], [("care", "ann")], false),
      (2, ["duty"], [("duty", "ann"), ("duty", "ann")], false),
      (2, ["duty"], [("duty", "ann"), ("duty", "bob")], true),
      (2, ["duty", "legal"], [("duty", "ann"), ("duty", "bob")], false),
      (2, ["duty", "legal"], [("duty", "ann"), ("legal", "ann")], false),
      (2, ["duty", "legal"], [("duty", "ann"), ("legal", "bob")], true),
    ] as [(Int, [String], [(String, String)], Bool)])
  func `so many people say yes, of different teams where there are several`(
    _ count: Int, _ teams: [String], _ yeses: [(String, String)], _ isMet: Bool
  ) {
    var log = Self.log(count, of: teams)
    for (team, name) in yeses { log.handle(.approved(action: "block", team: team), at: 5, by: name) }
    #expect(log.file().duties.map(\.isOpen) == [!isMet, true, true])
  }

  @Test(arguments: [("duty", false), ("care", true)])
  func `a no of a team that is asked ends the action and its end`(_ team: String, _ isOpen: Bool) {
    var log = Self.log(1, of: ["duty"])
    log.handle(.refused(action: "block", team: team), at: 5)
    #expect(log.file().duties.map(\.isOpen) == [isOpen, isOpen, isOpen])
  }

  @Test func `what was done needs no yes any more`() {
    var log = Self.log(1, of: ["duty"])
    log.add(.done(deed: "block", case: 1), at: 5)
    #expect(
      log.file().duties.map(\.state) == [
        .ended(at: CaseLog.at(5), .overtaken), .met(at: CaseLog.at(5), by: "ana", isLate: false), .open,
      ])
  }

  @Test func `a held answer waits for its team's word`() {
    var log = CaseLog()
    log.comment([.reply(within: 60, heldBy: ["legal"])], at: 0)
    #expect(log.file().dueItems(at: CaseLog.at(1)).map(\.waitsFor) == [["legal"]])
    log.handle(.approved(action: "reply", team: "legal"), at: 5)
    #expect(log.file().dueItems(at: CaseLog.at(6)).map(\.waitsFor) == [[]])
    log.handle(.refused(action: "reply", team: "legal"), at: 7)
    #expect(!log.file().isPending)
  }
}

/// What the next decision is told of a case.
@Suite struct CaseFactsTests {
  private func facts(_ log: CaseLog, at minute: Int) -> String {
    var writer = JSONWriter()
    writer.value(.object(log.file().standing.facts(at: CaseLog.at(minute))))
    return writer.text
  }

  @Test func `the facts of a case follow it from its first comment to its end`() {
    var log = CaseLog()
    #expect(facts(log, at: 0) == #"{"open":false,"comments":1}"#)
    log.comment([.reply(within: 60)], at: 0)
    #expect(facts(log, at: 2) == #"{"open":true,"comments":2,"unanswered_for":120}"#)
    log.handle(.replied, at: 3)
    #expect(facts(log, at: 4) == #"{"open":true,"comments":2}"#)
    log.handle(.resolved, at: 5)
    #expect(facts(log, at: 8) == #"{"open":false,"comments":2,"resolved_for":180}"#)
  }
}
