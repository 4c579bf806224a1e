import DecisionModel
import FeedWatching
import Testing

private let now = Instant(seconds: 1_796_000_000)
private let complaint = atomEntry("1", "Harbour Coffee owes me my money back")

/// A feed that answers as it is told, and keeps what it was asked.
private final class ScriptedSource: FeedSource, @unchecked Sendable {
  private var answers: [FeedAnswer]
  private(set) var asked: [(String, FeedMarks)] = []

  init(_ answers: [FeedAnswer]) { self.answers = answers }

  func ask(for address: WebAddress, knowing marks: FeedMarks, now: Instant) -> FeedAnswer {
    asked.append((address.text, marks))
    return answers.isEmpty ? .unchanged : answers.removeFirst()
  }
}

private func answer(_ entries: [String], etag: String = "a") -> FeedAnswer {
  .feed(bytes: atomFeed(entries), contentType: [], FeedMarks(etag: Array(etag.utf8)), movedTo: nil)
}

/// A store that loses its power before an entry is decided.
private final class FailingDecider: EntryDecider {
  private let inner: MemoryOfOneRun
  private var left: Int

  init(_ inner: MemoryOfOneRun, after count: Int) { (self.inner, left) = (inner, count) }

  func decide(_ entry: WatchedEntry, now: Instant, concernsPerson: ([UInt8]) -> Bool) throws -> DecidedEntry {
    if left == 0 { throw FeedProblem("the disk is full") }
    left -= 1
    return inner.decide(entry, now: now, concernsPerson: concernsPerson)
  }

  func untold() -> [DecidedEntry] { inner.untold() }
  func told(_ entry: DecidedEntry) { inner.told(entry) }
}

@Suite("Watching feeds") struct FeedWatcherTests {
  private let program = harbourProgram()
  private let memory: MemoryOfOneRun

  init() throws { memory = MemoryOfOneRun(decidingBy: try oracle(of: program)) }

  private func watcher(_ source: any FeedSource, _ decider: (any EntryDecider)? = nil) throws -> FeedWatcher {
    FeedWatcher(try WatchedFeeds(program), from: source, memory: memory, decider: decider ?? memory)
  }

  private func ask(_ watcher: FeedWatcher, at now: Instant = now) throws -> FeedReport {
    let feed = try #require(watcher.feeds.feeds.first)
    return try #require(try watcher.ask(for: feed, at: now, chance: 0))
  }

  @Test func `an entry is decided once, however often it comes`() throws {
    let praise = atomEntry("2", "I love Harbour Coffee")
    let watcher = try watcher(
      ScriptedSource([answer([complaint]), answer([praise, complaint, atomEntry("3", "Tea")]), .unchanged]))
    let reports = try (0..<3).map { _ in try ask(watcher) }
    #expect(reports.map(\.entries) == [1, 3, 0])
    #expect(reports.map(\.found) == [1, 2, 0])
    #expect(reports.map(\.new) == [1, 1, 0])
    #expect(reports.map(\.isUnchanged) == [false, false, true])
    // Praise stands as it is: nobody is told.
    let told = memory.untold()
    #expect(told.map(\.entry.entry.id.text) == ["1"])
    for entry in told { memory.told(entry) }
    #expect(memory.untold() == [])
  }

  @Test func `an entry whose text changed is decided anew`() throws {
    let watcher = try watcher(
      ScriptedSource([answer([atomEntry("1", "I love Harbour Coffee")]), answer([complaint])]))
    #expect(try ask(watcher).new == 1)
    #expect(memory.untold() == [])
    #expect(try ask(watcher).new == 1)
    #expect(memory.untold().count == 1)
  }

  @Test func `what a memory could not take is read again`() throws {
    let source = ScriptedSource([
      answer([complaint, atomEntry("2", "Harbour Coffee, my money back!")]),
      answer([complaint, atomEntry("2", "Harbour Coffee, my money back!")]),
    ])
    let failing = try watcher(source, FailingDecider(memory, after: 1))
    #expect(throws: FeedProblem.self) { try ask(failing) }
    let report = try ask(try watcher(source))
    #expect(source.asked.map(\.1) == [FeedMarks(), FeedMarks()])
    #expect((report.found, report.new) == (2, 1))
    #expect(memory.untold().map(\.entry.entry.id.text) == ["2", "1"])
    #expect(memory.state(of: report.feed.address.bytes)?.marks.etag?.text == "a")
  }

  @Test func `what stops in the middle of a feed reads it again`() throws {
    let watcher = try watcher(ScriptedSource([answer([complaint, atomEntry("2", "Harbour Coffee")])]))
    let feed = try #require(watcher.feeds.feeds.first)
    var calls = 0
    let report = try watcher.ask(for: feed, at: now, chance: 0) {
      calls += 1
      return calls > 2
    }
    #expect(report == nil)
    #expect(memory.state(of: feed.address.bytes) == nil)
  }

  @Test func `a feed that cannot be read is asked for later, by the marks that it had`() throws {
    let broken = FeedAnswer.feed(bytes: Array("<html/>".utf8), contentType: [], FeedMarks(etag: [1]), movedTo: nil)
    let source = ScriptedSource([answer([complaint]), broken, .gone])
    let watcher = try watcher(source)
    _ = try ask(watcher)
    let report = try ask(watcher, at: now.adding(seconds: 1800))
    #expect(report.hasFailed && report.state.failures == 1)
    #expect(report.state.marks.etag?.text == "a")
    #expect(try watcher.due(at: now.adding(seconds: 3600)).count == 1)
    #expect(try watcher.due(at: now.adding(seconds: 1900)) == [])
    #expect(try ask(watcher, at: now.adding(seconds: 3600)).state.isGone)
    #expect(try watcher.due(at: .latest) == [])
    #expect(try watcher.nextTime() == nil)
  }

  @Test func `a feed that two watches name is asked for once, as often as the more impatient says`() throws {
    var program = harbourProgram(every: Length(1, .hours))
    program.watches.append(
      WatchRule(
        name: "founder", title: "The founder", terms: ["jo harbour"],
        feeds: ["https://alerts.example/1.atom", "https://alerts.example/2.atom"], every: Length(15, .minutes),
        owner: nil))
    let feeds = try WatchedFeeds(program).feeds
    #expect(feeds.map(\.address.text) == ["https://alerts.example/1.atom", "https://alerts.example/2.atom"])
    #expect(feeds.map(\.watches) == [["mentions", "founder"], ["founder"]])
    #expect(feeds.map(\.rhythm.every) == [900, 900])
  }

  @Test func `the feeds that wait longest are asked first`() throws {
    let two = harbourProgram(feeds: ["https://a.example/1", "https://a.example/2", "https://a.example/3"])
    let watcher = FeedWatcher(try WatchedFeeds(two), from: ScriptedSource([]), memory: memory, decider: memory)
    for (feed, seconds) in zip(watcher.feeds.feeds, [100, 50]) {
      var state = FeedState()
      state.next = now.adding(seconds: Int64(seconds))
      memory.keep(state, of: feed.address.bytes)
    }
    let due = try watcher.due(at: now.adding(seconds: 200))
    #expect(due.map(\.address.text) == ["https://a.example/3", "https://a.example/2", "https://a.example/1"])
  }

  @Test func `an entry comes back as it was kept`() throws {
    let entry = FeedEntry(
      id: [0x61, 0xCC, 0x81], title: Array("t\u{0}\"".utf8), summary: Array("é".utf8),
      link: Array("https://a.example".utf8),
      author: Array("Ann".utf8), language: Array("en".utf8), published: now)
    let watched = WatchedEntry(entry, feed: Array("https://a.example/1".utf8), watches: ["mentions"])
    #expect(WatchedEntry(json: watched.json) == watched)
    #expect(WatchedEntry(json: Array("[]".utf8)) == nil)
    #expect(watched.id.count == 70)
    // Two names that look the same are two names.
    var composed = entry
    composed.id = Array("\u{E1}".utf8)
    #expect(WatchedEntry(composed, feed: watched.feed, watches: []).id != watched.id)
  }

  @Test(arguments: [
    ("{\"stance\":\"hold\"}", true), ("{\"stance\":\"respond\"}", true), ("{\"stance\":\"enforce\"}", true),
    ("{\"stance\":\"observe\"}", false), ("{\"stance\":\"observe\",\"actions\":[{\"action\":\"capture\"}]}", false),
    ("{\"stance\":\"observe\",\"actions\":[{\"action\":\"capture\"},{\"action\":\"notify\",\"to\":\"hq\"}]}", true),
    ("{\"stance\":\"observe\",\"actions\":[{\"action\":\"escalate\"}]}", true),
    ("{\"stance\":\"observe\",\"may\":[{\"action\":\"reply\"}]}", true), ("nonsense", true),
  ]) func `what somebody must do is told`(_ decision: String, _ isTold: Bool) {
    #expect(concernsPerson(Array(decision.utf8)) == isTold)
  }
}
