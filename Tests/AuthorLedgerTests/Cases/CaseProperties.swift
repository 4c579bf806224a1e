import AuthorLedger
import DecisionModel
import TestSupport
import Testing

/// What holds of any sequence of events.
@Suite struct CaseProperties {
  /// A log of comments, edits and deeds of several cases, in any order.
  static func randomLog(_ random: inout SeededGenerator, events: Int) -> CaseLog {
    var log = CaseLog()
    var minute = 0
    var decisions: [(number: Int64, case: Int64)] = []
    for _ in 0..<events {
      minute += Int.random(in: 0...40, using: &random)
      guard let known = decisions.randomElement(using: &random), Int.random(in: 0..<3, using: &random) > 0 else {
        let number = Bool.random(using: &random) ? decisions.randomElement(using: &random)?.case : nil
        let event = log.comment(
          obligations(&random, at: minute), at: minute, in: number,
          category: ["abuse", "complaint", nil].randomElement(
            using: &random) ?? nil, channel: ["x", "=1+1", nil].randomElement(using: &random) ?? nil)
        decisions.append((event, number ?? event))
        continue
      }
      log.add(happening(&random, known), at: minute, by: ["ann", "bob"].randomElement(using: &random) ?? "ann")
    }
    return log
  }

  private static func obligations(_ random: inout SeededGenerator, at minute: Int) -> [Obligation] {
    let all: [Obligation] = [
      .reply(within: 30, at: minute), .reply(within: 5, heldBy: ["legal"], isOptional: true, at: minute),
      .takeOver([("legal", minute + 30), ("duty", minute + 60)]), Obligation(.takeOver),
      Obligation(.approval(action: "block", teams: ["duty", "legal"], count: 2), due: CaseLog.at(minute + 20)),
      Obligation(.approval(action: "reply", teams: ["duty"], count: 1)),
      Obligation(.deed(action: "block")), Obligation(.deed(action: "warn"), due: CaseLog.at(minute + 10)),
      Obligation(.endOf(action: "block"), due: CaseLog.at(minute + 500)),
      .step("call", 1, since: .replied, workingDays: true, untilResolved: true), .step("ask", 1, since: .resolved),
    ]
    return all.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
  }

  private static func happening(
    _ random: inout SeededGenerator, _ known: (number: Int64, case: Int64)
  ) -> Happening {
    let deeds: [CaseDeed] = [
      .taken(team: "legal"), .taken(team: nil), .replied, .replied, .movedToPrivate, .resolved,
      .approved(action: "block", team: "duty"), .approved(action: "block", team: "legal"),
      .approved(action: "message", team: "legal"), .refused(action: "block", team: "duty"),
      .followedUp(step: "call"), .followedUp(step: "ask"), .ended(action: "block"),
    ]
    let others: [Happening] = [
      .edited(decision: known.number), .done(deed: "block", case: known.case), .done(deed: "second", case: known.case),
      .done(deed: "warn", case: nil), .appealed(decision: known.number),
      .appealSettled(decision: known.number, upheld: true), .pardoned(ladder: nil),
      .strike(
        Strike(
          decision: known.number, ladder: "conduct", weight: 1, at: CaseLog.at(0), strikes: 1, rung: "second")),
    ]
    if Int.random(in: 0..<3, using: &random) == 0, let other = others.randomElement(using: &random) { return other }
    return .handled(deeds.randomElement(using: &random) ?? .replied, case: known.case)
  }

  @Test func `a fold that is stopped and gone on with is the fold in one`() {
    var random = SeededGenerator(seed: propertySeed("case folds in halves"))
    for _ in 0..<300 {
      let log = Self.randomLog(&random, events: 30)
      let cut = Int.random(in: 0...log.events.count, using: &random)
      for number in Set(log.events.compactMap(\.case)) {
        var file = CaseFile(number: number, author: 1, events: log.events[..<cut], programs: CaseLog.programs)
        for event in log.events[cut...] { file.add(event, programs: CaseLog.programs) }
        #expect(file == log.file(number))
      }
    }
  }

  @Test func `an obligation is settled once, and nothing revives it`() {
    var random = SeededGenerator(seed: propertySeed("obligations are met once"))
    for _ in 0..<300 {
      let log = Self.randomLog(&random, events: 40)
      for number in Set(log.events.compactMap(\.case)) {
        var file = CaseFile(number: number, author: 1)
        for event in log.events {
          let before = file.duties
          let change = file.add(event, programs: CaseLog.programs)
          #expect(zip(before, file.duties).allSatisfy { $0.isPending || $0 == $1 })
          let repeated = change.settled.count { duty in duty.obligation.untilResolved }
          let settledNow = zip(before, file.duties).count { $0.isPending && !$1.isPending }
          #expect((settledNow...settledNow + repeated).contains(change.settled.count))
        }
      }
    }
  }

  @Test func `dropping what is settled changes nothing of what is not`() {
    var random = SeededGenerator(seed: propertySeed("settled duties are forgotten"))
    for _ in 0..<200 {
      let log = Self.randomLog(&random, events: 30)
      for number in Set(log.events.compactMap(\.case)) {
        var file = CaseFile(number: number, author: 1)
        for event in log.events {
          file.add(event, programs: CaseLog.programs)
          file.forgetSettled()
        }
        #expect(file.duties == log.file(number).duties.filter(\.isPending))
      }
    }
  }
}
