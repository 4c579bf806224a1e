import AuthorLedger
import DecisionModel
import Testing

/// What is due, overdue and at risk.
@Suite struct DueTests {
  @Test(
    arguments: [
      (0, .due), (45, .due), (46, .atRisk), (60, .atRisk), (61, .overdue),
    ] as [(Int, DueItem.Urgency)])
  func `with less than a quarter of its time left it is at risk, and after its deadline overdue`(
    _ minute: Int, _ urgency: DueItem.Urgency
  ) {
    var log = CaseLog()
    log.comment([.reply(within: 60)], at: 0)
    #expect(log.file().dueItems(at: CaseLog.at(minute)).map(\.urgency) == [urgency])
  }

  @Test(arguments: [(60, 1), (61, 0)])
  func `what is optional is never overdue`(_ minute: Int, _ count: Int) {
    var log = CaseLog()
    log.comment([.reply(within: 60, isOptional: true)], at: 0)
    #expect(log.file().dueItems(at: CaseLog.at(minute)).count == count)
  }

  @Test func `what may not begin yet is later, and what nothing limits has no deadline`() {
    var log = CaseLog()
    log.comment(
      [
        Obligation(.reply(plan: "a"), due: CaseLog.at(60), notBefore: CaseLog.at(10)),
        Obligation(.deed(action: "warn")),
        Obligation(.endOf(action: "block"), due: CaseLog.at(60)), .step("ask", 1, since: .resolved),
      ], at: 0)
    #expect(log.file().dueItems(at: CaseLog.at(5)).map(\.urgency) == [.later, .whenever, .later])
    #expect(log.file().dueItems(at: CaseLog.at(10)).map(\.urgency) == [.due, .whenever, .later])
  }

  @Test(
    arguments: [
      (0, 1, "legal", .due), (25, 1, "legal", .atRisk), (31, 2, "duty", .due), (55, 2, "duty", .atRisk),
      (61, 2, "duty", .overdue),
    ] as [(Int, Int, String, DueItem.Urgency)])
  func `each level of an escalation has its own time`(
    _ minute: Int, _ level: Int, _ team: String, _ urgency: DueItem.Urgency
  ) {
    var log = CaseLog()
    log.comment([.takeOver([("legal", 30), ("duty", 60)])], at: 0)
    let item = log.file().dueItems(at: CaseLog.at(minute)).first
    #expect(item?.level == level && item?.team == team && item?.urgency == urgency && item?.levels == 2)
  }

  @Test(
    arguments: [
      (0, .waiting), (45, .waiting), (46, .atRisk), (61, .overdue),
    ] as [(Int, DueItem.Urgency)])
  func `what waits for somebody's word says so, until its time is almost over`(
    _ minute: Int, _ urgency: DueItem.Urgency
  ) {
    var log = CaseLog()
    log.comment([.reply(within: 60, heldBy: ["legal"])], at: 0)
    let item = log.file().dueItems(at: CaseLog.at(minute)).first
    #expect(item?.urgency == urgency && item?.waitsFor == ["legal"])
    log.handle(.approved(action: "reply", team: "legal"), at: 0)
    #expect(log.file().dueItems(at: CaseLog.at(1)).map(\.urgency) == [.due])
  }

  @Test func `teams stand by name, each with what presses most first`() {
    var log = CaseLog()
    log.comment([.reply(within: 90), .takeOver([("legal", 30)]), Obligation(.takeOver)], at: 0)
    log.comment([.reply(within: 20, at: 1)], at: 1, author: 2)
    let list = DueList([1, 2].map { log.file($0) }, at: CaseLog.at(40))
    #expect(list.teams.map(\.name) == [nil, "care", "legal"])
    #expect(list.teams[1].items.map(\.case) == [2, 1])
    #expect(list.count(.overdue) == 2)
  }

  @Test func `several comments that one answer meets stand once, as the first is due`() {
    var log = CaseLog()
    log.comment([.reply(within: 90)], at: 0)
    log.comment([.reply(within: 20, at: 10)], at: 10, in: 1)
    #expect(log.file().dueItems(at: CaseLog.at(12)).map(\.due) == [CaseLog.at(30)])
  }

  @Test(arguments: [("care", 1), ("legal", 2), ("duty", 1), ("nobody", 0)])
  func `a team sees what it owes and what waits for it`(_ team: String, _ count: Int) {
    var log = CaseLog()
    log.comment(
      [
        .reply(within: 90, heldBy: ["legal"]),
        Obligation(.approval(action: "block", teams: ["duty", "legal"], count: 1), owner: "duty"),
      ], at: 0)
    #expect(DueList([log.file()], at: CaseLog.at(1), team: team).items.count == count)
  }

  @Test func `the list as data is this`() {
    var log = CaseLog()
    log.comment([.reply(within: 30, heldBy: ["legal"])], at: 0)
    let json = String(decoding: DueList([log.file()], at: CaseLog.at(25)).json, as: UTF8.self)
    #expect(
      json == #"{"now":"2026-12-01T09:25:00Z","overdue":0,"at_risk":1,"due":[{"case":1,"author":1,"decision":1,"#
        + #""category":"complaint","channel":"x","reply":"recovery","team":"care","due":"2026-12-01T09:30:00Z","#
        + #""urgency":"at_risk","waits_for":["legal"]}]}"#)
  }
}
