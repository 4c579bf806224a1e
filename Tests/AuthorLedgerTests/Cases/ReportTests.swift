import AuthorLedger
import DecisionModel
import TestSupport
import Testing

/// The figures of a report.
@Suite struct ReportTests {
  private static func report(_ events: [LedgerEvent], at minute: Int) -> LedgerReport {
    var fold = ReportFold(in: .utc, programs: CaseLog.programs)
    for event in events { fold.add(event) }
    return fold.report(at: CaseLog.at(minute))
  }

  @Test func `answers are in time, late, overdue or open`() {
    var log = CaseLog()
    for minute in 0..<4 { log.comment([.reply(within: 60)], at: minute) }
    log.comment([.reply(within: 600)], at: 4)
    log.handle(.replied, at: 30, in: 1)
    log.handle(.replied, at: 61, in: 2)
    log.handle(.resolved, at: 50, in: 3)
    let report = Self.report(log.events, at: 120)
    let replies = report.total.replies
    #expect(
      [replies.asked, replies.inTime, replies.late, replies.dropped, replies.overdue, replies.open] == [
        5, 1, 1, 1, 1, 1,
      ])
    #expect(replies.share == 1.0 / 3)
    #expect(report.total.firstReplies.percentile(50) == 1_800)
    #expect(report.timeUsed == [0, 1, 0, 0, 1, 0, 0, 0])
  }

  @Test func `the first answer of a case is counted once, from its first comment`() {
    var log = CaseLog()
    log.comment([.reply(within: 60)], at: 0)
    log.comment([.reply(within: 60, at: 5)], at: 5, in: 1)
    log.handle(.replied, at: 10)
    log.comment([.reply(within: 60, at: 100)], at: 100, in: 1)
    log.handle(.replied, at: 101)
    let report = Self.report(log.events, at: 200)
    #expect(report.total.firstReplies.count == 1)
    #expect(report.total.firstReplies.percentile(90) == 600)
    #expect(report.total.replies.inTime == 3)
  }

  @Test(arguments: [(50, 5), (90, 9), (91, 10), (100, 10), (1, 1)])
  func `percentiles are those of the nearest rank`(_ percent: Int, _ seconds: Int64) {
    var times = WaitingTimes()
    for second in (1...10).reversed() { times.add(seconds: Int64(second)) }
    #expect(times.percentile(percent) == seconds)
    #expect(WaitingTimes().percentile(percent) == nil)
  }

  @Test func `long times are rounded by less than two thousandths, and stay in order`() {
    var random = SeededGenerator(seed: propertySeed("waiting times"))
    for _ in 0..<200 {
      let seconds = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        Int64.random(in: 0...(1 << Int64.random(in: 1...40, using: &random)), using: &random)
      }
      var times = WaitingTimes()
      for time in seconds { times.add(seconds: time) }
      for percent in [50, 90, 100] {
        let exact = seconds.sorted()[max(1, (seconds.count * percent + 99) / 100) - 1]
        let found = times.percentile(percent) ?? -1
        #expect(found <= exact && Double(found) > Double(exact) * 0.998 - 1)
        if exact < 1024 { #expect(found == exact) }
      }
    }
  }

  @Test func `the figures of the parts add up to the whole`() {
    var random = SeededGenerator(seed: propertySeed("parts add up"))
    for _ in 0..<200 {
      let log = CaseProperties.randomLog(&random, events: 60)
      let report = Self.report(log.events, at: 60 * 40)
      for part in report.parts {
        var sum = Figures()
        for row in part.rows { sum.add(row.figures) }
        #expect(sum == report.total)
      }
      for figures in [report.total.replies] + report.duties.values {
        let states = figures.inTime + figures.late + figures.dropped + figures.overdue + figures.open
        #expect(figures.asked == states)
      }
    }
  }

  @Test func `the one pass counts what the folds of the cases say`() {
    var random = SeededGenerator(seed: propertySeed("one pass"))
    for _ in 0..<200 {
      let log = CaseProperties.randomLog(&random, events: 60)
      let end = 60 * 40
      let report = Self.report(log.events, at: end)
      let replies = Set(log.events.compactMap(\.case)).flatMap { log.file($0).duties }.filter { duty in
        if case .reply = duty.obligation.duty { !duty.obligation.isOptional } else { false }
      }
      #expect(report.total.replies.asked == replies.count)
      let inTime = replies.count { if case .met(_, _, false) = $0.state { true } else { false } }
      #expect(report.total.replies.inTime == inTime)
      let overdue = replies.count { duty in duty.isOpen && (duty.obligation.due.map { $0 < CaseLog.at(end) } ?? false) }
      #expect(report.total.replies.overdue == overdue)
    }
  }

  @Test func `strikes, appeals and pardons are counted`() {
    var log = CaseLog()
    let comment = log.comment([], at: 0)
    for (rung, isShadow) in [("warn", false), (nil, false), ("block", true)] as [(String?, Bool)] {
      log.add(
        .strike(
          Strike(
            decision: comment, ladder: "conduct", weight: 1, at: CaseLog.at(0), strikes: 1, rung: rung,
            isShadow: isShadow)), at: 0)
    }
    log.add(.appealed(decision: comment), at: 1)
    log.add(.appealed(decision: comment), at: 1)
    log.add(.appealSettled(decision: comment, upheld: false), at: 2)
    log.add(.pardoned(ladder: nil), at: 3)
    log.add(.done(deed: "warn", case: nil), at: 3)
    let report = Self.report(log.events, at: 4)
    #expect(report.ladders["conduct"]?.strikes == 2)
    #expect(report.ladders["conduct"]?.onTrial == 1)
    #expect(report.ladders["conduct"]?.rungs == ["warn": 1])
    #expect(
      [report.appeals.made, report.appeals.rejected, report.appeals.open, report.appeals.pardons] == [2, 1, 1, 1])
    #expect(report.deeds == ["warn": 1])
  }

  @Test func `a comment is of the week of its Monday in the report's zone`() {
    var log = CaseLog()
    log.comment([.reply(within: 60)], at: 5 * 1440 + 15 * 60 - 1)
    log.comment([.reply(within: 60)], at: 5 * 1440 + 15 * 60)
    let weeks = Self.report(log.events, at: 9_000).part("week")?.rows.map(\.name)
    #expect(weeks == ["2026-11-30", "2026-12-07"])
  }

  @Test(arguments: [
    ("=1+1", #""'=1+1""#), ("+1", #""'+1""#), ("-1", #""'-1""#), ("@a", #""'@a""#), ("\ta", "\"'\ta\""),
    ("\ra", "\"'\ra\""), ("a,b", #""a,b""#), (#"a"b"#, #""a""b""#), ("plain", "plain"), ("a=b", "a=b"), ("", ""),
    ("a\nb", "\"a\nb\""),
  ])
  func `no cell of the table is a formula`(_ channel: String, _ cell: String) {
    var log = CaseLog()
    log.comment([], at: 0, channel: channel)
    let csv = Self.report(log.events, at: 1).csv
    #expect(csv.contains("channel,\(cell),1,"))
  }

  @Test func `a channel may be anything, and there are never too many`() {
    var log = CaseLog()
    for index in 0..<2_100 { log.comment([], at: 0, channel: "channel \(index)") }
    let rows = Self.report(log.events, at: 1).part("channel")?.rows ?? []
    #expect(rows.count == 2_001)
    #expect(Self.report(log.events, at: 1).part("channel")?.figures(of: "others")?.comments == 100)
  }

  @Test func `the report as data is this`() {
    var log = CaseLog()
    log.comment([.reply(within: 60), .takeOver([("legal", 30)])], at: 0)
    log.handle(.replied, at: 30)
    let json = String(decoding: Self.report(log.events, at: 60).json, as: UTF8.self)
    let replies = #""replies":{"asked":1,"in_time":1,"late":0,"overdue":0,"open":0,"dropped":0,"share_in_time":1}"#
    #expect(
      json.hasPrefix(
        #"{"report":1,"end":"2026-12-01T10:00:00Z","zone":"UTC","total":{"comments":1,"# + replies
          + #","first_replies":{"count":1,"p50":1800,"p90":1800}},"stances":{"respond":1},"by_category":[{"name":"#
          + #""complaint","comments":1,"#))
    #expect(
      json.contains(
        #""duties":{"take_over":{"asked":1,"in_time":0,"late":0,"overdue":1,"open":0,"dropped":0,"share_in_time":0}}"#))
  }
}
