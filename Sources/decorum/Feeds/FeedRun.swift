import DecisionModel
import Diagnostics
import FeedWatching
import Foundation

/// Asks for feeds when they are due, and tells of what concerns a person.
struct FeedRun {
  /// How a notice is told.
  enum Telling {
    case text(ReportStyle)
    case json
    case post(SignedPost)
  }

  let watcher: FeedWatcher
  let decider: any EntryDecider
  let program: DecisionProgram
  let telling: Telling
  private(set) var hasFailed = false

  init(_ watcher: FeedWatcher, _ decider: any EntryDecider, _ program: DecisionProgram, _ telling: Telling) {
    self.watcher = watcher
    self.decider = decider
    self.program = program
    self.telling = telling
  }

  /// Asks each feed once that is due.
  mutating func once() throws {
    for feed in try watcher.due(at: FeedRun.now) {
      if Interruption.isWanted { return }
      guard
        let report = try watcher.ask(
          for: feed, at: FeedRun.now, chance: Double.random(in: 0..<1), isStopped: { Interruption.isWanted })
      else { return }
      tell(of: report)
      try tellOfEntries()
    }
    // What an earlier run could not tell.
    try tellOfEntries()
  }

  /// Goes on until somebody ends it.
  mutating func untilEnded() throws {
    while !Interruption.isWanted {
      try once()
      guard let next = try watcher.nextTime() else { throw Failure("none of the feeds is there any more") }
      let pause = min(max(next.seconds(since: FeedRun.now), 1), 60)
      for _ in 0..<(pause * 5) where !Interruption.isWanted { Interruption.sleep(milliseconds: 200) }
    }
  }

  static var now: Instant { Instant(seconds: Int64(Date().timeIntervalSince1970)) }

  // MARK: What is said

  private mutating func tell(of report: FeedReport) {
    if report.hasFailed { hasFailed = true }
    let address = visible(report.feed.address.text)
    if report.state.isGone {
      printToStandardError("decorum: \(address) is gone for good (410); take it out of the playbook")
    } else if let trouble = report.state.trouble {
      let next = report.state.next.map { " It is asked again at \(program.zone.clock($0))." } ?? ""
      printToStandardError("decorum: \(address): \(visible(trouble))\(next)")
    } else if Terminal.errors.isTerminal {
      let news =
        report.isUnchanged ? "unchanged" : "\(report.entries) entries, \(report.found) found, \(report.new) new"
      printToStandardError("\(address): \(news)")
    }
    for remark in report.remarks { printToStandardError("decorum: \(address): \(visible(remark))") }
  }

  /// Tells of entries, one after another: one that cannot be posted is kept, and those behind it with it.
  private mutating func tellOfEntries() throws {
    for entry in try decider.untold() {
      if Interruption.isWanted { return }
      let notice = Notice(entry, program)
      do {
        try tell(notice)
      } catch let problem as FeedProblem {
        hasFailed = true
        printToStandardError("decorum: what was found could not be posted, and is kept: \(visible(problem.sentence))")
        return
      }
      try decider.told(entry)
    }
  }

  private func tell(_ notice: Notice) throws {
    switch telling {
    case .text(let style): try write(NoticeReport(notice, program, style).text)
    case .json: try write(String(decoding: notice.json, as: UTF8.self))
    case .post(let post): try post.post(notice) { FeedRun.now }
    }
  }

  /// Written at once, as what is told counts as told.
  private func write(_ text: String) throws {
    try Output.write(Array((text + "\n").utf8))
    try Output.flush()
  }
}
